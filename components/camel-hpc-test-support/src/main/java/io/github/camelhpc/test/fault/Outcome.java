package io.github.camelhpc.test.fault;

/**
 * What a call ends with.
 *
 * @param requests how many requests the server gets for it
 * @param isPausing whether the next calls send nothing for a time, but fail in the same way
 */
public record Outcome(Ending ending, int requests, boolean isPausing) {

  /** As often as the tests allow: the first time, and {@code maxRetries=2}. */
  static final int AGAIN = 3;

  static Outcome unsent(Ending ending) {
    return new Outcome(ending, 0, false);
  }

  static Outcome once(Ending ending) {
    return new Outcome(ending, 1, false);
  }

  static Outcome twice(Ending ending) {
    return new Outcome(ending, 2, false);
  }

  static Outcome again(Ending ending) {
    return new Outcome(ending, AGAIN, false);
  }

  Outcome pausing() {
    return new Outcome(ending, requests, true);
  }

  /** What the table says. */
  public String text() {
    String often =
        switch (requests) {
          case 0 -> ", nothing is sent";
          case 1 -> "";
          case 2 -> ", sent twice";
          default -> ", sent again";
        };
    return ending.text() + often + (isPausing ? ", then pauses" : "");
  }
}
