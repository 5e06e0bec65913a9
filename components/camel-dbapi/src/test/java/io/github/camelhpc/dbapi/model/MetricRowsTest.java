package io.github.camelhpc.dbapi.model;

import static io.github.camelhpc.dbapi.model.Resources.block;
import static io.github.camelhpc.dbapi.model.Resources.resource;
import static io.github.camelhpc.dbapi.model.Resources.rows;
import static io.github.camelhpc.dbapi.model.Resources.scalar;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rows of results, and CSV of rows. */
class MetricRowsTest {

  private static final String COLUMNS = "signature,name,attribute,unit,time,value\r\n";

  /** Results that count how many were taken, and can be closed. */
  private static final class Source implements Iterator<ResourceResult>, Closeable {

    private final Iterator<ResourceResult> results =
        Stream.iterate(0, i -> i + 1).map(i -> resource("vm" + i, block(0, i))).iterator();
    private int taken;
    private boolean closed;

    @Override
    public boolean hasNext() {
      return true;
    }

    @Override
    public ResourceResult next() {
      taken++;
      return results.next();
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  private static MetricRow row(String name, double value) {
    return new MetricRow("vm#a", name, "cpu", "%", Resources.START, value);
  }

  private static String line(String name, String unit) {
    MetricRow row = new MetricRow("vm#a", name, "cpu", unit, Resources.START, 1.5);
    String text = MetricCsv.text(List.of(row).iterator());
    return text.substring(COLUMNS.length());
  }

  @Test
  void aRowForEachSample() {
    Map<String, Attribute> attributes = new LinkedHashMap<>();
    attributes.put("memory", scalar("8192"));
    attributes.put("none", new SeriesAttribute(List.of()));
    attributes.put(
        "cpu",
        new SeriesAttribute(List.of(block(0, Double.NaN, 1, Double.NaN), block(9), block(10, 2))));

    assertThat(rows(resource("a", attributes)))
        .containsExactly(
            new MetricRow("vm#a", "a", "cpu", "%", Resources.START.plusSeconds(60), 1),
            new MetricRow("vm#a", "a", "cpu", "%", Resources.START.plusSeconds(600), 2));
  }

  @Test
  void missingSamplesIfAskedFor() {
    MetricRows rows =
        new MetricRows(List.of(resource("a", block(0, Double.NaN, 1))).iterator(), true);

    assertThat(rows).toIterable().extracting(MetricRow::value).containsExactly(Double.NaN, 1d);
    assertThatThrownBy(rows::next).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void aResultIsTakenWhenItsRowsAreAskedFor() throws IOException {
    Source source = new Source();
    MetricRows rows = new MetricRows(source);
    assertThat(source.taken).isZero();

    rows.next();
    rows.next();
    assertThat(source.taken).isEqualTo(2);

    rows.close();
    assertThat(source.closed).isTrue();
  }

  @Test
  void valuesWithoutTimesAreAnError() {
    SeriesBlock untimed =
        new SeriesBlock(
            null, null, null, 0, null, ZoneOffset.UTC, new double[] {1}, Map.of("from", "x"));

    assertThatThrownBy(() -> rows(resource("a", untimed)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the values of cpu of vm#a have no times, because start or interval is missing: take"
                + " them from the ResourceResult");
  }

  @Test
  void aRowIsAMap() {
    assertThat(row("a", Double.NaN).toMap())
        .isEqualTo(
            Map.of(
                "signature", "vm#a",
                "name", "a",
                "attribute", "cpu",
                "unit", "%",
                "time", "2024-01-05T00:00:00Z"));
    assertThat(row(null, Double.POSITIVE_INFINITY).toMap())
        .containsEntry("value", "Infinity")
        .doesNotContainKey("name");
  }

  @Test
  void csvHasALineForEachRow() {
    assertThat(MetricCsv.text(List.of(row("a", 24), row(null, Double.NaN)).iterator()))
        .isEqualTo(
            COLUMNS
                + "vm#a,a,cpu,%,2024-01-05T00:00:00Z,24.0\r\n"
                + "vm#a,,cpu,%,2024-01-05T00:00:00Z,\r\n");
    assertThat(MetricCsv.text(List.<MetricRow>of().iterator())).isEqualTo(COLUMNS);
  }

  @Test
  void csvQuotesWhatIsSpecial() {
    assertThat(line("a,\"b\"\r\nc", "%"))
        .isEqualTo("vm#a,\"a,\"\"b\"\"\r\nc\",cpu,%,2024-01-05T00:00:00Z,1.5\r\n");
  }

  @Test
  void csvHasNoFormulas() {
    for (String formula : List.of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "=a\nb")) {
      assertThat(line(formula, "%")).contains("'" + formula);
    }
    assertThat(line("a=b", "-")).isEqualTo("vm#a,a=b,cpu,-,2024-01-05T00:00:00Z,1.5\r\n");
  }

  @Test
  void csvIsMadeAsItIsRead() throws IOException {
    Source source = new Source();
    try (InputStream csv = MetricCsv.stream(new MetricRows(source))) {
      assertThat(new String(csv.readNBytes(COLUMNS.length()), UTF_8)).isEqualTo(COLUMNS);
      assertThat(source.taken).isZero();

      assertThat(csv.read()).isEqualTo('v');
      assertThat(source.taken).isBetween(1, 500);
    }
    assertThat(source.closed).isTrue();
  }

  @Test
  void theStreamIsTheText() throws IOException {
    Source source = new Source();
    List<ResourceResult> results = Stream.generate(source::next).limit(400).toList();
    String text = MetricCsv.text(new MetricRows(results.iterator()));

    assertThat(MetricCsv.stream(new MetricRows(results.iterator())).readAllBytes())
        .isEqualTo(text.getBytes(UTF_8));
    assertThat(MetricCsv.stream(new MetricRows(results.iterator()), false).readAllBytes())
        .isEqualTo(text.substring(COLUMNS.length()).getBytes(UTF_8));
  }
}
