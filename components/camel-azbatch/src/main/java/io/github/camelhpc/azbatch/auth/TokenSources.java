package io.github.camelhpc.azbatch.auth;

import io.github.camelhpc.support.camel.ServiceConfiguration;
import io.github.camelhpc.support.token.TokenSource;
import java.util.concurrent.Callable;
import org.apache.camel.CamelContext;

/**
 * Where tokens of Microsoft Entra ID come from. The Azure libraries are loaded here, and only here:
 * a shared key does without them.
 */
public final class TokenSources {

  private TokenSources() {}

  /**
   * Tokens of a registered application.
   *
   * @param scope what they are for, for example {@code https://batch.core.windows.net/.default}
   * @param configuration its {@code sslContextParameters}, proxy, time-outs and retries count for
   *     the token endpoint too; {@code trustAllCertificates} does not, because the secret goes
   *     there
   * @throws IllegalArgumentException if the Azure libraries are missing, or a value is wrong
   */
  public static TokenSource clientSecret(
      RegisteredApplication application,
      String scope,
      CamelContext context,
      ServiceConfiguration configuration)
      throws Exception {
    return linked(
        "CLIENT_SECRET",
        () -> AzureIdentity.clientSecret(application, scope, context, configuration));
  }

  /**
   * Tokens of a {@code com.azure.core.credential.TokenCredential}.
   *
   * @param credential the credential, or null for the only one in the registry; if there is none
   *     either, {@code DefaultAzureCredential}, which looks at the environment
   * @throws IllegalArgumentException if the Azure libraries are missing, it is no {@code
   *     TokenCredential}, or the registry has several
   */
  public static TokenSource credential(Object credential, String scope, CamelContext context)
      throws Exception {
    return linked("AZURE_IDENTITY", () -> AzureIdentity.credential(credential, scope, context));
  }

  private static TokenSource linked(String credentialType, Callable<TokenSource> source)
      throws Exception {
    try {
      return source.call();
    } catch (NoClassDefFoundError e) {
      throw new IllegalArgumentException(
          "azbatch cannot use credentialType="
              + credentialType
              + ": add the dependencies com.azure:azure-identity and"
              + " com.azure:azure-core-http-jdk-httpclient, or set the option credentialType to"
              + " SHARED_KEY",
          e);
    }
  }
}
