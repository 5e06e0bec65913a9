package io.github.camelhpc.test;

import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;

/** Keeps what a consumer reports: {@code exceptionHandler=#failures}. */
public final class RecordedFailures implements ExceptionHandler {

  private final List<Throwable> failures = new ArrayList<>();

  /** The last failure. */
  public Throwable last() {
    return failures.get(failures.size() - 1);
  }

  public int count() {
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
