package io.github.camelhpc.azbatch.auth;

import java.util.regex.Pattern;

/**
 * An application that is registered in Microsoft Entra ID, for {@code
 * credentialType=CLIENT_SECRET}.
 *
 * @param tenantId id of the tenant
 * @param clientId id of the application
 * @param clientSecret its secret
 * @param authorityHost URL of Microsoft Entra ID, https; null for that of the public cloud
 */
public record RegisteredApplication(
    String tenantId, String clientId, String clientSecret, String authorityHost) {

  private static final Pattern TENANT = Pattern.compile("[A-Za-z0-9.-]+");

  /**
   * @throws IllegalArgumentException if something is missing or wrong; the message names the option
   */
  public RegisteredApplication {
    check("tenantId", tenantId);
    if (!TENANT.matcher(tenantId).matches()) {
      throw new IllegalArgumentException(
          "azbatch: a tenant's id has letters, digits, points and hyphens only: set the option"
              + " tenantId anew");
    }
    check("clientId", clientId);
    check("clientSecret", clientSecret);
    if (authorityHost != null && !authorityHost.startsWith("https://")) {
      throw new IllegalArgumentException(
          "azbatch gives the client's secret to an https URL only: set the option authorityHost to"
              + " one, or leave it out");
    }
  }

  private static void check(String option, String value) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(
          "azbatch needs the options tenantId, clientId and clientSecret with"
              + " credentialType=CLIENT_SECRET: set the option "
              + option);
    }
  }

  @Override
  public String toString() {
    return "RegisteredApplication[tenantId=" + tenantId + ", clientId=" + clientId + "]";
  }
}
