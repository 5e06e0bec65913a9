package io.github.camelhpc.dbapi;

/** The form in which results are given. */
public enum ResultFormat {
  /** One {@link io.github.camelhpc.dbapi.model.ResourceResult} each. */
  RESOURCES,
  /** One {@link io.github.camelhpc.dbapi.model.MetricRow} for each time and value. */
  ROWS,
  /** Rows as text, with a line of column names. */
  CSV
}
