package io.github.camelhpc.support.camel;

import org.apache.camel.component.http.HttpComponent;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.socket.ConnectionSocketFactory;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.Registry;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.util.TimeValue;

/**
 * camel-http with a limit for the headers of an answer, which HttpClient reads into memory however
 * many there are. No service comes near it: the longest known line is an NTLM or Kerberos token.
 */
@SuppressWarnings("deprecation") // the types that camel-http's own method has
final class BoundedHttpComponent extends HttpComponent {

  private static final int MAX_LINE = 64 * 1024;
  private static final int MAX_LINES = 200;

  @Override
  protected HttpClientConnectionManager createConnectionManager(
      Registry<ConnectionSocketFactory> registry,
      int maxTotalConnections,
      int connectionsPerRoute,
      SocketConfig defaultSocketConfig) {
    Http1Config limits =
        Http1Config.custom().setMaxLineLength(MAX_LINE).setMaxHeaderCount(MAX_LINES).build();
    PoolingHttpClientConnectionManager pool =
        new PoolingHttpClientConnectionManager(
            registry,
            PoolConcurrencyPolicy.STRICT,
            PoolReusePolicy.LIFO,
            TimeValue.ofMilliseconds(getConnectionTimeToLive()),
            ManagedHttpClientConnectionFactory.builder().http1Config(limits).build());
    pool.setMaxTotal(getMaxTotalConnections());
    pool.setDefaultMaxPerRoute(getConnectionsPerRoute());
    pool.setDefaultSocketConfig(defaultSocketConfig);
    return pool;
  }
}
