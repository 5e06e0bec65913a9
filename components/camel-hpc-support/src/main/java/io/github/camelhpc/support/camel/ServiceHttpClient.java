package io.github.camelhpc.support.camel;

import java.io.Closeable;
import org.apache.camel.CamelContext;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.http.HttpEndpoint;
import org.apache.camel.http.common.HttpConfiguration;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustAllTrustManager;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An HTTP client made by a private instance of camel-http: its pool, TLS, proxy and NTLM, but not
 * its producer, which copies headers and sleeps on Retry-After.
 */
public final class ServiceHttpClient implements Closeable {

  private static final Logger LOG = LoggerFactory.getLogger(ServiceHttpClient.class);

  private final HttpComponent component;
  private final HttpEndpoint endpoint;

  private ServiceHttpClient(HttpComponent component, HttpEndpoint endpoint) {
    this.component = component;
    this.endpoint = endpoint;
  }

  /**
   * @param url one of the service's URLs, which decides whether TLS is used
   * @param authentication user, password and domain for NTLM, or null for another way
   */
  public static ServiceHttpClient create(
      CamelContext context,
      String url,
      ServiceConfiguration configuration,
      HttpConfiguration authentication)
      throws Exception {
    HttpComponent component = new BoundedHttpComponent();
    component.setCamelContext(context);
    component.setMaxTotalConnections(configuration.getMaxConnections());
    component.setConnectionsPerRoute(configuration.getMaxConnections());
    component.setProxyHost(configuration.getProxyHost());
    component.setProxyPort(
        configuration.getProxyHost() == null ? null : configuration.getProxyPort());
    component.setHttpClientConfigurer(ownRetriesAndRedirects(configuration, authentication));
    boolean secure = url.startsWith("https:");
    if (secure) {
      component.setSslContextParameters(tls(context, configuration));
      if (configuration.isTrustAllCertificates()) {
        LOG.warn(
            "trustAllCertificates is on: {} is not verified, anybody between could read the"
                + " password",
            url);
        component.setX509HostnameVerifier(NoopHostnameVerifier.INSTANCE);
      }
    }
    ServiceHelper.startService(component);
    HttpEndpoint endpoint = (HttpEndpoint) component.createEndpoint(url + timeouts(configuration));
    ServiceHelper.startService(endpoint);
    return new ServiceHttpClient(component, endpoint);
  }

  /** As options of the endpoint: the component's setters take another type in older Camel lines. */
  private static String timeouts(ServiceConfiguration configuration) {
    return "?connectTimeout="
        + configuration.getConnectTimeout()
        + "&connectionRequestTimeout="
        + configuration.getResponseTimeout()
        + "&soTimeout="
        + configuration.getResponseTimeout();
  }

  private static HttpClientConfigurer ownRetriesAndRedirects(
      ServiceConfiguration configuration, HttpConfiguration authentication) {
    return builder -> {
      builder.disableAutomaticRetries().disableRedirectHandling().disableCookieManagement();
      if (authentication != null) {
        new NtlmConfigurer(authentication).configureHttpClient(builder);
      }
      if (configuration.getHttpClientConfigurer() != null) {
        configuration.getHttpClientConfigurer().configureHttpClient(builder);
      }
    };
  }

  private static SSLContextParameters tls(
      CamelContext context, ServiceConfiguration configuration) {
    if (!configuration.isTrustAllCertificates()) {
      return configuration.getSslContextParameters();
    }
    TrustManagersParameters trustAll = new TrustManagersParameters();
    trustAll.setTrustManager(TrustAllTrustManager.INSTANCE);
    SSLContextParameters parameters = new SSLContextParameters();
    parameters.setCamelContext(context);
    parameters.setTrustManagers(trustAll);
    return parameters;
  }

  /** The client, for any number of threads. */
  public HttpClient client() {
    return endpoint.getHttpClient();
  }

  @Override
  public void close() {
    ServiceHelper.stopAndShutdownServices(endpoint, component);
  }
}
