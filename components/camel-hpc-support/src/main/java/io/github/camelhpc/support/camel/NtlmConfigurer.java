package io.github.camelhpc.support.camel;

import java.util.List;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.camel.http.common.HttpConfiguration;
import org.apache.hc.client5.http.auth.AuthSchemeFactory;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.NTCredentials;
import org.apache.hc.client5.http.auth.StandardAuthScheme;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.auth.NTLMSchemeFactory;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.config.RegistryBuilder;

/**
 * Answers a server's NTLM challenge. camel-http does so only if the password stands in the URI, and
 * only with a domain.
 */
@SuppressWarnings("deprecation") // HttpClient discourages NTLM; older services want it
record NtlmConfigurer(HttpConfiguration authentication) implements HttpClientConfigurer {

  @Override
  public void configureHttpClient(HttpClientBuilder builder) {
    NTCredentials credentials =
        new NTCredentials(
            authentication.getAuthUsername(),
            authentication.getAuthPassword().toCharArray(),
            authentication.getAuthHost(),
            authentication.getAuthDomain());
    BasicCredentialsProvider provider = new BasicCredentialsProvider();
    provider.setCredentials(new AuthScope(null, -1), credentials);
    builder
        .setDefaultCredentialsProvider(provider)
        .setDefaultAuthSchemeRegistry(
            RegistryBuilder.<AuthSchemeFactory>create()
                .register(StandardAuthScheme.NTLM, NTLMSchemeFactory.INSTANCE)
                .build())
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setTargetPreferredAuthSchemes(List.of(StandardAuthScheme.NTLM))
                // a proxy does not get the service's password
                .setProxyPreferredAuthSchemes(List.of())
                .build());
  }

  @Override
  public String toString() {
    return "NTLM";
  }
}
