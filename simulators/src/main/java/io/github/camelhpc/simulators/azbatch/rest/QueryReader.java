package io.github.camelhpc.simulators.azbatch.rest;

import io.github.camelhpc.simulators.azbatch.AzBatchSettings;
import io.github.camelhpc.simulators.azbatch.BatchFault;
import io.github.camelhpc.simulators.azbatch.rest.OperationForm.QueryKind;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;

/** Takes the query parameters that an operation has, with values of their types, and no others. */
final class QueryReader {

  private static final String VERSION_FORM = "\\d{4}-\\d{2}-\\d{2}\\.\\d+\\.\\d+";

  private final boolean strictVersion;

  QueryReader(boolean strictVersion) {
    this.strictVersion = strictVersion;
  }

  /**
   * The decoded parameters.
   *
   * @param query the query as it was sent, or null
   * @throws BatchFault if one is missing, unknown or wrong
   */
  Map<String, String> read(OperationForm form, String query) {
    Map<String, String> values = decode(query);
    checkVersion(values.get("api-version"));
    values.forEach((name, value) -> check(name, value, kind(form, name)));
    checkExpand(values.get("$expand"));
    return values;
  }

  private static Map<String, String> decode(String query) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String pair : query == null ? new String[0] : query.split("&")) {
      int equals = pair.indexOf('=');
      String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
      if (!pair.isEmpty() && values.put(name, value) != null) {
        throw BatchFault.invalidQuery(name, value, "The parameter must be given once.");
      }
    }
    return values;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private void checkVersion(String version) {
    if (version == null) {
      throw BatchFault.of(
              400,
              "MissingRequiredQueryParameter",
              "A required query parameter was not specified for this request.")
          .with("QueryParameterName", "api-version");
    }
    boolean known =
        strictVersion ? version.equals(AzBatchSettings.API_VERSION) : version.matches(VERSION_FORM);
    if (!known) {
      throw BatchFault.of(
              400,
              "UnsupportedRequestVersion",
              "The api-version specified in the request is not supported.")
          .with("QueryParameterName", "api-version")
          .with("QueryParameterValue", version)
          .with("Reason", "Use " + AzBatchSettings.API_VERSION + ".");
    }
  }

  private static QueryKind kind(OperationForm form, String name) {
    QueryKind own = form.query().get(name);
    if (own != null) {
      return own;
    }
    if (name.equals("api-version") || form.isPaged() && name.equals(SkipToken.PARAMETER)) {
      return QueryKind.TEXT;
    }
    if (name.equals("timeout")) {
      return QueryKind.INTEGER;
    }
    throw BatchFault.of(
            400,
            "UnsupportedQueryParameter",
            "One of the query parameters specified in the request URI is not supported.")
        .with("QueryParameterName", name);
  }

  private static void check(String name, String value, QueryKind kind) {
    switch (kind) {
      case TEXT -> require(!value.isBlank(), name, value, "The parameter has no value.");
      case INTEGER ->
          require(isPositive(value), name, value, "The value must be an integer from 1 on.");
      case BOOLEAN -> require(value.matches("(?i)true|false"), name, value, "Use true or false.");
      case TIME ->
          require(isTime(value), name, value, "Use a time of ISO 8601, 2024-11-05T09:00:00Z.");
    }
  }

  private static void require(boolean right, String name, String value, String reason) {
    if (!right) {
      throw BatchFault.invalidQuery(name, value, reason);
    }
  }

  private static boolean isPositive(String value) {
    return value.matches("\\d{1,10}")
        && Long.parseLong(value) >= 1
        && Long.parseLong(value) <= Integer.MAX_VALUE;
  }

  private static boolean isTime(String value) {
    try {
      OffsetDateTime.parse(value);
      return true;
    } catch (DateTimeException wrong) {
      return false;
    }
  }

  private static void checkExpand(String expand) {
    require(
        expand == null || expand.equals("stats"), "$expand", expand, "Only stats can be expanded.");
  }
}
