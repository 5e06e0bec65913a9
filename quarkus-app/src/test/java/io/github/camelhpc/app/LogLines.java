package io.github.camelhpc.app;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;

/** The lines that a logger has written since. */
final class LogLines extends Handler implements AutoCloseable {

  private final Logger logger;
  private final List<String> lines = new CopyOnWriteArrayList<>();

  private LogLines(Logger logger) {
    this.logger = logger;
  }

  /**
   * @param logger a route's id, since a route logs by that name
   */
  static LogLines of(String logger) {
    LogLines lines = new LogLines(Logger.getLogger(logger));
    lines.logger.addHandler(lines);
    return lines;
  }

  List<String> all() {
    return lines;
  }

  @Override
  public void publish(LogRecord line) {
    lines.add(((ExtLogRecord) line).getFormattedMessage());
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
  }
}
