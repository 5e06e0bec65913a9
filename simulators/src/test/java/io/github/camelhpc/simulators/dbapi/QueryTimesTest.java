package io.github.camelhpc.simulators.dbapi;

import static io.github.camelhpc.simulators.dbapi.DetailViewClient.items;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.simulators.HpcSimulators;
import io.github.camelhpc.simulators.RunningSimulators;
import io.github.camelhpc.simulators.SimulatorClock;
import java.net.http.HttpResponse;
import java.time.ZoneId;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The times of queries and of their results. */
@Timeout(60)
class QueryTimesTest {

  @RegisterExtension static final RunningSimulators SIMULATORS = new RunningSimulators();

  private DetailViewClient client;

  @BeforeEach
  void client() {
    client = DetailViewClient.of(SIMULATORS.get());
  }

  @Test
  void timesAreInTheZoneOfTheServerUnlessAnOffsetIsGiven() {
    try (HpcSimulators simulators = with(server -> server.zone(ZoneId.of("Asia/Tokyo")))) {
      DetailViewClient tokyo = DetailViewClient.of(simulators);
      String query = "{\"query\":\"vm[=name rx vm001][@memUsage rx b .*]\",";
      String inUtc = query + "\"startTime\":\"20260301_080000\",\"endTime\":\"20260301_080200\",";

      String utc = tokyo.post("query", inUtc + "\"utcOffset\":\"UTC+00:00\"}").body();
      String byUrl =
          tokyo.post("query", inUtc.replaceAll(",$", "}"), "utcOffset", "UTC+00:00").body();
      String here =
          tokyo
              .post(
                  "query",
                  query + "\"startTime\":\"20260301_170000\",\"endTime\":\"20260301_170200\"}")
              .body();
      String west =
          tokyo
              .post(
                  "query",
                  query
                      + "\"startTime\":\"20260301_010000\",\"endTime\":\"20260301_010200\","
                      + "\"utcOffset\":\"UTC-07:00\"}")
              .body();

      assertThat(utc).contains("\"start\":\"20260301_080000\"").isEqualTo(byUrl);
      assertThat(here).isEqualTo(utc.replace("20260301_080000", "20260301_170000"));
      assertThat(west).isEqualTo(utc.replace("20260301_080000", "20260301_010000"));
    }
  }

  @Test
  void endTimeIsIncludedBySettingOnly() {
    String body =
        "{\"query\":\"vm[=name rx vm001][@memUsage rx b .*]\","
            + "\"startTime\":\"20260301_080000\",\"endTime\":\"20260301_080200\"}";

    assertThat(samples(client.post("query", body))).isEqualTo(2);
    try (HpcSimulators simulators =
        with(server -> server.answers(form -> form.endTimeIncluded(true)))) {
      assertThat(samples(DetailViewClient.of(simulators).post("query", body))).isEqualTo(3);
    }
  }

  private static int samples(HttpResponse<String> response) {
    return items(response)
        .get(0)
        .getJsonArray("memUsage")
        .getJsonObject(0)
        .getJsonArray("data")
        .size();
  }

  @Test
  void withoutTimesItIsTheLastHour() {
    HttpResponse<String> response =
        client.post("query", "{\"query\":\"vm[=name rx vm001][@memUsage rx b .*]\"}");

    assertThat(response.body())
        .isEqualTo(client.query("vm[=name rx vm001][@memUsage rx b .*]").body());
  }

  private static HpcSimulators with(Consumer<DbapiSettings> change) {
    return HpcSimulators.builder()
        .httpsPort(-1)
        .user("hpcuser", "secret")
        .clock(SimulatorClock.manual(RunningSimulators.START))
        .dbapi(change)
        .start();
  }
}
