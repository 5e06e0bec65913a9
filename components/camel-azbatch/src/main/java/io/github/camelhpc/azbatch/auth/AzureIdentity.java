package io.github.camelhpc.azbatch.auth;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import com.azure.core.http.HttpClient;
import com.azure.core.http.ProxyOptions;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.core.http.policy.ExponentialBackoffOptions;
import com.azure.core.http.policy.RetryOptions;
import com.azure.identity.ClientSecretCredentialBuilder;
import com.azure.identity.DefaultAzureCredentialBuilder;
import io.github.camelhpc.support.camel.ServiceConfiguration;
import io.github.camelhpc.support.http.AuthorizationFailedException;
import io.github.camelhpc.support.token.IssuedToken;
import io.github.camelhpc.support.token.TokenSource;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;

/** Tokens by the library azure-identity. The only class that needs it, see {@link TokenSources}. */
final class AzureIdentity {

  private AzureIdentity() {}

  static TokenSource clientSecret(
      RegisteredApplication application,
      String scope,
      CamelContext context,
      ServiceConfiguration configuration)
      throws Exception {
    HttpClient http = httpClient(context, configuration);
    RetryOptions retries = retries(configuration);
    IdentityFailures failures = IdentityFailures.of(application);
    // a new one for each token: it keeps tokens too, and would give a refused one again
    Supplier<TokenCredential> credential = () -> credential(application, http, retries);
    credential.get();
    return () -> token(credential, scope, failures);
  }

  private static TokenCredential credential(
      RegisteredApplication application, HttpClient http, RetryOptions retries) {
    ClientSecretCredentialBuilder builder =
        new ClientSecretCredentialBuilder()
            .tenantId(application.tenantId())
            .clientId(application.clientId())
            .clientSecret(application.clientSecret())
            .retryOptions(retries)
            .httpClient(http);
    if (application.authorityHost() != null) {
      // Microsoft's public cloud, which would be asked about it, does not know other hosts
      builder.authorityHost(application.authorityHost()).disableInstanceDiscovery();
    }
    return builder.build();
  }

  private static HttpClient httpClient(CamelContext context, ServiceConfiguration configuration)
      throws Exception {
    java.net.http.HttpClient.Builder jdk = java.net.http.HttpClient.newBuilder();
    if (configuration.getSslContextParameters() != null) {
      jdk.sslContext(configuration.getSslContextParameters().createSSLContext(context));
    }
    JdkHttpClientBuilder builder =
        new JdkHttpClientBuilder(jdk)
            .connectionTimeout(Duration.ofMillis(configuration.getConnectTimeout()))
            .responseTimeout(Duration.ofMillis(configuration.getResponseTimeout()));
    if (configuration.getProxyHost() != null) {
      builder.proxy(
          new ProxyOptions(
              ProxyOptions.Type.HTTP,
              new InetSocketAddress(configuration.getProxyHost(), configuration.getProxyPort())));
    }
    return builder.build();
  }

  private static RetryOptions retries(ServiceConfiguration configuration) {
    long first = Math.max(1, configuration.getRetryDelay());
    return new RetryOptions(
        new ExponentialBackoffOptions()
            .setMaxRetries(Math.max(0, configuration.getMaxRetries()))
            .setBaseDelay(Duration.ofMillis(first))
            .setMaxDelay(Duration.ofMillis(Math.max(first, configuration.getMaxRetryDelay()))));
  }

  static TokenSource credential(Object given, String scope, CamelContext context) {
    TokenCredential credential = given == null ? fromRegistry(context) : checked(given);
    return () -> token(() -> credential, scope, IdentityFailures.ofCredential());
  }

  private static TokenCredential checked(Object given) {
    if (given instanceof TokenCredential credential) {
      return credential;
    }
    throw new IllegalArgumentException(
        "azbatch needs a com.azure.core.credential.TokenCredential, and not a "
            + given.getClass().getName()
            + ": set the option tokenCredential");
  }

  private static TokenCredential fromRegistry(CamelContext context) {
    Set<TokenCredential> known = context.getRegistry().findByType(TokenCredential.class);
    if (known.size() > 1) {
      throw new IllegalArgumentException(
          "azbatch finds "
              + known.size()
              + " beans of the type TokenCredential: name one with the option tokenCredential");
    }
    return known.isEmpty() ? new DefaultAzureCredentialBuilder().build() : known.iterator().next();
  }

  private static IssuedToken token(
      Supplier<TokenCredential> credential, String scope, IdentityFailures failures)
      throws AuthorizationFailedException {
    AccessToken token;
    try {
      token = credential.get().getTokenSync(new TokenRequestContext().addScopes(scope));
    } catch (RuntimeException e) {
      throw failures.explained(e);
    }
    if (token == null) {
      throw failures.explained(new IllegalStateException("it gives none"));
    }
    return new IssuedToken(token.getToken(), token.getExpiresAt().toInstant());
  }
}
