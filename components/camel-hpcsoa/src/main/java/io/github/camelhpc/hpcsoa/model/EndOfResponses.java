package io.github.camelhpc.hpcsoa.model;

/**
 * How a stream of responses ended (facts/hpcsoa.md §3.3, §4).
 *
 * @param count the number of responses as the service counts them, which may include those of
 *     former calls; for information only
 * @param reason {@link #SUCCESS}, {@link #CLIENT_PURGED}, {@link #CLIENT_TIMEOUT}, or what else the
 *     service says
 */
public record EndOfResponses(long count, String reason) {

  /** All responses that were asked for have been sent. */
  public static final String SUCCESS = "Success";

  /** The batch was purged while its responses were read. */
  public static final String CLIENT_PURGED = "ClientPurged";

  /** The batch was idle for too long. */
  public static final String CLIENT_TIMEOUT = "ClientTimeout";

  /** Gives a reason that is a number its name. */
  public EndOfResponses {
    reason =
        switch (reason == null ? "" : reason.strip()) {
          case "0", "" -> SUCCESS;
          case "1" -> CLIENT_PURGED;
          case "2" -> CLIENT_TIMEOUT;
          default -> reason.strip();
        };
  }

  /** Whether responses are missing, because the batch was purged or timed out. */
  public boolean premature() {
    return CLIENT_PURGED.equalsIgnoreCase(reason) || CLIENT_TIMEOUT.equalsIgnoreCase(reason);
  }
}
