package io.github.camelhpc.app;

import io.github.camelhpc.app.leader.LeadershipLost;
import io.github.camelhpc.azbatch.AzBatchConstants;
import io.github.camelhpc.azbatch.model.JobPreparationAndReleaseTaskExecutionInformation;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The rows of {@code failed-preparation-tasks.csv}. The file itself tells which failures have been
 * reported, so none is missed or repeated when the application starts again.
 */
@ApplicationScoped
@Named("preparationReport")
@RegisterForReflection
public class PreparationReport {

  /** The file in the outbox. */
  static final String FILE = "failed-preparation-tasks.csv";

  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

  private final Path file;
  private Set<List<String>> reported;

  @Inject
  PreparationReport(AppSettings settings) {
    this.file = settings.outbox().resolve(FILE);
  }

  /** The failure that a status tells of; null if there is none. */
  public PreparationFailure read(
      @Header(AzBatchConstants.JOB_ID) String job,
      @Body JobPreparationAndReleaseTaskExecutionInformation status) {
    return PreparationFailure.of(job, status);
  }

  /**
   * Whether there is a failure that the file does not have.
   *
   * @throws IOException if the file cannot be read
   */
  public synchronized boolean isNew(@ExchangeProperty("failure") PreparationFailure failure)
      throws IOException {
    if (failure == null) {
      return false;
    }
    if (reported == null) {
      reported = keys();
    }
    return !reported.contains(failure.key());
  }

  private Set<List<String>> keys() throws IOException {
    Set<List<String>> keys = new HashSet<>();
    if (Files.exists(file)) {
      try (CSVParser rows = CSVParser.parse(file, StandardCharsets.UTF_8, FORMAT)) {
        for (CSVRecord row : rows) {
          keys.add(row.toList().subList(0, Math.min(row.size(), 4)));
        }
      }
    }
    return keys;
  }

  /** Another application adds to the file from now on. */
  synchronized void forget(@Observes LeadershipLost event) {
    reported = null;
  }

  /** The sentence for the log. */
  public String sentence(@ExchangeProperty("failure") PreparationFailure failure) {
    return failure.sentence();
  }

  /** What to append to the file: a row, and before the first one the names of the columns. */
  public String lines(@ExchangeProperty("failure") PreparationFailure failure) {
    String row = line(failure.row());
    return Files.exists(file) ? row : line(PreparationFailure.COLUMNS) + row;
  }

  private static String line(List<String> values) {
    return FORMAT.format(values.toArray()) + FORMAT.getRecordSeparator();
  }

  /** The file has the failure. */
  public synchronized void reported(@ExchangeProperty("failure") PreparationFailure failure) {
    if (reported != null) {
      reported.add(failure.key());
    }
  }
}
