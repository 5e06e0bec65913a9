package io.github.camelhpc.azbatch;

import io.github.camelhpc.azbatch.model.BatchError;
import io.github.camelhpc.support.http.FailedResponse;
import io.github.camelhpc.support.http.ServiceOperationFailedException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Azure Batch refused or failed an operation (facts/azbatch.md §5). Its code is open text: compare
 * with {@link #hasCode}.
 */
public class AzBatchException extends ServiceOperationFailedException {

  /** A job has neither a preparation nor a release task, as the documentation spells it. */
  public static final String NO_PREPARATION_TASK = "JobPreparationTaskNotSpecified";

  private static final long serialVersionUID = 1L;

  /** The service appends these two lines to its words. */
  private static final Pattern TRAILER =
      Pattern.compile("\\R?RequestId:\\s*(\\S*)\\s*\\R?(?:Time:.*)?$", Pattern.DOTALL);

  private final transient Map<String, String> values;

  private AzBatchException(
      FailedResponse response,
      String code,
      String words,
      String requestId,
      Map<String, String> values) {
    super(response, code, words, requestId);
    this.values = values;
  }

  /** What a refusal says; a body that is missing or not the service's leaves the status. */
  static AzBatchException read(FailedResponse response) {
    BatchError error = BatchError.readOrNull(response.body());
    String code = error == null ? null : error.code();
    if (code == null && (response.status() == 304 || response.status() == 412)) {
      code = "ConditionNotMet";
    }
    String text = error == null || error.message() == null ? null : error.message().value();
    String requestId = response.header("request-id");
    if (text != null) {
      Matcher trailer = TRAILER.matcher(text);
      if (trailer.find()) {
        requestId = requestId == null ? trailer.group(1) : requestId;
        text = text.substring(0, trailer.start());
      }
    }
    Map<String, String> values = new LinkedHashMap<>();
    if (error != null) {
      error.values().forEach(detail -> values.put(detail.key(), detail.value()));
    }
    return new AzBatchException(response, code, withValues(text, values), requestId, values);
  }

  /** The service says which value it refuses apart from its words. */
  private static String withValues(String text, Map<String, String> values) {
    if (text == null || values.isEmpty()) {
      return text;
    }
    StringBuilder all = new StringBuilder(text.strip());
    values.forEach((key, value) -> all.append(' ').append(key).append(": ").append(value));
    return all.toString();
  }

  @Override
  protected String advice() {
    return switch (getStatusCode()) {
      case 401 -> "check the options credentialType, tenantId, clientId and clientSecret";
      case 403 ->
          "check the options accountName and accountKey, what the token may do, and the clock of"
              + " this machine";
      case 412 -> "the resource has changed; read its ETag again";
      default -> super.advice();
    };
  }

  /** What the service says of the parameter or property that it refuses, for example Reason. */
  public Map<String, String> getValues() {
    return values == null ? Map.of() : values;
  }

  /** Whether the service's code is this one, without regard to case. */
  public boolean hasCode(String code) {
    return code.equalsIgnoreCase(getServiceCode());
  }

  /**
   * Whether the job has neither a preparation nor a release task: the service spells the code
   * {@code JobPreparationTaskOrReleaseTaskNotSpecified}, its documentation {@link
   * #NO_PREPARATION_TASK}.
   */
  public boolean isNoPreparationTask() {
    return getStatusCode() == 409
        && getServiceCode() != null
        && getServiceCode().endsWith("TaskNotSpecified");
  }
}
