package io.github.camelhpc.support.http;

import java.time.Duration;
import org.apache.camel.http.base.HttpOperationFailedException;

/**
 * The service answered, and refused or failed. Clauses for {@link HttpOperationFailedException}
 * catch it too.
 */
public class ServiceOperationFailedException extends HttpOperationFailedException {

  private static final long serialVersionUID = 1L;

  private static final int MAX_URL = 500;

  private final String operation;
  private final String serviceCode;
  private final String serviceMessage;
  private final String requestId;
  private final Duration retryAfter;

  /**
   * @param response what came
   * @param serviceCode the service's own code of the error, or null
   * @param serviceMessage the service's own words, or null
   * @param requestId what the service calls the request, or null
   */
  public ServiceOperationFailedException(
      FailedResponse response, String serviceCode, String serviceMessage, String requestId) {
    super(
        shortened(response.url()),
        response.status(),
        response.reason(),
        response.header("Location"),
        response.headers(),
        response.text());
    this.operation = response.operation();
    this.serviceCode = serviceCode;
    this.serviceMessage = serviceMessage;
    this.requestId = requestId;
    this.retryAfter = response.retryAfter();
  }

  /** Camel looks for secrets in the URL, which takes minutes if it has a million characters. */
  private static String shortened(String url) {
    return url.length() <= MAX_URL ? url : url.substring(0, MAX_URL) + "…";
  }

  @Override
  public String getMessage() {
    StringBuilder message =
        new StringBuilder(operation)
            .append(" failed with HTTP status ")
            .append(getStatusCode())
            .append(serviceCode == null ? "" : " (" + serviceCode + ")");
    String words = serviceMessage == null ? getStatusText() : serviceMessage;
    if (words != null && !words.isBlank()) {
      message.append(": ").append(words.strip().replaceFirst("[.]$", ""));
    }
    String advice = advice();
    if (!advice.isEmpty()) {
      message.append("; ").append(advice);
    }
    if (retryAfter != null) {
      message.append("; the service asks to wait ").append(retryAfter.toSeconds()).append(" s");
    }
    return message.append(" [").append(getUri()).append(']').toString();
  }

  /** What the user can do about it, or nothing. */
  protected String advice() {
    return switch (getStatusCode()) {
      case 401 -> "check the options username and password";
      case 301, 302, 303, 307, 308 -> "check the option serviceUrl, the service moves the request";
      default -> "";
    };
  }

  /** How messages name the operation, for example {@code hpcpack:getJob}. */
  public String getOperation() {
    return operation;
  }

  /** The service's own code of the error, or null. */
  public String getServiceCode() {
    return serviceCode;
  }

  /** The service's own words, or null. */
  public String getServiceMessage() {
    return serviceMessage;
  }

  /** What the service calls the request, or null. */
  public String getRequestId() {
    return requestId;
  }

  /** How long the service asks to wait before the next attempt, or null. */
  public Duration getRetryAfter() {
    return retryAfter;
  }
}
