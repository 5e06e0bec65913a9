package io.github.camelhpc.azbatch.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelhpc.test.ComponentTestSupport;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.NoTypeConversionAvailableException;
import org.apache.camel.TypeConversionException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code convertBodyTo} and expressions do with typed objects. */
class BatchModelConverterTest extends ComponentTestSupport {

  private static final String JSON =
      "{\"poolId\":\"p\",\"nodeId\":\"n\",\"jobReleaseTaskExecutionInfo\":{\"state\":\"Running\"},"
          + "\"more\":[1]}";

  private static final Map<String, Object> MEMBERS =
      Map.of(
          "poolId",
          "p",
          "nodeId",
          "n",
          "jobReleaseTaskExecutionInfo",
          Map.of("state", "Running"),
          "more",
          List.of(1));

  private final JobPreparationAndReleaseTaskExecutionInformation typed =
      JobPreparationAndReleaseTaskExecutionInformation.of(MEMBERS);

  @TempDir private Path folder;

  private <T> T converted(Class<T> type, Object value) throws NoTypeConversionAvailableException {
    return context().getTypeConverter().mandatoryConvertTo(type, value);
  }

  private JobPreparationAndReleaseTaskExecutionInformation typed(Object value) throws Exception {
    return converted(JobPreparationAndReleaseTaskExecutionInformation.class, value);
  }

  @Test
  void aTypedObjectBecomesAMapOrJson() throws Exception {
    assertThat(converted(Map.class, typed)).isEqualTo(MEMBERS);
    assertThat(BatchJson.readObject(converted(String.class, typed))).isEqualTo(MEMBERS);
    assertThat(BatchJson.readObject(new String(converted(byte[].class, typed), UTF_8)))
        .isEqualTo(MEMBERS);
    assertThat(BatchJson.readObject(converted(InputStream.class, typed))).isEqualTo(MEMBERS);
  }

  @Test
  void aMapOrJsonBecomesATypedObject() throws Exception {
    assertThat(typed(MEMBERS)).isEqualTo(typed);
    assertThat(typed(JSON)).isEqualTo(typed);
    assertThat(typed(JSON.getBytes(UTF_8))).isEqualTo(typed);
    assertThat(typed(new ByteArrayInputStream(JSON.getBytes(UTF_8)))).isEqualTo(typed);
    assertThat(converted(ErrorMessage.class, "{\"lang\":\"en-US\",\"value\":\"x\"}").value())
        .isEqualTo("x");
  }

  @Test
  void aFileBecomesATypedObject() throws Exception {
    Path file = Files.writeString(folder.resolve("status.json"), JSON);
    Exchange exchange = new DefaultExchange(context());
    exchange.getMessage().setBody(file.toFile());

    assertThat(
            exchange.getMessage().getBody(JobPreparationAndReleaseTaskExecutionInformation.class))
        .isEqualTo(typed);
  }

  @Test
  void aListOfTypedObjectsBecomesAJsonArray() throws Exception {
    List<Object> array = List.of(MEMBERS, MEMBERS);
    List<BatchModel> list = List.of(typed, typed);

    assertThat(BatchJson.readValue(converted(String.class, list))).isEqualTo(array);
    assertThat(BatchJson.readValue(new String(converted(byte[].class, list), UTF_8)))
        .isEqualTo(array);
    assertThat(
            BatchJson.readValue(
                new String(converted(InputStream.class, list).readAllBytes(), UTF_8)))
        .isEqualTo(array);
  }

  @Test
  void whatIsToBeAddedBecomesAMapOrJson() throws Exception {
    TaskAddParameter task = new TaskAddParameter("t1", "run");

    assertThat(converted(Map.class, task)).containsEntry("id", "t1");
    assertThat(converted(String.class, List.of(task)))
        .isEqualTo("[{\"id\":\"t1\",\"commandLine\":\"run\"}]");
  }

  @Test
  void otherListsAreLeftToCamel() throws Exception {
    assertThat(converted(String.class, List.of("a", "b"))).isEqualTo("[a, b]");
    assertThat(converted(byte[].class, List.of())).asString().isEqualTo("[]");
  }

  @Test
  void whatIsNoJsonObjectIsExplained() {
    assertThatThrownBy(() -> typed("{\"password\": s3cr3t"))
        .isInstanceOf(TypeConversionException.class)
        .hasRootCauseMessage("the body is not valid JSON at line 1, column 20");
    assertThatThrownBy(() -> typed("[]"))
        .hasRootCauseMessage("the body at line 1, column 1 has an array, an object was expected");
    assertThatThrownBy(() -> typed(NameValuePair.of(Map.of())))
        .isInstanceOf(NoTypeConversionAvailableException.class);
  }

  @Test
  void expressionsReachInto() throws Exception {
    start(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:status")
                .choice()
                .when(simple("${body.jobReleaseTaskExecutionInfo.state} == 'running'"))
                .setBody(simple("${body.nodeId} ${body.jobReleaseTaskExecutionInfo.state.text}"))
                .otherwise()
                .setBody(constant("not running"));
          }
        });

    assertThat(call("direct:status", typed).getMessage().getBody()).isEqualTo("n Running");
  }
}
