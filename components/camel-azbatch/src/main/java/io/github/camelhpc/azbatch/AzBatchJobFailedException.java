package io.github.camelhpc.azbatch;

import java.util.List;
import java.util.Map;
import org.apache.camel.RuntimeCamelException;

/** A job ended without success, or some of its tasks failed or could not be added. */
public class AzBatchJobFailedException extends RuntimeCamelException {

  private static final long serialVersionUID = 1L;

  private final String jobId;
  private final transient List<Map<String, Object>> tasks;

  AzBatchJobFailedException(String message, String jobId, List<Map<String, Object>> tasks) {
    super(message);
    this.jobId = jobId;
    this.tasks = tasks;
  }

  /** The job's id. */
  public String getJobId() {
    return jobId;
  }

  /**
   * Some of the tasks that failed or were not added, as the service tells of them; can be empty.
   */
  public List<Map<String, Object>> getTasks() {
    return tasks == null ? List.of() : tasks;
  }
}
