package io.github.camelhpc.test.fault;

/**
 * What a call ends with.
 *
 * @param requests how many requests the server gets for it
 * @param then what a consumer does at the next polls
 */
public record Outcome(Ending ending, int requests, Then then) {

  /** What a consumer does afterwards. */
  enum Then {
    /** It asks again at the next poll. */
    GOES_ON,
    /** It sends nothing for a time, and fails in the same way until then. */
    PAUSES,
    /** It does not poll again. */
    ENDS
  }

  /** As often as the tests allow: the first time, and {@code maxRetries=2}. */
  private static final int AGAIN = 3;

  static Outcome unsent(Ending ending) {
    return new Outcome(ending, 0, Then.GOES_ON);
  }

  static Outcome once(Ending ending) {
    return new Outcome(ending, 1, Then.GOES_ON);
  }

  static Outcome twice(Ending ending) {
    return new Outcome(ending, 2, Then.GOES_ON);
  }

  static Outcome again(Ending ending) {
    return new Outcome(ending, AGAIN, Then.GOES_ON);
  }

  Outcome then(Then next) {
    return new Outcome(ending, requests, next);
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
    String next =
        switch (then) {
          case GOES_ON -> "";
          case PAUSES -> ", then pauses";
          case ENDS -> ", then ends";
        };
    return ending.text() + often + next;
  }
}
