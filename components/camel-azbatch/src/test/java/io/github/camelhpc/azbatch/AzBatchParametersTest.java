package io.github.camelhpc.azbatch;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.simulators.LoggedRequest;
import io.github.camelhpc.support.operation.InvalidParameterException;
import io.github.camelhpc.support.operation.OperationSpec;
import io.github.camelhpc.support.operation.Parameter;
import io.github.camelhpc.support.operation.Parameter.Location;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How parameters arrive at the service, whether as option or as header. */
class AzBatchParametersTest extends AzBatchTestSupport {

  private static final String GUID = "9c4d50ee-2d56-4cd3-8152-34347dc9f2b0";
  private static final String TIME = "2026-01-31T12:00:05Z";
  private static final String HTTP_DATE = "Sat, 31 Jan 2026 12:00:05 GMT";

  /** What is given, by option. */
  private static final Map<String, Object> VALUES =
      Map.ofEntries(
          entry("filter", "state eq 'a&b?c=d' and id ne 'ä%2F'"),
          entry("select", "id,state"),
          entry("expand", "stats"),
          entry("maxResults", 7),
          entry("timeout", 9),
          entry("force", true),
          entry("recursive", true),
          entry("startTime", TIME),
          entry("endTime", TIME),
          entry("apiVersion", "2023-11-01.18.0"),
          entry("clientRequestId", GUID),
          entry("returnClientRequestId", true),
          entry("ifMatch", "0x8DC0FFEE"),
          entry("ifNoneMatch", "0x8DC0FFEE"),
          entry("ifModifiedSince", TIME),
          entry("ifUnmodifiedSince", TIME),
          entry("range", "bytes=0-9"),
          entry("changedSince", TIME));

  /** What the service sees then, by option, where it is not the same text. */
  private static final Map<String, String> SEEN =
      Map.of(
          "ifModifiedSince",
          HTTP_DATE,
          "ifUnmodifiedSince",
          HTTP_DATE,
          "changedSince",
          "stateTransitionTime ge DateTime'" + TIME + "'");

  /** Ids with everything that could change a path. */
  private static final String ID = "a/b c?d#e%2F..;ä";

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void everyParameterOfEveryOperationIsSentUnderItsName(boolean asOption) {
    for (BatchOperation operation : BatchOperation.values()) {
      OperationSpec spec = operation.spec();
      if (spec.isComposed()) {
        continue;
      }
      for (Parameter parameter : spec.parameters()) {
        if (parameter.location() == Location.LOCAL) {
          continue;
        }
        LoggedRequest request = requestWith(operation, parameter, asOption);
        assertThat(request.method()).as("%s", operation).isEqualTo(spec.method());
        assertThat(seen(request, spec, parameter))
            .as("%s of %s", parameter, operation)
            .isEqualTo(expected(parameter));
      }
    }
  }

  private LoggedRequest requestWith(
      BatchOperation operation, Parameter parameter, boolean asOption) {
    Map<String, Object> options = new LinkedHashMap<>();
    Map<String, Object> headers = new LinkedHashMap<>();
    operation
        .spec()
        .parameters(Location.PATH)
        .forEach(segment -> headers.put(segment.header(), "x"));
    Object value = parameter.location() == Location.PATH ? ID : VALUES.get(parameter.option());
    if (asOption) {
      headers.remove(parameter.header());
      options.put(parameter.option(), value);
    } else {
      headers.put(parameter.header(), value);
    }
    simulator.requests().clear();
    StringBuilder uri = new StringBuilder("azbatch:" + operation + "?maxRetries=0");
    options.forEach((name, text) -> uri.append("&" + name + "=RAW(" + text + ")"));
    // whether the service likes it is another question
    send(uri.toString(), body(operation), headers);
    assertThat(simulator.requests().all()).as("%s of %s", parameter, operation).hasSize(1);
    return simulator.requests().all().get(0);
  }

  private static Object body(BatchOperation operation) {
    AzBatchBody kind = (AzBatchBody) operation.spec().body();
    if (kind == AzBatchBody.TASKS) {
      return List.of(Map.of("id", "t", "commandLine", "run"));
    }
    return kind == null
        ? null
        : kind.required().stream().collect(Collectors.toMap(name -> name, name -> "x"));
  }

  private static String seen(LoggedRequest request, OperationSpec spec, Parameter parameter) {
    return switch (parameter.location()) {
      case PATH -> segment(request, spec, parameter);
      case QUERY -> query(request).get(parameter.wireName());
      case HEADER -> request.header(parameter.wireName());
      case FILTER_TERM -> query(request).get("$filter");
      case LOCAL -> throw new IllegalArgumentException(parameter + " is not sent");
    };
  }

  private static String segment(LoggedRequest request, OperationSpec spec, Parameter parameter) {
    List<String> template = Arrays.asList(spec.path().split("/"));
    String[] sent = request.path().split("/");
    assertThat(sent).as("no value makes another path: %s", request.path()).hasSameSizeAs(template);
    return decoded(sent[template.indexOf("{" + parameter.wireName() + "}")]);
  }

  private static Map<String, String> query(LoggedRequest request) {
    return Stream.of(request.query().split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(Collectors.toMap(pair -> decoded(pair[0]), pair -> decoded(pair[1])));
  }

  /** A plus sign stays one: blanks are sent as %20. */
  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static String expected(Parameter parameter) {
    if (parameter.location() == Location.PATH) {
      return ID;
    }
    if (parameter.wireName().startsWith("stateTransitionTime,")) {
      return "(stateTransitionTime ge DateTime'%s' or allocationStateTransitionTime ge DateTime'%s')"
          .formatted(TIME, TIME);
    }
    String option = parameter.option();
    return SEEN.getOrDefault(option, String.valueOf(VALUES.get(option)));
  }

  @Test
  void theFilterOfTheUserIsJoinedWithTheTimeOfChange() {
    call(
        "azbatch:listJobs?filter=state eq 'active' or id eq 'j'",
        null,
        Map.of("CamelAzBatchChangedSince", START));

    assertThat(query(lastRequest()))
        .containsEntry(
            "$filter",
            "(state eq 'active' or id eq 'j') and stateTransitionTime ge"
                + " DateTime'2026-01-31T12:00:00Z'");
  }

  @Test
  void theClientsIdComesBackIfThatIsAskedFor() {
    String uri = "azbatch:listJobs?outputType=Page&clientRequestId=" + GUID;

    Exchange silent = call(uri, null, Map.of(AzBatchConstants.RETURNED_CLIENT_REQUEST_ID, "old"));
    Exchange asked = call(uri + "&returnClientRequestId=true", null);

    assertThat(silent.getMessage().getHeaders())
        .doesNotContainKey(AzBatchConstants.RETURNED_CLIENT_REQUEST_ID)
        .containsKey(AzBatchConstants.REQUEST_ID);
    assertThat(asked.getMessage().getHeaders())
        .containsEntry(AzBatchConstants.RETURNED_CLIENT_REQUEST_ID, GUID);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ClientRequestId | {9c4d50ee-2d56-4cd3-8152-34347dc9f2b0} | clientRequestId must be a GUID",
        "Timeout | soon | timeout must be a whole number, not 'soon'",
        "MaxResults | many | maxResults must be a whole number, not 'many'",
        "MaxResults | 0 | maxResults must be at least 1, not 0",
        "ReturnClientRequestId | yes | returnClientRequestId must be true or false, not 'yes'",
        "ChangedSince | yesterday | changedSince must be a point in time",
        "OutputType | Pages | outputType must be one of List, StreamList, Page, not 'Pages'"
      })
  void aWrongValueIsNamedBeforeAnythingIsSent(String header, String value, String sentence) {
    Exchange exchange = send("azbatch:listJobs", null, Map.of("CamelAzBatch" + header, value));

    assertThat(exchange.getException())
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageStartingWith("azbatch:listJobs: " + sentence)
        .hasMessageEndingWith("or the header CamelAzBatch" + header);
    assertThat(simulator.requests().count()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {".", "..", " "})
  void anIdThatWouldBeAnotherPathIsRefused(String id) {
    assertThat(send("azbatch:getJob", null, Map.of("CamelAzBatchJobId", id)).getException())
        .hasMessageStartingWith("azbatch:getJob: jobId cannot be '" + id + "'");
    assertThat(simulator.requests().count()).isZero();
  }

  @Test
  void aHeaderCannotBeSmuggledInByAValue() {
    Exchange exchange =
        send("azbatch:getJob?jobId=j", null, Map.of("CamelAzBatchIfMatch", "0x1\r\nocp-range: b"));

    assertThat(exchange.getException())
        .hasMessageContaining("ifMatch has a character that cannot stand in an HTTP header");
    assertThat(simulator.requests().count()).isZero();
  }

  @Test
  void noOtherHeaderIsSentAndNoneComesBack() {
    job("j");
    Exchange exchange =
        call(
            "azbatch:getJob?jobId=j",
            null,
            Map.of("Accept-Language", "de", "secret", "s", "CamelHttpQuery", "x=y"));

    assertThat(lastRequest().headers())
        .containsOnlyKeys(
            "accept",
            "accept-encoding",
            "authorization",
            "connection",
            "host",
            "ocp-date",
            "user-agent");
    assertThat(exchange.getMessage().getHeaders().keySet())
        .allMatch(
            name ->
                name.startsWith("CamelAzBatch")
                    || List.of("Accept-Language", "secret", "CamelHttpQuery").contains(name));
  }

  @Test
  void conditionsTakeAnyFormOfTime() {
    job("j");
    advance(Duration.ofHours(1));
    for (Object time : List.of(START, "2026-01-31T12:00:00Z", "Sat, 31 Jan 2026 12:00:00 GMT")) {
      Exchange exchange =
          send("azbatch:getJob?jobId=j", null, Map.of("CamelAzBatchIfModifiedSince", time));

      assertThat(refusal(exchange).getStatusCode()).isEqualTo(304);
      assertThat(lastRequest().header("If-Modified-Since"))
          .isEqualTo("Sat, 31 Jan 2026 12:00:00 GMT");
    }
    Instant before = START.minusSeconds(1);
    call("azbatch:getJob?jobId=j", null, Map.of("CamelAzBatchIfModifiedSince", before));
  }
}
