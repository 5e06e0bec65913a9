package io.github.camelhpc.dbapi.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.dbapi.model.ResourceResult;
import io.github.camelhpc.dbapi.model.SeriesAttribute;
import io.github.camelhpc.test.Allocations;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading points makes little more garbage than the arrays that they are read into. */
class AnswerAllocationTest {

  private static final int RESOURCES = 50;
  private static final int POINTS = 1_000;
  private static final int BYTES_OF_A_RESOURCE = 2_500;

  @ParameterizedTest
  @ValueSource(strings = {"24.00,33.50,null,4.00", "24,-1, 0.125 ,7", "33.333333333333336,1.5E-7"})
  void thousandPointsTakeTheirArrayAndLittleMore(String points) throws Exception {
    byte[] answer = answer(points);
    assertThat(read(answer)).isEqualTo(RESOURCES * POINTS);

    long allocated = Allocations.perRun(1, () -> read(answer));

    assertThat(allocated / RESOURCES)
        .isBetween(
            (long) POINTS * Double.BYTES, (long) POINTS * Double.BYTES + BYTES_OF_A_RESOURCE);
  }

  private static long read(byte[] answer) throws IOException {
    long points = 0;
    InputStream in = new ByteArrayInputStream(answer);
    try (AnswerReader reader = new AnswerReader(in, ZoneOffset.UTC)) {
      while (reader.hasNext()) {
        points += points(reader.next());
      }
    }
    return points;
  }

  private static long points(ResourceResult resource) {
    SeriesAttribute series = (SeriesAttribute) resource.attributes().get("cpu");
    return series.blocks().get(0).values().length;
  }

  /** As many points as there are to be, in turn those of the text. */
  private static byte[] answer(String points) {
    List<String> given = List.of(points.split(","));
    List<String> all = new ArrayList<>();
    for (int i = 0; i < POINTS; i++) {
      all.add(given.get(i % given.size()));
    }
    String resource =
        "{\"signature\":\"vm#web01\",\"cpu\":[{\"type\":\"timeseries\",\"name\":\"cpu usage\",\"unit\":\"%%\","
            + "\"interval\":60,\"start\":\"20240101_000000\",\"data\":[%s]}]},";
    return ("{\"result\":["
            + resource.formatted(String.join(",", all)).repeat(RESOURCES)
            + "null]}")
        .getBytes(UTF_8);
  }
}
