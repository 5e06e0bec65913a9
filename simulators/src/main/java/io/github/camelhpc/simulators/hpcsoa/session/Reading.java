package io.github.camelhpc.simulators.hpcsoa.session;

/** One call of getResponses while it lasts. */
public final class Reading {

  private final String action;
  private final String clientData;
  private final boolean reset;
  private final long limit;
  private final Runnable wake;
  private long count;
  private boolean failureTold;
  private boolean replaced;

  /**
   * @param count how many responses are wanted at most, -1 for all
   * @param action the action of the requests, or empty for any
   * @param reset whether what was delivered comes again, instead of being deleted
   * @param clientData free text of the client
   * @param wake called, from any thread and with the lock held, when there may be more to read
   */
  public Reading(long count, String action, boolean reset, String clientData, Runnable wake) {
    this.limit = count < 0 ? Long.MAX_VALUE : count;
    this.action = action;
    this.reset = reset;
    this.clientData = clientData;
    this.wake = wake;
  }

  /** How many responses it has delivered, faults included. */
  public long count() {
    return count;
  }

  String action() {
    return action;
  }

  boolean resets() {
    return reset;
  }

  boolean isComplete() {
    return count == limit;
  }

  boolean isLike(Reading other) {
    return action.equals(other.action) && clientData.equals(other.clientData);
  }

  void delivered() {
    count++;
  }

  void wake() {
    wake.run();
  }

  /** True for the first time only. */
  boolean tellsFailure() {
    boolean first = !failureTold;
    failureTold = true;
    return first;
  }

  void replace() {
    replaced = true;
    wake();
  }

  boolean isReplaced() {
    return replaced;
  }
}
