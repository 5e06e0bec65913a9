package io.github.camelhpc.simulators.hpcsoa;

/** The faults that the stand-in gives, with their numbers (facts/hpcsoa.md §6). */
public enum FaultCode {
  /** Commit of a batch whose requests are all done. */
  EOM_REJECTED(16777227),
  /** Commit of a finished batch after another client attached. */
  EOM_REJECTED_GET_RESPONSE(16777240),
  /** Commit of a batch that is being processed since an earlier commit. */
  EOM_REJECTED_END_REQUESTS(16777241),
  /** Requests for a finished batch after another client attached. */
  FLUSH_REJECTED(16777242),
  /** Commit of a batch without requests. */
  EOM_REJECTED_NO_REQUEST(16777246),
  /** The session failed. */
  SESSION_FAILURE(33554443),
  /** The session is over. */
  BROKER_NOT_ACTIVE(33554447),
  /** The requests cannot be taken. */
  FAILED_TO_SEND_REQUEST(33554448),
  /** There is no such session. */
  INVALID_SESSION_ID(50331649),
  /** The credentials are wrong. */
  AUTHENTICATION_FAILURE(50331650),
  /** An interactive session was to be attached as a durable one. */
  INVALID_ATTACH_DURABLE_SESSION(50331658),
  /** The name of the batch is not allowed. */
  INVALID_CLIENT_ID(50331670),
  /** There is no such service. */
  SERVICE_NOT_FOUND(50331678),
  /** The service has no such version. */
  SERVICE_VERSION_NOT_FOUND(50331680),
  /** Azure has no durable sessions. */
  DURABLE_SESSION_NOT_SUPPORTED(50331698),
  /** The version of the API is missing or unknown. */
  API_VERSION_INCORRECT(50331700),
  /** The session is somebody else's. */
  ACCESS_DENIED(50331701),
  /** Anything else. */
  UNKNOWN_ERROR(251658240),
  /** A parameter, a header or the body is wrong. */
  ARGUMENT_ERROR(251723775);

  private final int number;

  FaultCode(int number) {
    this.number = number;
  }

  /** The number on the wire. */
  public int number() {
    return number;
  }
}
