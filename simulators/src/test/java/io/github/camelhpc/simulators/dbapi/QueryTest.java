package io.github.camelhpc.simulators.dbapi;

import static io.github.camelhpc.simulators.dbapi.DetailViewClient.RANGE;
import static io.github.camelhpc.simulators.dbapi.DetailViewClient.items;
import static io.github.camelhpc.simulators.dbapi.DetailViewClient.json;
import static io.github.camelhpc.simulators.dbapi.DetailViewClient.names;
import static io.github.camelhpc.simulators.dbapi.DetailViewClient.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.simulators.HpcSimulators;
import io.github.camelhpc.simulators.RunningSimulators;
import io.github.camelhpc.simulators.SimulatorClock;
import io.github.camelhpc.simulators.dbapi.data.DataSet;
import io.github.camelhpc.simulators.dbapi.data.ResourceType;
import io.github.camelhpc.simulators.dbapi.data.ScalarAttribute;
import io.github.camelhpc.simulators.dbapi.data.SeriesAttribute;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What queries mean, and the form of their results. */
@Timeout(60)
class QueryTest {

  @RegisterExtension static final RunningSimulators SIMULATORS = new RunningSimulators();

  private DetailViewClient client;

  @BeforeEach
  void client() {
    client = DetailViewClient.of(SIMULATORS.get());
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

  private static HpcSimulators with(Consumer<DbapiSettings> change) {
    return HpcSimulators.builder()
        .httpsPort(-1)
        .user("hpcuser", "secret")
        .clock(SimulatorClock.manual(RunningSimulators.START))
        .dbapi(change)
        .start();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "vm[~memory] | 10 | 10",
        "vm | 10 | 10",
        "vm[=name rx vm00[1-3]] | 10 | 3",
        "vm[=name rx vm\\d[01]2] | 10 | 1",
        "vm[=name rx \\[.*] | 10 | 0",
        "vm[=name rx m00] | 10 | 0",
        "vm[=memory rx 81.*][=name rx .*9] | 10 | 1",
        "vm[@cpuUsage rx b .*][@memUsage rx b .*] | 10 | 10",
        "vm[@nothing rx b .*] | 10 | 0",
        "vm[~nothing] | 10 | 0",
        "nothing[~memory] | 0 | 0",
        "raidStorage[=name rx .*]/raidPool[=name rx .*] | 2 | 2",
        "raidStorage[=name rx other]/raidPool[=name rx .*] | 2 | 0",
        "raidStorage/raidPool[=name rx Pool 0]/raidLdev | 10 | 5",
        "h[=name rx host1]/vm[~memory] | 10 | 3",
        "vm[=name rx vm001]/h | 4 | 1",
      })
  void formsOfQueries(String query, int total, int matched) {
    HttpResponse<String> response = client.query(query);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(status(response).getInteger("total")).isEqualTo(total);
    assertThat(status(response).getInteger("processed")).isEqualTo(total);
    assertThat(status(response).getInteger("matched")).isEqualTo(matched);
    assertThat(items(response)).hasSize(matched);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[~memory]",
        "vm[~memory",
        "vm[memory]",
        "vm[=name eq vm001]",
        "vm[=name rx (]",
        "vm[@cpuUsage rx b 5.*]",
        "vm[@cpuUsage rx .*]",
        "vm[~memory] or h",
        "vm/",
        "vm//h",
        "vm[~memory]]",
      })
  void whatIsNotUnderstoodIsRefused(String query) {
    HttpResponse<String> response = client.query(query);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(json(response).getString("error"))
        .startsWith("The query is not understood at character ")
        .endsWith(".");
    assertThat(json(response).containsKey("code")).isFalse();
  }

  @Test
  void resultHasTheAttributesThatTheQueryNames() {
    JsonObject item =
        items(client.query("vm[=name rx vm001][~memory][=cpuCount rx 4][@memUsage rx b .*]"))
            .get(0);

    assertThat(item.fieldNames())
        .containsExactly("signature", "name", "memory", "cpuCount", "memUsage");
    assertThat(item.getString("signature")).isEqualTo("vm#vm001");
    assertThat(item.getJsonObject("memory").getValue("data")).isEqualTo("8192");
    assertThat(items(client.query("raidLdev[=name rx 00:00:0A]")).get(0).getString("signature"))
        .isEqualTo("raidLdev#410001-00^00^0A");
  }

  @Test
  void seriesHaveNullsAndAreTheSameEveryTime() {
    HttpResponse<String> first = client.query("vm[@memUsage rx b .*]");
    HttpResponse<String> second = client.query("vm[@memUsage rx b .*]");

    assertThat(second.body()).isEqualTo(first.body());
    assertThat(items(first))
        .allSatisfy(
            item -> {
              JsonArray blocks = item.getJsonArray("memUsage");
              assertThat(blocks).hasSize(1);
              JsonObject block = blocks.getJsonObject(0);
              assertThat(block.getString("start")).isEqualTo("20260301_080000");
              assertThat(block.getInteger("interval")).isEqualTo(60);
              assertThat(block.getString("unit")).isEqualTo("%");
              assertThat(block.getJsonArray("data")).hasSize(60);
            });
    assertThat(first.body()).contains("null").doesNotContain("NaN");
    assertThat(first.body()).containsPattern("\"data\":\\[\\d+\\.\\d\\d,");
    assertThat(items(first).get(0).getJsonArray("memUsage"))
        .isNotEqualTo(items(first).get(1).getJsonArray("memUsage"));
  }

  @Test
  void gapsMakeSeveralBlocks() {
    JsonArray blocks =
        items(client.query("vm[=name rx vm001][@netUsage rx b .*]"))
            .get(0)
            .getJsonArray("netUsage");

    assertThat(blocks.size()).isGreaterThanOrEqualTo(3);
    assertThat(blocks.stream().map(JsonObject.class::cast).skip(1).limit(1))
        .allSatisfy(block -> assertThat(block.getJsonArray("data")).hasSize(20));
    Instant second = time(blocks.getJsonObject(1));
    Instant third = time(blocks.getJsonObject(2));
    assertThat(Duration.between(second, third)).isEqualTo(Duration.ofMinutes(25));
  }

  private static Instant time(JsonObject block) {
    return Instant.parse(
        block.getString("start").replaceAll("(....)(..)(..)_(..)(..)(..)", "$1-$2-$3T$4:$5:$6Z"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'query':'vm','startTime':'2026-03-01'} | startTime must be a time like 20240105_230100.",
        "{'query':'vm','endTime':'20261301_000000'} | endTime must be a time like 20240105_230100.",
        "{'query':'vm','startTime':'20260301_090001'} | endTime must not be before startTime.",
        "{'query':'vm','utcOffset':'+0000'} | utcOffset must be like UTC+09:00 or UTC-07:00; in a"
            + " URL the + is written %2B.",
        "{'query':'vm','utcOffset':'UTC+99:00'} | utcOffset must be like UTC+09:00 or UTC-07:00; in"
            + " a URL the + is written %2B.",
        "{'query':'vm','maxResults':0} | maxResults must be a whole number of at least 1.",
        "{'query':'vm','splitResponse':'maybe'} | splitResponse must be true or false.",
        "{'query':['vm']} | query must be a text.",
        "{'query': | The body must be a JSON object.",
        "[1] | The body must be a JSON object.",
        "{} | Mandatory parameter {query} not specified.",
      })
  void wrongBodiesAreRefused(String body, String error) {
    HttpResponse<String> response = client.post("query", body.replace('\'', '"'));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(json(response).getString("error")).isEqualTo(error);
  }

  @Test
  void optionsOfTheBodyAreTakenFromTheUrlToo() {
    String body = "{\"query\":\"vm\"," + RANGE + "}";

    HttpResponse<String> response =
        client.post(
            "query", body, "maxResults", "3", "splitResponse", "true", "useRealTime", "true");

    assertThat(response.statusCode()).isEqualTo(206);
    assertThat(names(response)).containsExactly("vm001", "vm002", "vm003");
  }

  @Test
  void prefixStandsBeforeTheEntryPoint() {
    try (HpcSimulators simulators = with(server -> server.prefix("/clearsightadvanced"))) {
      DetailViewClient prefixed = DetailViewClient.of(simulators);

      assertThat(simulators.dbapiUrl()).endsWith("/clearsightadvanced");
      assertThat(prefixed.query("vm").statusCode()).isEqualTo(200);
    }
  }
}
