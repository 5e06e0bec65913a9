package io.github.camelhpc.kamelets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelhpc.dbapi.DbapiConstants;
import io.github.camelhpc.dbapi.model.MetricRow;
import io.github.camelhpc.dbapi.model.ResourceResult;
import io.github.camelhpc.simulators.Fault;
import io.github.camelhpc.simulators.LoggedRequest;
import io.github.camelhpc.test.CapturedLog;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;

class DbapiKameletsTest extends KameletTestSupport {

  private static final String QUERY = "vm[=name rx vm00[12]+][@cpuUsage rx b .*]";

  private static final Pattern RANGE =
      Pattern.compile("\"startTime\":\"([0-9_]+)\",\"endTime\":\"([0-9_]+)\"");

  private static Map<String, Object> server(Map<String, ?> properties) {
    Map<String, Object> all = new LinkedHashMap<>(properties);
    all.put("serviceUrl", simulator.dbapiUrl());
    all.put("username", USER);
    all.put("password", PASSWORD);
    all.put("dataset", "defaultDs");
    return all;
  }

  private static String source(Map<String, ?> properties) {
    Map<String, Object> all = server(Map.of("query", QUERY, "period", "1s"));
    all.putAll(properties);
    return kamelet("dbapi-metrics-source", all);
  }

  /** The queries that the server answered. */
  private static List<LoggedRequest> queries() {
    return simulator.requests().all().stream()
        .filter(request -> String.valueOf(request.query()).contains("action=query&"))
        .filter(request -> request.status() < 300)
        .toList();
  }

  private static Matcher range(LoggedRequest query) {
    Matcher range = RANGE.matcher(query.body());
    assertThat(range.find()).as(query.body()).isTrue();
    return range;
  }

  @Test
  void eachValueOfTheLastHourIsEmitted() throws Exception {
    MockEndpoint events = events(source(Map.of()));

    await().until(() -> events.getReceivedCounter() > 100);

    List<MetricRow> rows =
        events.getReceivedExchanges().stream()
            .map(event -> event.getMessage().getBody(MetricRow.class))
            .toList();
    assertThat(rows).extracting(MetricRow::name).contains("vm001", "vm002").hasSizeLessThan(200);
    assertThat(rows).allMatch(row -> row.time() != null && !Double.isNaN(row.value()));
    assertThat(rows).doesNotHaveDuplicates();
    assertThat(events.getReceivedExchanges().get(0).getMessage().getBody(String.class))
        .startsWith("{\"signature\":\"vm#");
    assertThat(queries().get(0).body()).contains(QUERY);
  }

  @Test
  void aQueryGoesOnWhereTheOneBeforeEnded() throws Exception {
    MockEndpoint events =
        events(source(Map.of("resultFormat", "RESOURCES", "since", "now-1d", "lag", "5m")));

    await().until(() -> queries().size() >= 3);

    Matcher first = range(queries().get(0));
    Matcher second = range(queries().get(1));
    Matcher third = range(queries().get(2));
    assertThat(second.group(1)).isEqualTo(first.group(2)).isNotEqualTo(second.group(2));
    assertThat(third.group(1)).isEqualTo(second.group(2));
    assertThat(events.getReceivedExchanges().get(0).getMessage().getBody())
        .isInstanceOf(ResourceResult.class);
    assertThat(events.getReceivedExchanges().get(0).getMessage().getHeaders())
        .containsKey(DbapiConstants.STATUS)
        .doesNotContainKeys(DbapiConstants.START_TIME, DbapiConstants.END_TIME);
  }

  @Test
  void valuesOfARunThatFailedComeAgain() throws Exception {
    List<MetricRow> seen = Collections.synchronizedList(new ArrayList<>());
    getMockEndpoint("mock:events")
        .whenAnyExchangeReceived(
            event -> {
              seen.add(event.getMessage().getBody(MetricRow.class));
              if (seen.size() == 2) {
                throw new IllegalStateException("not now");
              }
            });

    events(source(Map.of()));

    await().until(() -> seen.size() > 100);
    assertThat(seen.subList(2, 4)).isEqualTo(seen.subList(0, 2));
    assertThat(range(queries().get(1)).group(1))
        .as("an hour ago")
        .isNotEqualTo(range(queries().get(0)).group(2));
  }

  @Test
  void aServerThatFailsIsAskedAgain() throws Exception {
    simulator.faults().matching("POST", "/dbapi.do", Fault.status(400).body("{}"), 1);
    try (CapturedLog log = new CapturedLog()) {
      MockEndpoint events = events(source(Map.of()));

      await().until(() -> events.getReceivedCounter() > 100);
      assertThat(log.text()).contains("dbapi:runQuery failed with HTTP status 400");
    }
  }

  @Test
  void aWrongPasswordIsLoggedWithoutIt() throws Exception {
    try (CapturedLog log = new CapturedLog()) {
      events(source(Map.of("password", "not-this-one")));

      await().until(() -> log.text().contains("401"));
      assertThat(log.text()).doesNotContain("not-this-one");
    }
  }
}
