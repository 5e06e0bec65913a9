package io.github.camelhpc.hpcpack;

import static io.github.camelhpc.hpcpack.HpcPackParameters.FORCED;
import static io.github.camelhpc.hpcpack.HpcPackParameters.JOB_ID;
import static io.github.camelhpc.hpcpack.HpcPackParameters.PROPERTIES;
import static io.github.camelhpc.hpcpack.HpcPackParameters.TASK_ID;

import io.github.camelhpc.hpcpack.model.JobDescription;
import io.github.camelhpc.hpcpack.model.PropertyMap;
import io.github.camelhpc.hpcpack.model.TaskDescription;
import io.github.camelhpc.support.operation.ParameterValues;
import java.io.IOException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a job with its tasks and submits it, or cancels what was made of it. */
final class JobSubmission {

  private static final Logger LOG = LoggerFactory.getLogger(JobSubmission.class);

  private final HpcPackClient client;
  private final ParameterValues common;

  JobSubmission(HpcPackClient client, ParameterValues common) {
    this.client = client;
    this.common = common;
  }

  /**
   * @return the id of the job
   * @throws HpcPackJobFailedException if the job was made but not submitted; it names the job
   */
  int submit(JobDescription job) throws Exception {
    int id =
        job.jobXml() == null
            ? (int) call(HpcPackOperation.CREATE_JOB, common, job.properties())
            : (int) call(HpcPackOperation.CREATE_JOB_FROM_XML, common, job.jobXml());
    ParameterValues made = common.with(JOB_ID, id);
    try {
      set(HpcPackOperation.SET_JOB_ENVIRONMENT_VARIABLES, made, job.environmentVariables());
      set(HpcPackOperation.SET_JOB_CUSTOM_PROPERTIES, made, job.customProperties());
      for (TaskDescription task : job.tasks()) {
        add(task, made);
      }
      submit(made);
      return id;
    } catch (Exception e) {
      throw new HpcPackJobFailedException(
          "HPC Pack job "
              + id
              + " was made but could not be submitted"
              + cancelled(made)
              + ": "
              + e.getMessage(),
          id,
          e);
    }
  }

  private void add(TaskDescription task, ParameterValues job) throws Exception {
    ParameterValues added =
        job.with(TASK_ID, call(HpcPackOperation.ADD_TASK, job, task.properties()));
    set(HpcPackOperation.SET_TASK_ENVIRONMENT_VARIABLES, added, task.environmentVariables());
    set(HpcPackOperation.SET_TASK_CUSTOM_PROPERTIES, added, task.customProperties());
  }

  private void set(HpcPackOperation operation, ParameterValues values, Map<String, String> what)
      throws Exception {
    if (!what.isEmpty()) {
      call(operation, values, what);
    }
  }

  private void submit(ParameterValues job) throws Exception {
    try {
      call(HpcPackOperation.SUBMIT_JOB, job, null);
    } catch (IOException e) {
      // the answer got lost: the state tells whether the request did too; facts/hpcpack.md §1
      PropertyMap read =
          (PropertyMap) call(HpcPackOperation.GET_JOB, job.with(PROPERTIES, "Id,State"), null);
      if ("Configuring".equalsIgnoreCase(read.get("State"))) {
        throw e;
      }
    }
  }

  private String cancelled(ParameterValues job) {
    try {
      call(HpcPackOperation.CANCEL_JOB, job.with(FORCED, true), "could not be submitted");
      return ", and was cancelled";
    } catch (Exception e) {
      LOG.debug("A half-made job could not be cancelled", e);
      return ", and could not be cancelled either (" + e.getMessage() + ")";
    }
  }

  private Object call(HpcPackOperation operation, ParameterValues values, Object body)
      throws Exception {
    return client
        .call(operation, values.forOperation("hpcpack:" + operation.operationName()), body)
        .value();
  }
}
