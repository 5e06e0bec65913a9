package io.github.camelhpc.simulators.azbatch;

import java.util.Base64;
import java.util.Objects;

/**
 * Who may use the account.
 *
 * @param accountName the name of the account
 * @param accountKey its key, Base64
 * @param tenantId the directory that tokens come from
 * @param clientId the application that may ask for tokens
 * @param clientSecret its secret
 */
public record AccountCredentials(
    String accountName, String accountKey, String tenantId, String clientId, String clientSecret) {

  /** The account, unless another one is asked for. */
  public static final String DEFAULT_ACCOUNT = "hpcaccount";

  /** Its key. It is public, and protects nothing: use it with the simulator only. */
  public static final String DEFAULT_KEY =
      "aHBjLXNpbXVsYXRvcnM6IGEgcHVibGljIGtleSBmb3Ig"
          + "ZGV2ZWxvcG1lbnQsIGl0IHByb3RlY3RzIG5vdGhpbg==";

  /** The directory that tokens come from, unless another one is asked for. */
  public static final String DEFAULT_TENANT = "5f1cb1a2-97c5-4d0e-8f3b-0a7d2c9e4b61";

  /** The application that may ask for tokens, unless another one is asked for. */
  public static final String DEFAULT_CLIENT = "c0a80d3e-6b1f-4a52-9d77-2e8f5b1c3a94";

  /** Its secret. It is public, and protects nothing: use it with the simulator only. */
  public static final String DEFAULT_CLIENT_SECRET = "hpc-simulators-development-secret";

  public AccountCredentials {
    if (!Objects.requireNonNull(accountName).matches("[a-z0-9]{3,24}")) {
      throw new IllegalArgumentException(
          "The name of an Azure Batch account has 3 to 24 lower-case letters and digits, unlike '"
              + accountName
              + "'.");
    }
    if (!isKey(accountKey)) {
      throw new IllegalArgumentException("The key of the Azure Batch account must be Base64.");
    }
    Objects.requireNonNull(tenantId, "The Azure Batch account needs a tenant id.");
    Objects.requireNonNull(clientId, "The Azure Batch account needs a client id.");
    Objects.requireNonNull(clientSecret, "The Azure Batch account needs a client secret.");
  }

  private static boolean isKey(String text) {
    try {
      return Base64.getDecoder().decode(text).length > 0;
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }

  /** The public names and keys above. */
  public static AccountCredentials defaults() {
    return new AccountCredentials(
        DEFAULT_ACCOUNT, DEFAULT_KEY, DEFAULT_TENANT, DEFAULT_CLIENT, DEFAULT_CLIENT_SECRET);
  }

  /** Without the key and the secret. */
  @Override
  public String toString() {
    return "AccountCredentials[" + accountName + ", " + tenantId + ", " + clientId + "]";
  }
}
