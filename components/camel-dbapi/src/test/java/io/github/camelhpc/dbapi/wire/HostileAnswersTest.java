package io.github.camelhpc.dbapi.wire;

import static io.github.camelhpc.dbapi.wire.Answers.reader;
import static io.github.camelhpc.dbapi.wire.Answers.resource;
import static io.github.camelhpc.dbapi.wire.Answers.results;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelhpc.dbapi.model.RequestStatus;
import io.github.camelhpc.dbapi.model.ResourceResult;
import io.github.camelhpc.dbapi.model.ScalarAttribute;
import io.github.camelhpc.dbapi.model.SeriesAttribute;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that say something twice, and numbers that are long or long to calculate with. */
@Timeout(value = 5, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileAnswersTest {

  private static final String DIGITS = "7".repeat(100_000);

  private static AnswerReader whole(String json) {
    AnswerReader reader = reader(json);
    reader.forEachRemaining(result -> {});
    return reader;
  }

  @Test
  void ofAStatusThatComesTwiceTheLastCounts() {
    AnswerReader reader =
        whole(
            "{\"status\":{\"completed\":true,\"total\":1,\"completed\":false},"
                + "\"status\":{\"completed\":false,\"completed\":true,\"total\":2}}");

    assertThat(reader.status()).isEqualTo(new RequestStatus(2, 0, 0, true, false, false, Map.of()));
  }

  @Test
  void resultsThatComeTwiceAreAllGiven() {
    assertThat(
            results(
                "{\"result\":[{\"name\":\"a\"},{\"name\":\"b\"}],\"result\":[{\"name\":\"c\"}]}"))
        .extracting(ResourceResult::name)
        .containsExactly("a", "b", "c");
  }

  @Test
  void ofAMemberOfAResourceThatComesTwiceTheLastCounts() {
    ResourceResult resource =
        resource(
            "{\"name\":\"a\",\"cpu\":[{\"data\":[1]}],\"name\":\"b\","
                + "\"cpu\":{\"data\":\"1\",\"type\":\"x\",\"data\":\"2\",\"type\":\"scalar\"}}");

    assertThat(resource.name()).isEqualTo("b");
    assertThat(resource.attributes())
        .isEqualTo(Map.of("cpu", new ScalarAttribute("scalar", null, null, "2", Map.of())));
  }

  @Test
  void whatNoDoubleHoldsIsInfinite() {
    ResourceResult resource = resource("{\"cpu\":[{\"data\":[1e999999999,1e-999999999]}]}");

    SeriesAttribute series = (SeriesAttribute) resource.attributes().get("cpu");
    assertThat(series.blocks().get(0).values()).containsExactly(Double.POSITIVE_INFINITY, 0);
  }

  @Test
  void anAmountThatIsNoAmountStaysAsItIs() {
    RequestStatus status =
        whole("{\"status\":{\"total\":1e999999999,\"matched\":1e-999999999}}").status();

    assertThat(status.total()).isZero();
    assertThat(status.matched()).isZero();
    assertThat(status.additionalProperties()).containsOnlyKeys("total", "matched");
  }

  @Test
  void anAmountOfMillionsOfDigitsInATextIsNotCalculatedWith() {
    String digits = "7".repeat(3_000_000);

    RequestStatus status = whole("{\"status\":{\"total\":\"" + digits + "\"}}").status();

    assertThat(status.total()).isZero();
    assertThat(status.additionalProperties()).containsEntry("total", digits);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'status':{'total':#}}",
        "{'requestId':#}",
        "{'other':#}",
        "{'result':[{'name':#}]}",
        "{'result':[{'cpu':{'data':#}}]}",
        "{'result':[{'cpu':[{'data':[1,2,#]}]}]}",
        "{'result':[{'cpu':[{'interval':#,'data':[1,2]}]}]}"
      })
  void aNumberOfManyDigitsIsRefused(String json) {
    assertThatThrownBy(() -> whole(json.replace('\'', '"').replace("#", DIGITS)))
        .isInstanceOf(AnswerReadException.class)
        .hasMessageContaining("Number value length (")
        .message()
        .hasSizeLessThan(500);
  }
}
