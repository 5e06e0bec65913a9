package io.github.camelhpc.benchmarks;

import java.util.Locale;

/** What is measured of a peer. */
public enum Metric {
  /** Milliseconds. */
  TIME("time", "time per operation") {
    @Override
    public String told(double value) {
      return value < 1 ? round(value * 1000) + " µs" : round(value) + " ms";
    }
  },
  /** Bytes that all threads of the peer's process allocate. */
  ALLOCATION("allocation", "allocated per operation") {
    @Override
    public String told(double value) {
      return value < 1e6 ? round(value / 1e3) + " kB" : round(value / 1e6) + " MB";
    }
  },
  /** HTTP requests. */
  REQUESTS("requests", "requests"),
  /** Milliseconds of the processor, in all threads of the peer's process. */
  PROCESSOR("processor time", "processor time") {
    @Override
    public String told(double value) {
      return TIME.told(value);
    }
  },
  /** How many threads there were at most. */
  THREADS("threads", "threads"),
  /** Milliseconds from the start of the process until the application is ready. */
  START("start", "start") {
    @Override
    public String told(double value) {
      return round(value) + " ms";
    }
  },
  /** Milliseconds that the application itself says it took to start. */
  REPORTED_START("start as Quarkus says", "start as Quarkus says") {
    @Override
    public String told(double value) {
      return round(value) + " ms";
    }
  },
  /** Resident bytes of the process. */
  MEMORY("memory", "resident memory") {
    @Override
    public String told(double value) {
      return round(value / 1e6) + " MB";
    }
  },
  /** Resident bytes of the process when it has worked. */
  MEMORY_AFTER_MESSAGES("memory after messages", "resident memory after messages") {
    @Override
    public String told(double value) {
      return round(value / 1e6) + " MB";
    }
  };

  private final String name;
  private final String column;

  Metric(String name, String column) {
    this.name = name;
    this.column = column;
  }

  /** In a sentence. */
  public String inWords() {
    return name;
  }

  /** Over a column of the table. */
  public String column() {
    return column;
  }

  /** A value with its unit. */
  public String told(double value) {
    return round(value);
  }

  private static String round(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%,.0f", value);
  }
}
