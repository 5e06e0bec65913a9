package io.github.camelhpc.azbatch;

import io.github.camelhpc.azbatch.auth.RegisteredApplication;
import io.github.camelhpc.azbatch.auth.SharedKeyAuthorizer;
import io.github.camelhpc.azbatch.auth.TokenSources;
import io.github.camelhpc.support.camel.ServiceConnection;
import io.github.camelhpc.support.http.Authorizer;
import io.github.camelhpc.support.http.ServiceUrls;
import io.github.camelhpc.support.token.AccessTokens;
import io.github.camelhpc.support.token.BearerAuthorizer;
import io.github.camelhpc.support.token.TokenSource;
import java.time.Clock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;

/** Connects with a Batch account. */
final class AzBatchConnection {

  /** {@code https://account.region.batch.azure.com}, and the same in other clouds. */
  private static final Pattern AZURE_HOST =
      Pattern.compile("([a-z0-9]+)\\.[a-z0-9]+\\.batch\\.[a-z.]+", Pattern.CASE_INSENSITIVE);

  private AzBatchConnection() {}

  /**
   * @throws IllegalArgumentException if a setting is missing or wrong; the message names the option
   */
  static AzBatchService open(CamelContext context, AzBatchConfiguration configuration)
      throws Exception {
    ServiceUrls urls = ServiceUrls.of("azbatch", configuration.accountUrls(), "/");
    if (urls.all().size() > 1) {
      throw new IllegalArgumentException(
          "azbatch takes one URL, that of the Batch account, not "
              + urls.all().size()
              + "; change the option serviceUrl");
    }
    ServiceConnection connection =
        ServiceConnection.open(
            context,
            "azbatch",
            urls,
            configuration,
            authorizer(context, configuration, urls),
            AzBatchException::read);
    return new AzBatchService(
        connection, configuration.taskRetries(), configuration.getApiVersion());
  }

  private static Authorizer authorizer(
      CamelContext context, AzBatchConfiguration configuration, ServiceUrls urls) throws Exception {
    return switch (configuration.getCredentialType()) {
      case SHARED_KEY -> sharedKey(configuration, urls);
      case CLIENT_SECRET ->
          bearer(
              TokenSources.clientSecret(
                  new RegisteredApplication(
                      configuration.getTenantId(),
                      configuration.getClientId(),
                      configuration.getClientSecret(),
                      configuration.getAuthorityHost()),
                  configuration.getTokenScope(),
                  context,
                  configuration));
      case AZURE_IDENTITY ->
          bearer(
              TokenSources.credential(
                  configuration.getTokenCredential(), configuration.getTokenScope(), context));
    };
  }

  private static Authorizer bearer(TokenSource source) {
    return new BearerAuthorizer(new AccessTokens("azbatch", source, Clock.systemUTC()));
  }

  private static Authorizer sharedKey(AzBatchConfiguration configuration, ServiceUrls urls) {
    if (configuration.getAccountKey() == null) {
      throw new IllegalArgumentException(
          "azbatch needs the key of the Batch account: set the option accountKey, or another"
              + " credentialType");
    }
    return new SharedKeyAuthorizer(
        accountName(configuration, urls), configuration.getAccountKey(), Clock.systemUTC());
  }

  private static String accountName(AzBatchConfiguration configuration, ServiceUrls urls) {
    if (configuration.getAccountName() != null) {
      return configuration.getAccountName();
    }
    Matcher host = AZURE_HOST.matcher(urls.current().getHost());
    if (!host.matches()) {
      throw new IllegalArgumentException(
          "azbatch needs the name of the Batch account, which serviceUrl does not tell: set the"
              + " option accountName");
    }
    return host.group(1);
  }
}
