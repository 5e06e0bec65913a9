package io.github.camelhpc.dbapi.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.dbapi.model.MetricRows;
import io.github.camelhpc.test.ChildJvm;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Enumeration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Ten million points of one answer are read by a small JVM. */
class AnswerMemoryTest {

  private static final int RESOURCES = 1_000;
  private static final int POINTS = 10_000;

  @Test
  void tenMillionPointsAreReadIn64Megabytes() throws Exception {
    String printed = ChildJvm.of(64, Reading.class).output(Duration.ofMinutes(1));

    assertThat(printed).contains("read 10000000 rows, sum 45000000");
  }

  /** What the small JVM runs. */
  public static final class Reading {

    private Reading() {}

    public static void main(String[] arguments) throws Exception {
      long rows = 0;
      double sum = 0;
      try (MetricRows read = new MetricRows(new AnswerReader(answer(), ZoneOffset.UTC))) {
        while (read.hasNext()) {
          sum += read.next().value();
          rows++;
        }
      }
      System.out.printf("read %d rows, sum %.0f%n", rows, sum);
    }

    private static InputStream answer() {
      String data = "0,1.00,2.0,3,4,5,6.00,7,8,9.00,".repeat(POINTS / 10);
      String resource =
          "{\"cpu\":[{\"interval\":60,\"start\":\"20240101_000000\",\"data\":[%s]}]},"
              .formatted(data.substring(0, data.length() - 1));
      byte[] bytes = resource.getBytes(UTF_8);
      InputStream head = stream("{\"result\":[".getBytes(UTF_8));
      InputStream tail = stream("null],\"status\":{\"completed\":true}}".getBytes(UTF_8));
      var resources = IntStream.range(0, RESOURCES).mapToObj(i -> stream(bytes)).iterator();
      Enumeration<InputStream> all =
          new Enumeration<>() {
            @Override
            public boolean hasMoreElements() {
              return resources.hasNext();
            }

            @Override
            public InputStream nextElement() {
              return resources.next();
            }
          };
      return new SequenceInputStream(
          new SequenceInputStream(head, new SequenceInputStream(all)), tail);
    }

    private static InputStream stream(byte[] bytes) {
      return new ByteArrayInputStream(bytes);
    }
  }
}
