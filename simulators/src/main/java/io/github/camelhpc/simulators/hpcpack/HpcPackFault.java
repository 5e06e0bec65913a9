package io.github.camelhpc.simulators.hpcpack;

/** A request that HPC Pack refuses; the message is what the client reads. */
public final class HpcPackFault extends RuntimeException {

  /** E_FAIL, for want of anything better known (facts/hpcpack.md §6). */
  private static final int UNSPECIFIED = 0x80004005;

  /** What the real service says when a job is cancelled twice (facts/hpcpack.md §4). */
  private static final int INVALID_CANCEL = 0x80040208;

  private final int status;
  private final int code;

  private HpcPackFault(int status, int code, String message) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
  }

  /** A parameter or a value is wrong, or the state does not allow the operation (400). */
  public static HpcPackFault badRequest(String message) {
    return new HpcPackFault(400, UNSPECIFIED, message);
  }

  /** The user may not do this (403). */
  public static HpcPackFault forbidden(String message) {
    return new HpcPackFault(403, UNSPECIFIED, message);
  }

  /** There is no such thing (404). */
  public static HpcPackFault notFound(String message) {
    return new HpcPackFault(404, UNSPECIFIED, message);
  }

  /** The path is right, but not with this method (405). */
  public static HpcPackFault methodNotAllowed(String message) {
    return new HpcPackFault(405, UNSPECIFIED, message);
  }

  /** The client accepts no form of the answer that there is (406). */
  public static HpcPackFault notAcceptable(String message) {
    return new HpcPackFault(406, UNSPECIFIED, message);
  }

  /** The body is of a type that the service does not read (415). */
  public static HpcPackFault unsupportedMediaType(String message) {
    return new HpcPackFault(415, UNSPECIFIED, message);
  }

  /** A job that is in this state cannot be cancelled (400). */
  public static HpcPackFault jobCannotBeCanceled(String state) {
    return new HpcPackFault(
        400, INVALID_CANCEL, "Jobs in the " + state + " state cannot be canceled.");
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The HRESULT as a signed number. */
  public int code() {
    return code;
  }
}
