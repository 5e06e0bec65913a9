package io.github.camelhpc.simulators.hpcsoa;

import java.util.List;

/** A request that the service refuses; the client reads code, message and values. */
public final class SoaFault extends RuntimeException {

  private final int status;
  private final FaultCode code;
  private final List<String> values;

  private SoaFault(int status, FaultCode code, String message, Object... values) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
    this.values = List.of(values).stream().map(String::valueOf).toList();
  }

  /**
   * A fault with the status 400; which one the real service gives is not known (facts/hpcsoa.md
   * §9).
   *
   * @param message the message, in which {@code {0}} stands for the first of the values
   */
  public static SoaFault of(FaultCode code, String message, Object... values) {
    return new SoaFault(400, code, message, values);
  }

  /** A parameter, a header or the body is wrong (400). */
  public static SoaFault argument(String message) {
    return new SoaFault(400, FaultCode.ARGUMENT_ERROR, message);
  }

  /** Something that is not the user's to use (403). */
  public static SoaFault forbidden(FaultCode code, String message) {
    return new SoaFault(403, code, message);
  }

  /** A fault with another HTTP status. */
  public static SoaFault withStatus(int status, FaultCode code, String message) {
    return new SoaFault(status, code, message);
  }

  /** There is no such session. */
  public static SoaFault invalidSession(Object id) {
    return of(FaultCode.INVALID_SESSION_ID, "The session id, {0}, is invalid.", id);
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The code. */
  public FaultCode code() {
    return code;
  }

  /** What stands for {@code {0}}, {@code {1}} and so on in the message; mostly nothing. */
  public List<String> values() {
    return values;
  }
}
