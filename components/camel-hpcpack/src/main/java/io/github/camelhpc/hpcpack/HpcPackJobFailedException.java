package io.github.camelhpc.hpcpack;

import org.apache.camel.RuntimeCamelException;

/** A job was made but could not be submitted, or ended as Failed or Canceled. */
public class HpcPackJobFailedException extends RuntimeCamelException {

  private static final long serialVersionUID = 1L;

  private final int jobId;
  private final String state;
  private final transient JobResult result;

  HpcPackJobFailedException(String message, int jobId, Throwable cause) {
    super(message, cause);
    this.jobId = jobId;
    this.state = null;
    this.result = null;
  }

  HpcPackJobFailedException(int jobId, String state, String error, JobResult result) {
    super(
        "HPC Pack job "
            + jobId
            + " ended as "
            + state
            + (error == null || error.isBlank() ? "" : ": " + error));
    this.jobId = jobId;
    this.state = state;
    this.result = result;
  }

  /** The job's id. */
  public int getJobId() {
    return jobId;
  }

  /** The state it ended in, or null if it was not submitted. */
  public String getState() {
    return state;
  }

  /** Its properties and tasks after {@code runJob}, else null. */
  public JobResult getResult() {
    return result;
  }
}
