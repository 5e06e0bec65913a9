package io.github.camelhpc.hpcpack;

import io.github.camelhpc.hpcpack.wire.WireFault;
import io.github.camelhpc.hpcpack.wire.WireFormat;
import io.github.camelhpc.support.http.FailedResponse;
import io.github.camelhpc.support.http.ServiceOperationFailedException;
import java.util.Map;

/** HPC Pack refused or failed an operation. */
public class HpcPackException extends ServiceOperationFailedException {

  private static final long serialVersionUID = 1L;

  private final transient Map<String, String> values;

  HpcPackException(FailedResponse response, WireFault fault) {
    super(response, fault.code(), fault.message(), null);
    this.values = fault.values();
  }

  static HpcPackException read(FailedResponse response, WireFormat format) {
    return new HpcPackException(
        response, format.readFault(response.body(), response.header("Content-Type")));
  }

  @Override
  protected String advice() {
    return switch (getStatusCode()) {
      case 401 ->
          "check the options username (DOMAIN\\user, user@domain or a local user) and password";
      case 403 -> "the user is not allowed to do this; see also the option asUser";
      default -> super.advice();
    };
  }

  /** What the service's message was made of, if it says so. */
  public Map<String, String> getValues() {
    return values == null ? Map.of() : values;
  }
}
