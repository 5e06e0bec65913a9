package io.github.camelhpc.dbapi.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.InputStream;
import java.util.Iterator;
import java.util.regex.Pattern;

/**
 * Rows as comma-separated text in UTF-8 (RFC 4180): a line of column names, then a line for each
 * row with signature, name, attribute, unit, time (ISO 8601 in UTC) and value (empty for NaN).
 * Lines end with CR and LF.
 *
 * <p>A spreadsheet takes text that begins with {@code =}, {@code +}, {@code -} or {@code @} for a
 * formula, and resources are named by others: such text gets an apostrophe in front. Quotes alone
 * do not keep a spreadsheet from it.
 */
public final class MetricCsv {

  private static final String COLUMNS = "signature,name,attribute,unit,time,value\r\n";

  /** A lone sign, which units have, is no formula. */
  private static final Pattern FORMULA = Pattern.compile("[=+\\-@\t\r].+", Pattern.DOTALL);

  private static final Pattern SPECIAL = Pattern.compile("[\",\r\n]");

  private MetricCsv() {}

  /** As a stream that makes the text as it is read, and closes the rows if they can be closed. */
  public static InputStream stream(Iterator<MetricRow> rows) {
    return stream(rows, true);
  }

  /**
   * @param columns whether it begins with the names of the columns
   * @see #stream(Iterator)
   */
  public static InputStream stream(Iterator<MetricRow> rows, boolean columns) {
    return new CsvInputStream(columns ? COLUMNS.getBytes(UTF_8) : new byte[0], rows);
  }

  /** As text, all in memory. */
  public static String text(Iterator<MetricRow> rows) {
    StringBuilder text = new StringBuilder(COLUMNS);
    rows.forEachRemaining(row -> append(row, text));
    return text.toString();
  }

  /** Appends a line. */
  static void append(MetricRow row, StringBuilder text) {
    field(row.signature(), text);
    field(row.name(), text);
    field(row.attribute(), text);
    field(row.unit(), text);
    text.append(row.time()).append(',');
    if (!Double.isNaN(row.value())) {
      text.append(row.value());
    }
    text.append("\r\n");
  }

  private static void field(String value, StringBuilder text) {
    if (value != null) {
      String safe = FORMULA.matcher(value).matches() ? "'" + value : value;
      if (SPECIAL.matcher(safe).find()) {
        text.append('"').append(safe.replace("\"", "\"\"")).append('"');
      } else {
        text.append(safe);
      }
    }
    text.append(',');
  }
}
