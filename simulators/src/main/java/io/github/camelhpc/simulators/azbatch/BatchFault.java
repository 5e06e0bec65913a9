package io.github.camelhpc.simulators.azbatch;

import java.util.ArrayList;
import java.util.List;

/**
 * A request that Azure Batch refuses (facts/azbatch.md §5).
 *
 * <p>The message is the text for people, without the lines that name the request and the time. It
 * is one line of ASCII, because the answer has it as its reason phrase as well.
 */
public final class BatchFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final transient List<Detail> values;

  private BatchFault(int status, String code, String message, List<Detail> values) {
    super(message);
    this.status = status;
    this.code = code;
    this.values = List.copyOf(values);
  }

  /** A refusal without further details. */
  public static BatchFault of(int status, String code, String message) {
    return new BatchFault(status, code, message, List.of());
  }

  /** A required member of the body is missing. */
  public static BatchFault missingProperty(String name) {
    return of(
            400,
            "MissingRequiredProperty",
            "A required property was not specified in the request body.")
        .with("PropertyName", name);
  }

  /**
   * A member of the body has a value that is not allowed.
   *
   * @param reason a sentence that says which values are
   */
  public static BatchFault invalidProperty(String name, Object value, String reason) {
    return of(
            400,
            "InvalidPropertyValue",
            "The value provided for one of the properties in the request body is invalid.")
        .with("PropertyName", name)
        .with("PropertyValue", String.valueOf(value))
        .with("Reason", reason);
  }

  /** A member of the body is not known, or not served here. */
  public static BatchFault unsupportedProperty(String name, String reason) {
    return of(
            400,
            "UnsupportedProperty",
            "One of the properties specified in the request body is not supported.")
        .with("PropertyName", name)
        .with("Reason", reason);
  }

  /** A query parameter has a value that is not allowed. */
  public static BatchFault invalidQuery(String name, String value, String reason) {
    return of(400, "InvalidQueryParameterValue", "One of the query parameters is invalid.")
        .with("QueryParameterName", name)
        .with("QueryParameterValue", value)
        .with("Reason", reason);
  }

  /** A header has a value that is not allowed. */
  public static BatchFault invalidHeader(String name, String value, String reason) {
    return of(
            400,
            "InvalidHeaderValue",
            "The value provided for one of the HTTP headers was not in the correct format.")
        .with("HeaderName", name)
        .with("HeaderValue", value)
        .with("Reason", reason);
  }

  /** The same with one more detail. */
  public BatchFault with(String key, String value) {
    List<Detail> more = new ArrayList<>(values);
    more.add(new Detail(key, value));
    return new BatchFault(status, code, getMessage(), more);
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The invariant code, {@code JobNotFound} for example. */
  public String code() {
    return code;
  }

  /** The details, in their order. */
  public List<Detail> values() {
    return values;
  }

  /** One of the {@code values} of an error. */
  public record Detail(String key, String value) {}
}
