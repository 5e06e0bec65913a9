package io.github.camelhpc.azbatch.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelhpc.support.json.JsonFormatException;
import io.github.camelhpc.support.paging.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchJsonTest {

  private static InputStream in(String json) {
    return new ByteArrayInputStream(json.getBytes(UTF_8));
  }

  @Test
  void aPageHasItemsAndTheLinkAsItWasWritten() throws IOException {
    String link = "https://a.b.batch.azure.com/jobs?$skiptoken=WATV2:x/y:z=%5E&api-version=1";

    Page<Object> page =
        BatchJson.readPage(
            in(
                "{\"odata.metadata\":\"x\",\r\n\"value\":[{\"id\":\"j1\"},{\"id\":\"j2\"}],"
                    + "\"odata.nextLink\":\""
                    + link
                    + "\"}"),
            item -> item.get("id"));

    assertThat(page.items()).containsExactly("j1", "j2");
    assertThat(page.next()).isEqualTo(link);
    assertThat(page.total()).isNull();
  }

  @Test
  void theLinkMayStandBeforeTheItems() throws IOException {
    Page<Map<String, Object>> page =
        BatchJson.readPage(in("{\"odata.nextLink\":\"http://x/\",\"value\":[]}"), item -> item);

    assertThat(page.items()).isEmpty();
    assertThat(page.next()).isEqualTo("http://x/");
  }

  @Test
  void theLastPageHasNoLink() throws IOException {
    for (String last :
        List.of("{\"value\":[]}", "{\"value\":[],\"odata.nextLink\":null}", "{\"value\":null}")) {
      assertThat(BatchJson.readPage(in(last), item -> item).next()).isNull();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}             | the answer has no single member value with a list",
        "{\"value\":[],\"value\":[]} | the answer has no single member value with a list",
        "[]             | the answer at line 1, column 1 has an array, an object with the member value",
        "{\"value\":{}} | the answer at line 1, column 10 has an object, an array was expected",
        "{\"value\":[1]} | the answer at line 1, column 11 has a number, an object was expected",
        "{\"value\":[],\"odata.nextLink\":{}} | the answer at line 1, column 30 has an object, text",
        "{\"value\":[{\"id\":\"j1\"} | the answer is not valid JSON at line 1, column",
        "<html>         | the answer is not valid JSON at line 1, column",
      })
  void whatIsNoPageIsAnErrorAndNeverAPart(String json, String message) {
    assertThatThrownBy(() -> BatchJson.readPage(in(json), item -> item))
        .isInstanceOf(JsonFormatException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void anObjectIsReadFromAnswersAndBodies() throws IOException {
    String json = "{\"id\":\"j1\",\"priority\":0,\"metadata\":[{\"name\":\"a\"}]}";
    Map<String, Object> job =
        Map.of("id", "j1", "priority", 0, "metadata", List.of(Map.of("name", "a")));

    assertThat(BatchJson.readObject(in(json))).isEqualTo(job);
    assertThat(BatchJson.readObject(json)).isEqualTo(job);
    assertThat(BatchJson.readValue("[" + json + "]")).isEqualTo(List.of(job));
    assertThat(BatchJson.readItems(in("{\"value\":[" + json + "]}"))).isEqualTo(List.of(job));
  }

  @Test
  void whatIsWrongWithABodyIsSaidWithoutTheBody() {
    assertThatThrownBy(() -> BatchJson.readObject("{\"password\": s3cr3t}"))
        .isInstanceOf(JsonFormatException.class)
        .hasMessageStartingWith("the body is not valid JSON at line 1, column ")
        .hasMessageNotContaining("s3cr3t");
    assertThatThrownBy(() -> BatchJson.readObject("[]"))
        .hasMessage("the body at line 1, column 1 has an array, an object was expected");
  }

  @Test
  void mapsTypedObjectsAndIterablesAreWritten() {
    NameValuePair pair = NameValuePair.of(Map.of("name", "a", "value", "b"));
    Iterable<Object> several = List.of(pair, Map.of("id", "t1"));

    assertThat(BatchJson.bytes(several))
        .asString(UTF_8)
        .isEqualTo("[{\"name\":\"a\",\"value\":\"b\"},{\"id\":\"t1\"}]");
  }
}
