package io.github.camelhpc.examples;

/** The two languages in which each example is written. */
public enum Dsl {
  YAML,
  JAVA
}
