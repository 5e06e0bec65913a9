package io.github.camelhpc.hpcpack;

/** The health of a node in the 2019 API (facts/hpcpack.md §4). */
public enum NodeHealth {
  /** Well. */
  OK("OK"),
  /** Something is to be looked at. */
  WARNING("Warning"),
  /** Broken. */
  ERROR("Error"),
  /** Changing. */
  TRANSITIONAL("Transitional"),
  /** Not approved yet. */
  UNAPPROVED("Unapproved");

  private final String text;

  NodeHealth(String text) {
    this.text = text;
  }

  /** The service's own name of it. */
  @Override
  public String toString() {
    return text;
  }
}
