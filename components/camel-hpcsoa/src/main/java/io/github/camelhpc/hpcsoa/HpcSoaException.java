package io.github.camelhpc.hpcsoa;

import io.github.camelhpc.support.http.FailedResponse;
import io.github.camelhpc.support.http.ServiceOperationFailedException;
import java.util.Map;

/** The SOA web service refused or failed an operation (facts/hpcsoa.md §6). */
public class HpcSoaException extends ServiceOperationFailedException {

  private static final long serialVersionUID = 1L;

  private final String codeName;
  private final transient Map<String, String> values;

  HpcSoaException(
      FailedResponse response,
      String code,
      String codeName,
      String message,
      Map<String, String> values) {
    super(response, code, codeName == null ? message : codeName + ": " + message, null);
    this.codeName = codeName;
    this.values = values;
  }

  @Override
  protected String advice() {
    // the service answers bad credentials with 403; facts/hpcsoa.md §6
    return getStatusCode() == 401 || getStatusCode() == 403
        ? "check the options username (DOMAIN\\user, user@domain or a local user) and password"
        : super.advice();
  }

  /** The name of the service's code, for example {@code InvalidSessionId}, or null. */
  public String getCodeName() {
    return codeName;
  }

  /** What the service's message was made of, if it says so. */
  public Map<String, String> getValues() {
    return values == null ? Map.of() : values;
  }
}
