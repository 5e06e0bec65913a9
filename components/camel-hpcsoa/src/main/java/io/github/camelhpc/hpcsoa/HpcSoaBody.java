package io.github.camelhpc.hpcsoa;

import static io.github.camelhpc.hpcsoa.HpcSoaParameters.BATCH;
import static io.github.camelhpc.hpcsoa.HpcSoaParameters.GENERIC_SERVICE;

import io.github.camelhpc.support.operation.BodyKind;
import io.github.camelhpc.support.operation.InvalidParameterException;
import io.github.camelhpc.support.operation.ParameterValues;
import org.apache.hc.core5.http.HttpEntity;

/** What the operations take as body, and how it is sent. */
enum HpcSoaBody implements BodyKind {
  /** What a session is to be like. */
  SESSION_START(
      "nothing, or the session's settings: a SessionStartInfo, a Map or JSON text; user, password"
          + " and serviceName are added from the options") {
    @Override
    HttpEntity write(Object body, ParameterValues values, SessionStart defaults) {
      return defaults.entity(values, body);
    }
  },
  /** The requests of a batch. */
  REQUESTS(
      "the requests: an Iterator or Iterable of SoaRequest (or of text, for generic services), one"
          + " SoaRequest, or the service's own format as text, bytes or stream") {
    @Override
    HttpEntity write(Object body, ParameterValues values, SessionStart defaults) {
      return RequestBodies.entity(body, values.get(BATCH), values.isTrue(GENERIC_SERVICE, false));
    }

    @Override
    public boolean isStreamed() {
      return true;
    }
  };

  private final String description;

  HpcSoaBody(String description) {
    this.description = description;
  }

  abstract HttpEntity write(Object body, ParameterValues values, SessionStart defaults);

  /**
   * What is sent.
   *
   * @throws InvalidParameterException if the body cannot be sent; the message says why
   */
  HttpEntity entity(Object body, ParameterValues values, SessionStart defaults) {
    try {
      return write(body, values, defaults);
    } catch (IllegalArgumentException e) {
      throw new InvalidParameterException(
          values.operation() + " cannot send the body: " + e.getMessage(), e);
    }
  }

  @Override
  public String description() {
    return description;
  }
}
