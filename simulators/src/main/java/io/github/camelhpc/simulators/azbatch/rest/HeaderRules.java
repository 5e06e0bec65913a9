package io.github.camelhpc.simulators.azbatch.rest;

import io.github.camelhpc.simulators.azbatch.BatchFault;
import io.github.camelhpc.simulators.azbatch.rest.OperationForm.Conditions;
import java.util.Map;
import java.util.Set;

/** Which headers a request may have, and their forms (facts/azbatch.md §0, §1). */
final class HeaderRules {

  private static final String GUID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
  private static final Set<String> TAG_CONDITIONS = Set.of("if-match", "if-none-match");
  private static final Set<String> DATE_CONDITIONS =
      Set.of("if-modified-since", "if-unmodified-since");

  private HeaderRules() {}

  /**
   * Checks them.
   *
   * @param headers by lower-case name
   * @throws BatchFault if one is wrong, or would not be obeyed by the operation
   */
  static void check(OperationForm form, Map<String, String> headers) {
    requireForm(headers, "client-request-id", GUID, "The value must be a GUID without braces.");
    requireForm(headers, "return-client-request-id", "(?i)true|false", "Use true or false.");
    for (String name : headers.keySet()) {
      if (!isObeyed(form, name)) {
        throw BatchFault.of(
                400,
                "UnsupportedHeader",
                "One of the HTTP headers specified in the request is not supported.")
            .with("HeaderName", name);
      }
    }
  }

  private static void requireForm(
      Map<String, String> headers, String name, String form, String reason) {
    String value = headers.get(name);
    if (value != null && !value.matches(form)) {
      throw BatchFault.invalidHeader(name, value, reason);
    }
  }

  private static boolean isObeyed(OperationForm form, String name) {
    if (name.equals("ocp-range")) {
      return form.ranged();
    }
    if (TAG_CONDITIONS.contains(name)) {
      return form.conditions() == Conditions.ALL;
    }
    return !DATE_CONDITIONS.contains(name) || form.conditions() != Conditions.NONE;
  }

  /** Whether the answer names the id that the client gave its request. */
  static boolean wantsClientRequestId(Map<String, String> headers) {
    return headers.getOrDefault("client-request-id", "").matches(GUID)
        && "true".equalsIgnoreCase(headers.get("return-client-request-id"));
  }
}
