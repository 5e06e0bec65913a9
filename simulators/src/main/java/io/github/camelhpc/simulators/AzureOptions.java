package io.github.camelhpc.simulators;

import io.github.camelhpc.simulators.azbatch.AccountCredentials;
import io.github.camelhpc.simulators.azbatch.AzBatchSettings;
import io.github.camelhpc.simulators.azbatch.account.AccountSettings;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import picocli.CommandLine.Option;

/** The options of the program for the Azure Batch account. */
final class AzureOptions {

  private static final int KEY_BYTES = 64;

  @Option(
      names = "--azure-account",
      paramLabel = "NAME",
      defaultValue = AccountCredentials.DEFAULT_ACCOUNT,
      description = "Name of the Azure Batch account. Default: ${DEFAULT-VALUE}")
  private String account;

  @Option(
      names = "--azure-key",
      paramLabel = "KEY",
      description = {
        "Key of the Azure Batch account, Base64. Default: a public one for development if tasks",
        "are simulated and --bind-address is a loopback address, else a random one"
      })
  private String key;

  @Option(
      names = "--azure-client-secret",
      paramLabel = "SECRET",
      description = "Secret of the application that gets tokens. Default: as of --azure-key")
  private String clientSecret;

  @Option(
      names = "--azure-pool",
      paramLabel = "ID[=NODES]",
      defaultValue = "burst=2",
      mapFallbackValue = "2",
      description = {
        "A pool of the Azure Batch account, and how many nodes it has (2); can be given several",
        "times. Default: ${DEFAULT-VALUE}"
      })
  private Map<String, Integer> pools;

  /**
   * Adds what was asked for.
   *
   * @param harmless whether nobody can do harm with keys that everybody knows
   */
  AzBatchSettings applyTo(AzBatchSettings settings, boolean harmless) {
    AccountCredentials known = settings.credentials();
    return settings.withCredentials(
        new AccountCredentials(
            account,
            chosen(key, known.accountKey(), harmless),
            known.tenantId(),
            known.clientId(),
            chosen(clientSecret, known.clientSecret(), harmless)));
  }

  /** Adds the pools that were asked for. */
  AccountSettings applyTo(AccountSettings settings) {
    AccountSettings all = settings;
    for (Map.Entry<String, Integer> pool : pools.entrySet()) {
      all = all.withPool(pool.getKey(), pool.getValue());
    }
    return all;
  }

  private static String chosen(String given, String known, boolean harmless) {
    if (given != null) {
      return given;
    }
    return harmless ? known : random();
  }

  private static String random() {
    byte[] bytes = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** What a client needs, as far as it was not given. */
  void print(AccountCredentials credentials, PrintWriter out) {
    if (key == null) {
      out.println("key of " + credentials.accountName() + ": " + credentials.accountKey());
    }
    if (clientSecret == null) {
      out.println(
          "secret of client %s in tenant %s: %s"
              .formatted(
                  credentials.clientId(), credentials.tenantId(), credentials.clientSecret()));
    }
  }
}
