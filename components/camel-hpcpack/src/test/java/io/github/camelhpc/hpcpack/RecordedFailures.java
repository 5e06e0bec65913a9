package io.github.camelhpc.hpcpack;

import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;

/** Keeps what a consumer reports: {@code exceptionHandler=#failures}. */
final class RecordedFailures implements ExceptionHandler {

  private final List<Throwable> failures = new ArrayList<>();

  /** The last failure. */
  Throwable last() {
    return failures.get(failures.size() - 1);
  }

  int count() {
    return failures.size();
  }

  @Override
  public void handleException(Throwable exception) {
    failures.add(exception);
  }

  @Override
  public void handleException(String message, Throwable exception) {
    failures.add(exception);
  }

  @Override
  public void handleException(String message, Exchange exchange, Throwable exception) {
    failures.add(exception);
  }
}
