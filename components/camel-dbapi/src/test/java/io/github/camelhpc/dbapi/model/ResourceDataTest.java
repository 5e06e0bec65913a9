package io.github.camelhpc.dbapi.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelhpc.dbapi.model.ResourceData.Resource;
import io.github.camelhpc.support.json.JsonReader;
import io.github.camelhpc.support.json.JsonWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResourceDataTest {

  private static final String DOCUMENTED =
      """
      {"meta":{"ts":"20240105_000000","dataSubsetId":"siteA","fullSubsetData":true,
        "fullSubsetFor":["vm"]},
       "resources":[{"signature":"vm#web01","name":"web01","memory":"8192",
         "cpuUsage":[{"from":"20240105_003400","interval":1,"data":[10.5,20.0,null,40.0]}],
         "relationsCompleteList":["h#host1"]},
        {"signature":"vm#web02","name":"web02","memory":"8192","relationsAdded":["h#host2"]}]}
      """;

  private static final Instant FROM = Instant.parse("2024-01-05T00:34:00Z");

  @Test
  void theDocumentedBody() throws IOException {
    ResourceData data =
        new ResourceData(ZoneOffset.UTC)
            .ts(Instant.parse("2024-01-05T00:00:00Z"))
            .dataSubsetId("siteA")
            .fullSubsetData(true)
            .fullSubsetFor(List.of("vm"))
            .with(
                new Resource("vm#web01", "web01")
                    .scalar("memory", "8192")
                    .series("cpuUsage", FROM, 1, 10.5, 20, Double.NaN, 40)
                    .relationsCompleteList(List.of("h#host1")))
            .with(
                new Resource("vm#web02", "web02")
                    .scalar("memory", "8192")
                    .relationsAdded(List.of("h#host2")));

    assertThat(
            JsonReader.answer(new ByteArrayInputStream(JsonWriter.bytes(data)), JsonReader::value))
        .isEqualTo(JsonReader.body(DOCUMENTED, JsonReader::value));
    assertThat(data).hasToString("ResourceData[2 resources]");
  }

  @Test
  void timesAreInItsZone() {
    ResourceData data = new ResourceData(ZoneOffset.ofHours(9)).ts(FROM);

    assertThat(data.toMap()).hasToString("{meta={ts=20240105_093400}, resources=[]}");
  }

  @Test
  void anInfiniteValueIsRefused() {
    Resource resource = new Resource("vm#a", null);

    assertThatThrownBy(() -> resource.series("cpu", FROM, 1, Double.NEGATIVE_INFINITY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a value of cpu is infinite, which cannot be sent: leave it out");
  }
}
