package io.github.camelhpc.simulators.dbapi.data;

/** What a type of resources has: a {@link ScalarAttribute} or a {@link SeriesAttribute}. */
public sealed interface Attribute permits ScalarAttribute, SeriesAttribute {

  /** The name in queries, {@code cpuUsage} for example. */
  String id();

  /** The name of the member in results; may contain blanks ({@code cpu Usage}). */
  String key();

  /** The readable name. */
  String label();

  /** The unit; may be empty. */
  String unit();
}
