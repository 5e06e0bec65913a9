package io.github.camelhpc.simulators.hpcpack.model;

/** Who may read and set a property (facts/hpcpack.md §3). */
public enum Access {
  /** Only the service sets it. */
  READ_ONLY,
  /** Anybody who may change the job sets it. */
  READ_WRITE,
  /** As {@link #READ_WRITE}, but only after the job has been made. */
  NOT_AT_CREATION,
  /** As {@link #READ_WRITE}, but not by changing a job that is there. */
  NOT_BY_CHANGE,
  /** It is taken and never given back. */
  WRITE_ONLY
}
