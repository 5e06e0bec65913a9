package io.github.camelhpc.hpcpack;

import io.github.camelhpc.hpcpack.model.PropertyMap;
import java.io.Serializable;
import java.util.List;

/**
 * What became of a job that was run.
 *
 * @param id the job's id
 * @param state {@code Finished}, {@code Failed} or {@code Canceled}
 * @param properties all properties of the job
 * @param tasks all tasks, those of parametric sweeps expanded, with state, exit code and output
 */
public record JobResult(int id, String state, PropertyMap properties, List<PropertyMap> tasks)
    implements Serializable {

  /** Whether the job ended as Finished. */
  public boolean isSuccessful() {
    return HpcPackStates.isSuccess(state);
  }
}
