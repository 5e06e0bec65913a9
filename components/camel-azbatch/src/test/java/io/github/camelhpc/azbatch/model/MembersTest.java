package io.github.camelhpc.azbatch.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.support.paging.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Entries that are read from JSON at once are those that are made of Maps. */
class MembersTest {

  private static InputStream page(String entry) {
    return new ByteArrayInputStream(("{\"value\":[" + entry + "]}").getBytes(UTF_8));
  }

  private static JobPreparationAndReleaseTaskExecutionInformation read(String entry)
      throws IOException {
    Page<JobPreparationAndReleaseTaskExecutionInformation> page =
        BatchJson.readPageOf(
            page(entry), JobPreparationAndReleaseTaskExecutionInformation::readFrom);
    return page.items().get(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'nodeId':'n1','poolId':'p1','nodeUrl':'http://a/b'}",
        "{'poolId':'p1','poolId':'p2','x':1,'x':2}",
        "{'poolId':1,'nodeId':null,'nodeUrl':{'a':{}},'y':[1,{'b':[{}]},null]}",
        "{'jobPreparationTaskExecutionInfo':5,'jobReleaseTaskExecutionInfo':[{'state':'running'}]}",
        "{'jobPreparationTaskExecutionInfo':{'result':'Failure','state':'Completed','exitCode':'1',"
            + "'startTime':'2024-11-05T09:00:03.5Z','endTime':'soon','retryCount':1.5,'new':true,"
            + "'containerInfo':{'containerId':'c','x':{'y':1}},"
            + "'failureInfo':{'category':'UserError','details':[{'name':'a','value':'b','z':[]}]}}}",
        "{'jobReleaseTaskExecutionInfo':{'failureInfo':{'details':[{'name':'a'},5],'code':'c'}}}",
        "{'jobReleaseTaskExecutionInfo':{'failureInfo':{'details':[]}}}",
        "{'a':1,'b':2,'c':3,'d':4,'e':5,'f':6,'g':7,'h':8,'i':9,'j':10,'k':11,'l':12,'m':13,"
            + "'poolId':'p1','n':14,'nodeId':'n1'}"
      })
  void oneIsTheOther(String text) throws IOException {
    String entry = text.replace('\'', '"');

    JobPreparationAndReleaseTaskExecutionInformation read = read(entry);

    JobPreparationAndReleaseTaskExecutionInformation expected =
        JobPreparationAndReleaseTaskExecutionInformation.of(BatchJson.readObject(entry));
    assertThat(read).isEqualTo(expected);
    assertThat(read.additionalProperties().keySet())
        .containsExactlyElementsOf(expected.additionalProperties().keySet());
    assertThat(BatchJson.bytes(read)).isEqualTo(BatchJson.bytes(expected));
  }

  @Test
  void anyNumberOfMembersIsRead() throws IOException {
    String many =
        IntStream.range(0, 50_000)
            .mapToObj(i -> "\"m%d\":%d,\"m%d\":%d,".formatted(i, i, i / 2, i))
            .collect(Collectors.joining());

    JobPreparationAndReleaseTaskExecutionInformation read =
        read("{" + many + "\"nodeId\":\"n\",\"poolId\":\"p\",\"nodeId\":\"n1\"}");

    assertThat(read.poolId()).isEqualTo("p");
    assertThat(read.nodeId()).isEqualTo("n1");
    assertThat(read.additionalProperties())
        .hasSize(50_000)
        .containsEntry("m7", 15)
        .containsEntry("m49999", 49_999);
  }

  @Test
  void aListThatIsNotOfObjectsOnlyStaysWhole() throws IOException {
    List<Object> details = List.of(Map.of("name", "a", "value", "b"), 5);

    TaskFailureInformation read =
        read("{\"jobReleaseTaskExecutionInfo\":{\"failureInfo\":{\"details\":"
                + "[{\"name\":\"a\",\"value\":\"b\"},5]}}}")
            .jobReleaseTaskExecutionInfo()
            .failureInfo();

    assertThat(read.details()).isEmpty();
    assertThat(read.additionalProperties()).isEqualTo(Map.of("details", details));
  }
}
