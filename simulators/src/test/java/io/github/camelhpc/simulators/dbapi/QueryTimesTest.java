package io.github.camelhpc.simulators.dbapi;

import static io.github.camelhpc.simulators.dbapi.DetailViewClient.items;
import static io.github.camelhpc.simulators.dbapi.DetailViewClient.json;
import static io.github.camelhpc.simulators.dbapi.DetailViewClient.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.simulators.HpcSimulators;
import io.github.camelhpc.simulators.RunningSimulators;
import io.github.camelhpc.simulators.dbapi.data.DataSet;
import io.github.camelhpc.simulators.dbapi.data.ResourceType;
import io.github.camelhpc.simulators.dbapi.data.ScalarAttribute;
import io.github.camelhpc.simulators.dbapi.data.SeriesAttribute;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
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

  /** The response example of the published page of getStatus, to the character. */
  @Test
  void publishedExample() {
    long start = Instant.parse("2014-07-13T23:01:00Z").getEpochSecond();
    double[] samples = {24, 33, 68, Double.NaN, 4};
    DataSet dataSet =
        DataSet.named("defaultDs")
            .with(
                ResourceType.of("vm")
                    .resource("cumulus1-lab-vm2", "cumulus-lab-vm2")
                    .resources(9, "other%d")
                    .attribute(ScalarAttribute.of("memory", "Memory", "", "204800"))
                    .attribute(
                        SeriesAttribute.of(
                                "cpuUsage",
                                "cpu usage",
                                "",
                                signature -> second -> samples[(int) ((second - start) / 60)])
                            .withKey("cpu Usage")));
    try (HpcSimulators simulators =
        with(server -> server.dataSet(dataSet).resourceTime(Duration.ofSeconds(1)))) {
      DetailViewClient example = DetailViewClient.of(simulators).waiting(0);
      String id =
          json(example.post(
                  "query",
                  "{\"query\":\"vm[=name rx cumulus.*][~memory][@cpuUsage rx b .*]\","
                      + "\"startTime\":\"20140713_230030\",\"endTime\":\"20140713_230600\"}"))
              .getString("id");
      simulators.clock().advance(Duration.ofSeconds(10));

      HttpResponse<String> response = example.get("getStatus", "requestId", id);

      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
      assertThat(response.body())
          .isEqualTo(
              "{\"status\":{\"total\":10,\"matched\":1,\"processed\":10,\"completed\":true,"
                  + "\"aborted\":false,\"hasErrors\":\"false\"},\"result\":[{"
                  + "\"signature\":\"vm#cumulus1-lab-vm2\",\"name\":\"cumulus-lab-vm2\","
                  + "\"memory\":{\"type\":\"scalar\",\"name\":\"Memory\",\"unit\":\"\","
                  + "\"data\":\"204800\"},\"cpu Usage\":[{\"type\":\"timeseries\","
                  + "\"name\":\"cpu usage\",\"unit\":\"\",\"interval\":60,"
                  + "\"start\":\"20140713_230100\",\"data\":[24.00,33.00,68.00,null,4.00]}]}]}");
    }
  }
}
