package io.github.camelhpc.simulators.dbapi;

import static io.github.camelhpc.simulators.dbapi.DetailViewClient.items;
import static io.github.camelhpc.simulators.dbapi.DetailViewClient.json;
import static io.github.camelhpc.simulators.dbapi.DetailViewClient.names;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.simulators.RunningSimulators;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Data sets, data subsets, and resources without a query. */
@Timeout(60)
class ResourceDataTest {

  @RegisterExtension static final RunningSimulators SIMULATORS = new RunningSimulators();

  private DetailViewClient client;

  @BeforeEach
  void client() {
    client = DetailViewClient.of(SIMULATORS.get());
  }

  @Test
  void dataSetIsDescribed() {
    HttpResponse<String> response = client.get("retrieveDataset");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body())
        .isEqualTo(
            "{\"name\":\"defaultDs\",\"attributeDefCount\":15,\"resourceDefCount\":5,"
                + "\"resourceCount\":27,\"dataSubset\":[\"siteA\",\"siteB\"]}");
    assertThat(client.post("retrieveDataset", "").body()).isEqualTo(response.body());
  }

  @Test
  void dataSubsetsAreDescribed() {
    HttpResponse<String> one = client.get("retrieveDataSubset", "dataSubsetId", "siteA");

    assertThat(one.body())
        .isEqualTo(
            "{\"dataSubsetId\":\"siteA\",\"dataSubsetType\":\"VMware\",\"dataAvailability\":{"
                + "\"startTime\":\"20240101_000000\",\"endTime\":\"20240131_235959\"}}");
    assertThat(new JsonArray(client.get("retrieveDataSubset").body())).hasSize(2);
    assertThat(client.get("retrieveDataSubset", "utcOffset", "UTC+09:00").body())
        .contains("\"startTime\":\"20240101_090000\"");
    assertThat(client.get("retrieveDataSubset", "dataSubsetId", "siteX").statusCode())
        .isEqualTo(404);
    assertThat(client.get("retrieveDataSubset", "dataSubsetId", "?").statusCode()).isEqualTo(400);
  }

  @Test
  void resourcesAreFoundBySignature() {
    String expected =
        "{\"vm\":[{\"signature\":\"vm#vm001\",\"name\":\"vm001\",\"memory\":\"8192\","
            + "\"cpuCount\":\"4\"}],\"h\":[{\"signature\":\"h#host1\",\"name\":\"host1\","
            + "\"memory\":\"262144\",\"cpuCores\":\"32\"}]}";

    assertThat(
            client.get("retrieveResourceData", "resSignatures", "vm#vm001,h#host1,vm#none").body())
        .isEqualTo(expected);
    assertThat(
            client
                .post(
                    "retrieveResourceData",
                    "{\"resSignatures\":[\"vm#vm001\",\"h#host1\"],\"resType\":\"raidPool\"}")
                .body())
        .isEqualTo(expected);
    assertThat(
            client.get("retrieveResourceData", "resSignatures", "raidLdev#410001-00:00:01").body())
        .contains("\"signature\":\"raidLdev#410001-00^00^01\"");
  }

  @Test
  void resourcesAreFoundByTypeAndAttribute() {
    assertThat(json(client.get("retrieveResourceData", "resType", "h")).getJsonArray("h"))
        .hasSize(4);
    JsonObject withMemory = json(client.get("retrieveResourceData", "attrId", "memory"));
    assertThat(withMemory.fieldNames()).containsExactlyInAnyOrder("vm", "h");
    assertThat(
            json(
                client.post(
                    "retrieveResourceData",
                    "{\"attrId\":\"name\",\"attrValue\":\"vm004\","
                        + "\"snapshotTime\":\"20260301_000000\"}")))
        .isEqualTo(
            new JsonObject(
                "{\"vm\":[{\"signature\":\"vm#vm004\",\"name\":\"vm004\",\"memory\":\"8192\","
                    + "\"cpuCount\":\"4\"}]}"));
    assertThat(json(client.get("retrieveResourceData")).fieldNames()).hasSize(5);
    assertThat(client.get("retrieveResourceData", "resType", "none").body()).isEqualTo("{}");
  }

  @ParameterizedTest
  @CsvSource({
    "attrId,x,attrId must have 2 to 32 characters.",
    "snapshotTime,now,snapshotTime must be a time like 20240105_230100.",
    "utcOffset,Z,utcOffset must be like UTC+09:00 or UTC-07:00; in a URL the + is written %2B.",
  })
  void wrongParametersAreRefused(String name, String value, String error) {
    HttpResponse<String> response =
        client.get("retrieveResourceData", name, value, "snapshotTime", "20260301_000000");

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(json(response).getString("error")).isEqualTo(error);
  }

  @Test
  void createdResourcesAreSeenByQueries() {
    HttpResponse<String> created =
        client.post(
            "createOrUpdateResourceData",
            """
            {"meta":{"ts":"20260301_080000","dataSubsetId":"siteA","fullSubsetData":true,
                     "fullSubsetFor":["vm"]},
             "resources":[{"signature":"vm#web01","name":"web01","memory":"4096","owner":"me",
               "cpuUsage":[{"from":"20260301_083400","interval":1,"data":[10.5,20,null,40]}],
               "latency":[{"from":"20260301_081030","interval":5,"data":[1,2]},
                          {"from":"20260301_083030","interval":5,"data":[3]}],
               "relationsCompleteList":["h#host1"]},
              {"signature":"rack#1","name":"Rack 1","relationsAdded":["h#host2"]}]}""");

    assertThat(created.statusCode()).isEqualTo(200);
    assertThat(created.body()).isEqualTo("{}");
    JsonObject item =
        items(client.query("h[=name rx host1]/vm[=name rx web01][~memory][~owner][~latency]"))
            .get(0);
    assertThat(item.getJsonObject("memory").encode())
        .isEqualTo("{\"type\":\"scalar\",\"name\":\"Memory\",\"unit\":\"MB\",\"data\":\"4096\"}");
    assertThat(item.getJsonObject("owner").getString("data")).isEqualTo("me");
    assertThat(item.getJsonArray("latency").encode())
        .isEqualTo(
            "[{\"type\":\"timeseries\",\"name\":\"latency\",\"unit\":\"\",\"interval\":300,"
                + "\"start\":\"20260301_081030\",\"data\":[1.0,2.0]},{\"type\":\"timeseries\","
                + "\"name\":\"latency\",\"unit\":\"\",\"interval\":300,"
                + "\"start\":\"20260301_083030\",\"data\":[3.0]}]");
    assertThat(names(client.query("rack/h"))).containsExactly("host2");
    assertThat(json(client.get("retrieveDataset")).getInteger("resourceCount")).isEqualTo(29);
    assertThat(json(client.get("retrieveDataset")).getInteger("resourceDefCount")).isEqualTo(6);
  }

  @Test
  void samplesReplaceThoseOfTheSameTime() {
    String query = "vm[=name rx vm001][@memUsage rx b .*]";
    JsonArray before = samples(query);

    update("\"memUsage\":[{\"from\":\"20260301_080100\",\"interval\":1,\"data\":[1.25,2.5]}]");
    update("\"memUsage\":[{\"from\":\"20260301_080200\",\"interval\":1,\"data\":[null]}]");

    JsonArray after = samples(query);
    assertThat(after).hasSize(60);
    assertThat(after.getValue(0)).isEqualTo(before.getValue(0));
    assertThat(after.getDouble(1)).isEqualTo(1.25);
    assertThat(after.getValue(2)).isNull();
    assertThat(after.getValue(3)).isEqualTo(before.getValue(3));
  }

  private JsonArray samples(String query) {
    return items(client.query(query))
        .get(0)
        .getJsonArray("memUsage")
        .getJsonObject(0)
        .getJsonArray("data");
  }

  private HttpResponse<String> update(String members) {
    return client.post(
        "createOrUpdateResourceData",
        "{\"meta\":{\"ts\":\"20260301_080000\"},\"resources\":[{\"signature\":\"vm#vm001\","
            + members
            + "}]}");
  }

  @Test
  void scalarsNamesAndRelationsAreReplaced() {
    update("\"name\":\"renamed\",\"memory\":\"1\",\"relationsCompleteList\":[\"h#host4\"]");
    update("\"relationsAdded\":[\"h#host3\"]");

    assertThat(client.get("retrieveResourceData", "resSignatures", "vm#vm001").body())
        .isEqualTo(
            "{\"vm\":[{\"signature\":\"vm#vm001\",\"name\":\"renamed\",\"memory\":\"1\","
                + "\"cpuCount\":\"4\"}]}");
    assertThat(names(client.query("vm[=name rx renamed]/h"))).containsExactly("host3", "host4");
    SIMULATORS.get().reset();
    assertThat(names(client.query("vm[=name rx vm001]/h"))).containsExactly("host1");
  }

  @Test
  void samplesOffTheIntervalChangeNothing() {
    HttpResponse<String> refused =
        update(
            "\"memory\":\"1\",\"memUsage\":[{\"from\":\"20260301_080030\",\"interval\":1,"
                + "\"data\":[1]}]");

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(json(refused).getString("error"))
        .isEqualTo(
            "The samples of memUsage of vm#vm001 do not fall on the interval that the series has.");
    assertThat(client.get("retrieveResourceData", "resSignatures", "vm#vm001").body())
        .contains("\"memory\":\"8192\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'resources':[]} | Mandatory parameter {meta} not specified.",
        "{'meta':{},'resources':[]} | Mandatory parameter {ts} not specified.",
        "{'meta':{'ts':'20260301_080000'}} | Mandatory parameter {resources} not specified.",
        "{'meta':{'ts':'20260301_080000'},'resources':[{'name':'a'}]} | Mandatory parameter {signature} not specified.",
        "{'meta':{'ts':'20260301_080000'},'resources':[{'signature':'a'}]} | A signature must be like vm#web01.",
        "{'meta':{'ts':'20260301_080000'},'resources':[1]} | In resources there is a value of the wrong type.",
        "{'meta':{'ts':'20260301_080000'},'resources':[{'signature':'a#b','c':{}}]} | c must be a text or an array of samples.",
        "{'meta':{'ts':'20260301_080000'},'resources':[{'signature':'a#b','c':[{'from':'20260301_080000','interval':0,'data':[]}]}]} | interval must be at least 1.",
      })
  void wrongUpdatesAreRefused(String body, String error) {
    HttpResponse<String> response =
        client.post("createOrUpdateResourceData", body.replace('\'', '"'));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(json(response).getString("error")).isEqualTo(error);
  }

  @Test
  void putIsNoWayToUpdate() {
    HttpResponse<String> response =
        DetailViewClient.send(
            client
                .request("createOrUpdateResourceData")
                .PUT(HttpRequest.BodyPublishers.ofString("{}")));

    assertThat(response.statusCode()).isEqualTo(405);
  }
}
