package io.github.camelhpc.simulators.azbatch;

import java.time.Duration;

/**
 * How the Azure Batch stand-in lets clients in, and how it answers.
 *
 * @param credentials who may use the account
 * @param tokenLifetime how long a token is accepted
 * @param signatureWindow how far the date of a signed request may be from the clock
 * @param strictVersion whether {@link #API_VERSION} is the only version that is accepted; otherwise
 *     every well-formed one is
 * @param emptyLastPage whether a page that is filled exactly links to a next one, even if that is
 *     empty
 * @param partialContent whether a range of a file is answered by 206, otherwise by 200
 * @param requestsPerSecond how many requests a second of the clock are served; 0 for any number
 */
public record AzBatchSettings(
    AccountCredentials credentials,
    Duration tokenLifetime,
    Duration signatureWindow,
    boolean strictVersion,
    boolean emptyLastPage,
    boolean partialContent,
    int requestsPerSecond) {

  /** The version of the interface that is simulated. */
  public static final String API_VERSION = "2024-07-01.20.0";

  public AzBatchSettings {
    if (tokenLifetime.toSeconds() < 1) {
      throw new IllegalArgumentException("A token must live for a second at least.");
    }
    if (signatureWindow.isNegative()) {
      throw new IllegalArgumentException("The window of signatures cannot be negative.");
    }
    if (requestsPerSecond < 0) {
      throw new IllegalArgumentException(
          "There cannot be " + requestsPerSecond + " requests a second; 0 means any number.");
    }
  }

  /** The public credentials, tokens for an hour, a window of 15 minutes, and no limit. */
  public static AzBatchSettings defaults() {
    return new AzBatchSettings(
        AccountCredentials.defaults(),
        Duration.ofHours(1),
        Duration.ofMinutes(15),
        false,
        false,
        true,
        0);
  }

  /** The same with other names, keys and secrets. */
  public AzBatchSettings withCredentials(AccountCredentials others) {
    return new AzBatchSettings(
        others,
        tokenLifetime,
        signatureWindow,
        strictVersion,
        emptyLastPage,
        partialContent,
        requestsPerSecond);
  }

  /** The same with another name and key of the account; the key is Base64. */
  public AzBatchSettings withAccount(String name, String key) {
    return withCredentials(
        new AccountCredentials(
            name, key, credentials.tenantId(), credentials.clientId(), credentials.clientSecret()));
  }

  /** The same with another application that may ask for tokens. */
  public AzBatchSettings withClient(String tenantId, String clientId, String clientSecret) {
    return withCredentials(
        new AccountCredentials(
            credentials.accountName(), credentials.accountKey(), tenantId, clientId, clientSecret));
  }

  /** The same with tokens that are accepted for another time, an hour by default. */
  public AzBatchSettings withTokenLifetime(Duration lifetime) {
    return new AzBatchSettings(
        credentials,
        lifetime,
        signatureWindow,
        strictVersion,
        emptyLastPage,
        partialContent,
        requestsPerSecond);
  }

  /**
   * The same with another distance that the date of a signed request may have from the clock, 15
   * minutes by default. A clock that stands still needs a long one, unless the client goes by it.
   */
  public AzBatchSettings withSignatureWindow(Duration window) {
    return new AzBatchSettings(
        credentials,
        tokenLifetime,
        window,
        strictVersion,
        emptyLastPage,
        partialContent,
        requestsPerSecond);
  }

  /** The same, but {@link #API_VERSION} is the only version that is accepted. */
  public AzBatchSettings withStrictVersion() {
    return new AzBatchSettings(
        credentials,
        tokenLifetime,
        signatureWindow,
        true,
        emptyLastPage,
        partialContent,
        requestsPerSecond);
  }

  /** The same, but a page that is filled exactly links to a next one, even if that is empty. */
  public AzBatchSettings withEmptyLastPage() {
    return new AzBatchSettings(
        credentials,
        tokenLifetime,
        signatureWindow,
        strictVersion,
        true,
        partialContent,
        requestsPerSecond);
  }

  /** The same, but a range of a file is answered by 200 instead of 206. */
  public AzBatchSettings withoutPartialContent() {
    return new AzBatchSettings(
        credentials,
        tokenLifetime,
        signatureWindow,
        strictVersion,
        emptyLastPage,
        false,
        requestsPerSecond);
  }

  /** The same with a limit of the requests that are served in a second of the clock. */
  public AzBatchSettings withRequestsPerSecond(int limit) {
    return new AzBatchSettings(
        credentials,
        tokenLifetime,
        signatureWindow,
        strictVersion,
        emptyLastPage,
        partialContent,
        limit);
  }
}
