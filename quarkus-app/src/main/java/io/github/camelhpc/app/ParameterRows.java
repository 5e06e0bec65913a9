package io.github.camelhpc.app;

import io.github.camelhpc.hpcsoa.model.SoaResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * The rows of a CSV file, each the parameters of one price.
 *
 * @param header the names of the columns
 * @param rows the parameters below it; a row may have another number of them than the header
 */
public record ParameterRows(List<String> header, List<List<String>> rows) {

  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setRecordSeparator('\n').setTrim(true).get();

  private static final String NO_ANSWER = "the service gave no answer";

  static ParameterRows parse(String csv) {
    List<List<String>> lines;
    try (CSVParser parser = CSVParser.parse(csv, FORMAT)) {
      lines = parser.getRecords().stream().map(CSVRecord::toList).toList();
    } catch (UncheckedIOException e) {
      throw new IllegalArgumentException(
          "the file is not usable as CSV, correct its quotes: " + e.getCause().getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (lines.size() < 2) {
      throw new IllegalArgumentException(
          "the file has no rows to price: write the names of the columns into the first line, and"
              + " one row of parameters into each line below it");
    }
    return new ParameterRows(lines.get(0), lines.subList(1, lines.size()));
  }

  /** The inputs of the service, in the order of the rows. */
  List<String> requests() {
    return rows.stream().map(row -> String.join(",", row)).toList();
  }

  /**
   * The same rows in the same order with two more columns, {@code price} and {@code error}.
   *
   * @param answers in any order; the user data of each is the number of its row, from 1
   */
  String answered(Iterator<SoaResponse> answers) {
    List<SoaResponse> ordered = new ArrayList<>(Collections.nCopies(rows.size(), null));
    answers.forEachRemaining(answer -> ordered.set(index(answer), answer));
    // rows that are too long must not push their prices into another column
    int width =
        Stream.concat(Stream.of(header), rows.stream()).mapToInt(List::size).max().orElse(0);
    StringBuilder csv = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(csv, FORMAT)) {
      printer.printRecord(line(header, width, "price", "error"));
      for (int i = 0; i < rows.size(); i++) {
        SoaResponse answer = ordered.get(i);
        printer.printRecord(line(rows.get(i), width, price(answer), error(answer)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return csv.toString();
  }

  private int index(SoaResponse answer) {
    String userData = answer.userData();
    if (!userData.matches("[1-9][0-9]{0,8}") || Integer.parseInt(userData) > rows.size()) {
      throw new IllegalStateException(
          "the service answered with the user data '"
              + userData
              + "', which is not the number of a row");
    }
    return Integer.parseInt(userData) - 1;
  }

  private static List<String> line(List<String> row, int width, String price, String error) {
    List<String> line = new ArrayList<>(row);
    line.addAll(Collections.nCopies(width - row.size(), ""));
    line.add(price);
    line.add(error);
    return line;
  }

  private static String price(SoaResponse answer) {
    return answer == null || answer.failed() ? "" : answer.output();
  }

  private static String error(SoaResponse answer) {
    if (answer == null) {
      return NO_ANSWER;
    }
    return answer.failed() ? answer.fault().reason() : "";
  }
}
