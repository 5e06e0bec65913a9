package io.github.camelhpc.dbapi;

import io.github.camelhpc.dbapi.model.FaultKind;
import io.github.camelhpc.dbapi.wire.FaultBody;
import io.github.camelhpc.support.http.FailedResponse;
import io.github.camelhpc.support.http.ServiceOperationFailedException;

/**
 * The service refused or failed an operation (facts/dbapi.md §7). Its codes are opaque text, and
 * differ from function to function: decide by {@link #getKind}.
 */
public class DbapiException extends ServiceOperationFailedException {

  private static final long serialVersionUID = 1L;

  private final FaultKind kind;

  private DbapiException(FailedResponse response, FaultBody fault, FaultKind kind) {
    super(response, fault.code(), fault.error(), null);
    this.kind = kind;
  }

  /** What a refusal says; a body that is not the service's leaves the status. */
  static DbapiException read(FailedResponse response) {
    FaultBody fault = FaultBody.read(response.body());
    return new DbapiException(
        response, fault, FaultKind.of(response.status(), fault.code(), fault.error()));
  }

  @Override
  protected String advice() {
    return switch (kind) {
      case AUTHORIZATION ->
          "check the options credentialType, username and password, or those of the tokens";
      case LICENCE -> "the server needs a valid licence";
      case NOT_IN_CACHE -> "the request is unknown or its results have expired; ask anew";
      default -> super.advice();
    };
  }

  /** What kind of failure it is, found from status and text. */
  public FaultKind getKind() {
    return kind;
  }

  /** Whether asking again cannot help. */
  boolean isFinal() {
    int status = getStatusCode();
    return status >= 400 && status < 500 && status != 408 && status != 429
        || kind == FaultKind.NOT_IN_CACHE
        || kind == FaultKind.ALREADY_ABORTED;
  }

  /**
   * Whether the service itself says that there is nothing more to come of a request. Another
   * refusal may be a gateway's, or be mended while the request goes on: its results are not lost.
   */
  boolean endsRequest() {
    return switch (kind) {
      case NOT_IN_CACHE, ALREADY_ABORTED, MISSING_PARAMETER -> true;
      default -> false;
    };
  }
}
