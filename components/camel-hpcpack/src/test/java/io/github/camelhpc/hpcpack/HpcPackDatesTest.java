package io.github.camelhpc.hpcpack;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.simulators.HpcSimulators;
import io.github.camelhpc.simulators.LoggedRequest;
import io.github.camelhpc.support.operation.InvalidParameterException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Times in filters are sent in the server's own format. */
class HpcPackDatesTest extends HpcPackTestSupport {

  private static final String JOBS = "/hpc/jobs";

  private static String lastQuery(HpcSimulators server) {
    List<LoggedRequest> requests = server.requests().all();
    return requests.get(requests.size() - 1).query();
  }

  private static String decoded(String query) {
    return URLDecoder.decode(query, StandardCharsets.UTF_8);
  }

  private static Stream<Object> sameTime() {
    return Stream.of(
        Instant.parse("2026-03-04T15:06:07Z"),
        ZonedDateTime.parse("2026-03-04T16:06:07+01:00"),
        Date.from(Instant.parse("2026-03-04T15:06:07Z")),
        "2026-03-04T15:06:07Z",
        "2026-03-04T16:06:07+01:00",
        "2026-03-04T15:06:07",
        "2026-03-04 15:06:07");
  }

  @ParameterizedTest
  @MethodSource("sameTime")
  void aHeaderIsSentInTheFormatOfTheServer(Object time) {
    call("hpcpack:listJobs", null, Map.of("CamelHpcPackChangeTimeFrom", time));

    assertThat(decoded(lastQuery(simulator)))
        .contains("$filter=ChangeTimeFrom eq 3/4/2026 3:06:07 PM");
  }

  @ParameterizedTest
  @CsvSource({
    "yyyy-MM-dd HH:mm:ss, 2026-03-04 15:06:07",
    "dd.MM.yyyy HH:mm:ss, 04.03.2026 15:06:07",
    "M/d/yyyy h:mm:ss tt, 3/4/2026 3:06:07 PM",
    "dddd MMMM d yyyy H:mm:ss, Wednesday March 4 2026 15:06:07"
  })
  void everyFormatOfAServerIsWritten(String format, String expected) {
    try (HpcSimulators server =
        HpcSimulators.builder().user("hpcuser", "secret").dateTimeFormat(format).start()) {
      call(
          "hpcpack:listJobs?changeTimeFrom=2026-03-04T15:06:07Z&serviceUrl=" + server.hpcPackUrl(),
          null);

      assertThat(decoded(lastQuery(server))).contains("$filter=ChangeTimeFrom eq " + expected);
    }
  }

  @Test
  void theFormatIsAskedForOnceAndOnlyIfItIsNeeded() {
    call("hpcpack:listJobs?jobState=Running", null);
    assertThat(formatRequests()).isZero();

    call("hpcpack:listJobs?changeTimeFrom=2026-03-04", null);
    call("hpcpack:listJobs?changeTimeFrom=2026-03-05", null);
    int job = createdJob(Map.of());
    call("hpcpack:listTasks?changeTimeFrom=2026-03-05&jobId=" + job, null);

    assertThat(formatRequests()).isEqualTo(1);
  }

  private static long formatRequests() {
    return simulator.requests().count("GET", "/hpc/cluster/info/dateTimeFormat");
  }

  @Test
  void onlyWhatChangedSinceIsListed() {
    createdJob(Map.of("Name", "early"));
    advance(Duration.ofHours(1));
    Instant between = simulator.clock().now();
    advance(Duration.ofHours(1));
    int late = createdJob(Map.of("Name", "late"));

    List<?> jobs =
        call("hpcpack:listJobs", null, Map.of("CamelHpcPackChangeTimeFrom", between))
            .getMessage()
            .getBody(List.class);

    assertThat(jobs)
        .singleElement()
        .satisfies(job -> assertThat(((Map<?, ?>) job).get("Id")).isEqualTo("" + late));
  }

  @Test
  void typedFiltersAreAddedToTheRawOneAndEncoded() {
    call(
        "hpcpack:listJobs?filter=JobState eq Running&changeTimeFrom=2026-03-04T00:00:00Z",
        null,
        Map.of("CamelHpcPackNodeGroup", "A&B"));

    assertThat(lastQuery(simulator))
        .contains(
            "filter=JobState%20eq%20Running%20and%20NodeGroup%20eq%20A%26B%20and%20"
                + "ChangeTimeFrom%20eq%203%2F4%2F2026%2012%3A00%3A00%20AM");
  }

  @Test
  void timesOfThe2019ApiAreIso8601() {
    call(
        "hpcpack:listClusterOperations?fromTime=2026-03-04&"
            + "toTime=RAW(2026-03-05T01:00:00+01:00)",
        null);

    assertThat(decoded(lastQuery(simulator)))
        .contains("fromTime=2026-03-04T00:00:00Z", "toTime=2026-03-05T00:00:00Z");
  }

  @Test
  void whatIsNoTimeIsRefused() {
    assertThat(
            send("hpcpack:listJobs", null, Map.of("CamelHpcPackChangeTimeFrom", "yesterday"))
                .getException())
        .isInstanceOf(InvalidParameterException.class)
        .hasMessage(
            "hpcpack:listJobs: changeTimeFrom must be a point in time such as"
                + " 2026-01-31T12:00:00Z, not 'yesterday'; change the option changeTimeFrom or the"
                + " header CamelHpcPackChangeTimeFrom");
    assertThat(simulator.requests().count("GET", JOBS)).isZero();
  }
}
