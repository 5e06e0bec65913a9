package io.github.camelhpc.dbapi;

import static io.github.camelhpc.dbapi.DbapiParameters.OUTPUT_TYPE;
import static io.github.camelhpc.dbapi.DbapiParameters.RESULT_FORMAT;

import io.github.camelhpc.dbapi.model.MetricCsv;
import io.github.camelhpc.dbapi.model.MetricRows;
import io.github.camelhpc.dbapi.model.ResourceResult;
import io.github.camelhpc.support.camel.OperationResult;
import io.github.camelhpc.support.operation.ParameterValues;
import io.github.camelhpc.support.paging.OutputType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Gives results in the form that is asked for. */
final class ResultOutput {

  private ResultOutput() {}

  /** Whether the results are collected in memory. */
  static boolean isCollected(ParameterValues values) {
    return !values.has(OUTPUT_TYPE) || OutputType.of(values.get(OUTPUT_TYPE)) == OutputType.LIST;
  }

  /**
   * @param results closed when they are read, or by the exchange
   */
  static OperationResult of(ParameterValues values, ReportedResults results) throws IOException {
    ResultFormat format =
        values.has(RESULT_FORMAT)
            ? ResultFormat.valueOf(values.get(RESULT_FORMAT))
            : ResultFormat.RESOURCES;
    if (isCollected(values)) {
      try (ReportedResults all = results) {
        Object body = collected(format, all);
        return new OperationResult(body, headers(all));
      }
    }
    try {
      CompletableFuture<Map<String, Object>> later = new CompletableFuture<>();
      Object body = streamed(format, new Reporting(results, later));
      return new OperationResult(body, headers(results), later);
    } catch (RuntimeException e) {
      // the answer is unreadable before its first result: no exchange gets it that would close it
      results.close();
      throw e;
    }
  }

  private static Object collected(ResultFormat format, Iterator<ResourceResult> results) {
    return switch (format) {
      case RESOURCES -> listed(results);
      case ROWS -> listed(new MetricRows(results));
      case CSV -> MetricCsv.text(new MetricRows(results));
    };
  }

  private static <T> List<T> listed(Iterator<T> all) {
    List<T> list = new ArrayList<>();
    all.forEachRemaining(list::add);
    return list;
  }

  private static Object streamed(ResultFormat format, Iterator<ResourceResult> results) {
    return switch (format) {
      case RESOURCES -> results;
      case ROWS -> new MetricRows(results);
      case CSV -> MetricCsv.stream(new MetricRows(results));
    };
  }

  /** What is not known, or not yet, is taken away, so that no older value is taken for it. */
  private static Map<String, Object> headers(ReportedResults results) {
    Map<String, Object> headers = new HashMap<>();
    headers.put(DbapiConstants.REQUEST_ID, results.requestId());
    headers.put(DbapiConstants.STATUS, results.status());
    headers.put(DbapiConstants.COMPLETE, results.isComplete());
    return headers;
  }

  /** Tells the headers when the results are read to their end. */
  private static final class Reporting implements Iterator<ResourceResult>, java.io.Closeable {

    private final ReportedResults results;
    private final CompletableFuture<Map<String, Object>> later;

    private Reporting(ReportedResults results, CompletableFuture<Map<String, Object>> later) {
      this.results = results;
      this.later = later;
    }

    @Override
    public boolean hasNext() {
      boolean more = results.hasNext();
      if (!more) {
        later.complete(headers(results));
      }
      return more;
    }

    @Override
    public ResourceResult next() {
      return results.next();
    }

    @Override
    public void close() throws IOException {
      results.close();
    }
  }
}
