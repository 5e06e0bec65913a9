package io.github.camelhpc.dbapi.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelhpc.dbapi.model.MetricRow;
import io.github.camelhpc.dbapi.model.MetricRows;
import io.github.camelhpc.dbapi.model.RequestStatus;
import io.github.camelhpc.dbapi.model.ResourceResult;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.camel.NoTypeConversionAvailableException;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What {@code convertBodyTo} and expressions do with objects of the model. */
class DbapiModelConverterTest {

  private static final String CSV =
      "signature,name,attribute,unit,time,value\r\n"
          + "vm#cumulus1-lab-vm2,cumulus-lab-vm2,cpu Usage,,2014-07-13T23:01:00Z,24.0\r\n"
          + "vm#cumulus1-lab-vm2,cumulus-lab-vm2,cpu Usage,,2014-07-13T23:02:00Z,33.0\r\n"
          + "vm#cumulus1-lab-vm2,cumulus-lab-vm2,cpu Usage,,2014-07-13T23:03:00Z,68.0\r\n"
          + "vm#cumulus1-lab-vm2,cumulus-lab-vm2,cpu Usage,,2014-07-13T23:05:00Z,4.0\r\n";

  private final DefaultCamelContext context = new DefaultCamelContext();
  private final ResourceResult resource = Answers.results(Answers.DOCUMENTED).get(0);

  @AfterEach
  void close() throws Exception {
    context.close();
  }

  private <T> T converted(Class<T> type, Object value) throws Exception {
    return context.getTypeConverter().mandatoryConvertTo(type, value);
  }

  @Test
  void aResultBecomesAMapOrJsonAndBack() throws Exception {
    Map<?, ?> map = converted(Map.class, resource);
    String json = converted(String.class, resource);

    assertThat(map).isEqualTo(resource.toMap());
    assertThat(converted(ResourceResult.class, map)).isEqualTo(resource);
    assertThat(converted(ResourceResult.class, json)).isEqualTo(resource);
    assertThat(converted(ResourceResult.class, converted(byte[].class, resource)))
        .isEqualTo(resource);
    assertThat(converted(ResourceResult.class, converted(InputStream.class, resource)))
        .isEqualTo(resource);
  }

  @Test
  void aStatusBecomesAMapOrJsonAndBack() throws Exception {
    RequestStatus status = new RequestStatus(3, 2, 1, false, true, true, Map.of("new", 1));

    assertThat(converted(Map.class, status)).isEqualTo(status.toMap());
    assertThat(converted(RequestStatus.class, converted(Map.class, status))).isEqualTo(status);
    assertThat(converted(RequestStatus.class, converted(String.class, status))).isEqualTo(status);
  }

  @Test
  void aListBecomesAJsonArray() throws Exception {
    String json = converted(String.class, List.of(resource, resource));

    assertThat(Answers.results("{\"result\":" + json + "}")).containsExactly(resource, resource);
    assertThat(converted(String.class, List.of("a"))).isEqualTo("[a]");
  }

  @Test
  void resultsBecomeRows() throws Exception {
    Iterator<ResourceResult> streamed = List.of(resource, resource).iterator();

    assertThat(converted(MetricRows.class, resource)).toIterable().hasSize(4);
    assertThat(converted(MetricRows.class, List.of(resource, resource))).toIterable().hasSize(8);
    assertThat(converted(MetricRows.class, streamed)).toIterable().hasSize(8);
    assertThatThrownBy(() -> converted(MetricRows.class, List.of("no result")))
        .isInstanceOf(NoTypeConversionAvailableException.class);
  }

  @Test
  void rowsBecomeMapsAndCsv() throws Exception {
    MetricRow row = new MetricRows(List.of(resource).iterator()).next();

    assertThat(converted(Map.class, row))
        .isEqualTo(
            Map.of(
                "signature", "vm#cumulus1-lab-vm2",
                "name", "cumulus-lab-vm2",
                "attribute", "cpu Usage",
                "unit", "",
                "time", "2014-07-13T23:01:00Z",
                "value", 24.0));
    assertThat(converted(String.class, converted(MetricRows.class, resource))).isEqualTo(CSV);
    assertThat(converted(InputStream.class, converted(MetricRows.class, resource)))
        .hasBinaryContent(CSV.getBytes(UTF_8));
  }

  @Test
  void whatIsNoJsonObjectIsExplained() {
    assertThatThrownBy(() -> converted(ResourceResult.class, "{\"password\": s3cr3t"))
        .hasRootCauseMessage("the body is not valid JSON at line 1, column 20");
    assertThatThrownBy(
            () -> converted(RequestStatus.class, new ByteArrayInputStream("[]".getBytes(UTF_8))))
        .hasRootCauseMessage("the body at line 1, column 1 has an array, an object was expected");
  }
}
