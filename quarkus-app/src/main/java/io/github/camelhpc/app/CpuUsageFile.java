package io.github.camelhpc.app;

import io.github.camelhpc.dbapi.model.MetricRow;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.io.input.ReversedLinesFileReader;

/** The file {@code cpu-usage.csv}, which grows: what it has, and what to append. */
final class CpuUsageFile {

  /** The file in the outbox. */
  static final String NAME = "cpu-usage.csv";

  private static final List<String> COLUMNS =
      List.of("time", "machine", "attribute", "name", "unit", "value");

  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

  private final Path file;

  CpuUsageFile(Path outbox) {
    this.file = outbox.resolve(NAME);
  }

  /**
   * The newest time of each series, read from the end of the file.
   *
   * @param since nothing before the last row that is older than this is read
   * @throws IOException if the file cannot be read
   */
  Map<CpuUsageKey, Instant> newestTimes(Instant since) throws IOException {
    Map<CpuUsageKey, Instant> newest = new HashMap<>();
    if (Files.notExists(file)) {
      return newest;
    }
    try (ReversedLinesFileReader lines =
        ReversedLinesFileReader.builder().setPath(file).setCharset(StandardCharsets.UTF_8).get()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        List<String> values = values(line);
        Instant time = time(values);
        if (time != null && time.isBefore(since)) {
          break;
        }
        if (time != null) {
          newest.merge(new CpuUsageKey(values.get(1), values.get(2)), time, CpuUsageFile::later);
        }
      }
    }
    return newest;
  }

  static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static List<String> values(String line) {
    try (CSVParser parser = CSVParser.parse(line, FORMAT)) {
      return parser.stream().findFirst().map(CSVRecord::toList).orElse(List.of());
    } catch (IOException | RuntimeException e) {
      // a row that was cut off can end within quotes
      return List.of();
    }
  }

  /** Null for the names of the columns, and for a row that was cut off. */
  private static Instant time(List<String> values) {
    if (values.size() != COLUMNS.size()) {
      return null;
    }
    try {
      return Instant.parse(values.get(0));
    } catch (DateTimeException e) {
      return null;
    }
  }

  /**
   * What to append for the rows: before the first ones the names of the columns.
   *
   * @throws IOException if the file cannot be read
   */
  String lines(List<MetricRow> rows) throws IOException {
    StringBuilder text = new StringBuilder(opening());
    rows.forEach(row -> text.append(line(row)));
    return text.toString();
  }

  private String opening() throws IOException {
    if (Files.notExists(file) || Files.size(file) == 0) {
      return line(COLUMNS);
    }
    return isCutOff() ? "\n" : "";
  }

  /** Whether the last row is not complete, for example because the disk was full. */
  private boolean isCutOff() throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
      bytes.seek(bytes.length() - 1);
      return bytes.read() != '\n';
    }
  }

  private static String line(MetricRow row) {
    CpuUsageKey key = CpuUsageKey.of(row);
    return line(
        List.of(
            row.time().toString(),
            key.machine(),
            key.attribute(),
            onOneLine(row.name()),
            onOneLine(row.unit()),
            String.valueOf(row.value())));
  }

  private static String onOneLine(String text) {
    return text == null ? "" : text.replaceAll("\\R", " ");
  }

  private static String line(List<String> values) {
    return FORMAT.format(values.toArray()) + FORMAT.getRecordSeparator();
  }
}
