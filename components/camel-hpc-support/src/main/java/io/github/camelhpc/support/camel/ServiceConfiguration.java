package io.github.camelhpc.support.camel;

import io.github.camelhpc.support.http.RetryPolicy;
import io.github.camelhpc.support.http.ServiceClient;
import io.github.camelhpc.support.http.ServiceUrls;
import io.github.camelhpc.support.paging.OutputType;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.apache.camel.support.jsse.SSLContextParameters;

/** The options that all components of the suite have. */
@UriParams
public abstract class ServiceConfiguration implements Cloneable {

  @UriParam(
      label = "common",
      description =
          "Base URL of the service. With HPC Pack, several with commas between them "
              + "are nodes of one service: when one cannot be reached or is not the "
              + "active one, the next is used.")
  private String serviceUrl;

  @UriParam(
      label = "advanced",
      defaultValue = "10s",
      javaType = "java.time.Duration",
      description = "How long to wait for a connection.")
  private long connectTimeout = 10_000;

  @UriParam(
      label = "common",
      defaultValue = "60s",
      javaType = "java.time.Duration",
      description = "How long to wait for an answer, and for each further part of it.")
  private long responseTimeout = 60_000;

  @UriParam(
      label = "advanced",
      defaultValue = "20",
      description = "How many connections to the service are open at most.")
  private int maxConnections = 20;

  @UriParam(
      label = "common",
      defaultValue = "3",
      description =
          "How many times a request that is safe to repeat is sent again when the "
              + "service is busy (429, 503) or cannot be reached. 0 for never.")
  private int maxRetries = 3;

  @UriParam(
      label = "advanced",
      defaultValue = "500ms",
      javaType = "java.time.Duration",
      description = "Delay before the first retry; it doubles with each one.")
  private long retryDelay = 500;

  @UriParam(
      label = "advanced",
      defaultValue = "30s",
      javaType = "java.time.Duration",
      description =
          "No retry waits longer. When the service asks for more (Retry-After), "
              + "the request fails at once, and the exception has the time.")
  private long maxRetryDelay = 30_000;

  @UriParam(
      label = "advanced",
      defaultValue = "67108864",
      description =
          "How many bytes of one answer are collected in memory. It does not "
              + "bound what is streamed, only each entry of it.")
  private long maxResponseSize = 67_108_864;

  @UriParam(
      label = "security",
      description = "TLS settings, for example a trust store with the service's " + "certificate.")
  private SSLContextParameters sslContextParameters;

  @UriParam(
      label = "security",
      defaultValue = "false",
      description =
          "Whether to accept any TLS certificate. For a self-signed one in a "
              + "laboratory only: anybody between could read the password.")
  private boolean trustAllCertificates;

  @UriParam(label = "proxy", description = "Host of an HTTP proxy.")
  private String proxyHost;

  @UriParam(label = "proxy", description = "Port of the HTTP proxy.")
  private int proxyPort;

  @UriParam(label = "advanced", description = "Further settings of the HTTP client.")
  private HttpClientConfigurer httpClientConfigurer;

  @UriParam(
      label = "producer",
      defaultValue = "List",
      description =
          "What a producer makes of a list: List collects all pages; StreamList "
              + "is an iterator that reads them one after the other; Page is one page, "
              + "with a header that asks for the next.")
  private OutputType outputType = OutputType.LIST;

  @UriParam(
      label = "producer",
      defaultValue = "0",
      javaType = "java.time.Duration",
      description =
          "How long an operation that waits does so at most, before it fails with "
              + "ExchangeTimedOutException. 0 for as long as it takes.")
  private long awaitTimeout;

  @UriParam(
      label = "consumer",
      description =
          "Remembers across restarts which state changes were completed. By "
              + "default they are remembered in memory, for as long as the consumer "
              + "runs.")
  private IdempotentRepository idempotentRepository;

  /** An independent copy, for an endpoint. */
  public ServiceConfiguration copy() {
    try {
      return (ServiceConfiguration) clone();
    } catch (CloneNotSupportedException e) {
      throw new RuntimeCamelException(e);
    }
  }

  /** The settings that decide whether two endpoints can share a connection. */
  protected ConnectionSettings connectionSettings() {
    return new ConnectionSettings(
        serviceUrl,
        connectTimeout,
        responseTimeout,
        maxConnections,
        maxRetries,
        retryDelay,
        maxRetryDelay,
        maxResponseSize,
        sslContextParameters,
        trustAllCertificates,
        proxyHost,
        proxyPort,
        httpClientConfigurer);
  }

  /** The URLs of {@code serviceUrl}, one a node. */
  protected List<String> serviceUrls() {
    return items(serviceUrl);
  }

  /** Hosts beside the service's own that may get the credentials, or null if there can be none. */
  protected List<String> otherHosts() {
    return null;
  }

  static List<String> items(String text) {
    return text == null
        ? List.of()
        : Arrays.stream(text.split(",")).map(String::trim).filter(i -> !i.isEmpty()).toList();
  }

  /** What a client of the service needs to know of these options. */
  protected ServiceClient.Settings clientSettings(ServiceUrls urls) {
    return new ServiceClient.Settings(
        urls, otherHosts(), Duration.ofMillis(responseTimeout), maxResponseSize, retryPolicy());
  }

  /** When a request is sent again. */
  protected RetryPolicy retryPolicy() {
    return new RetryPolicy(
        maxRetries, Duration.ofMillis(retryDelay), Duration.ofMillis(maxRetryDelay), Math::random);
  }

  /** How changes are watched, for a service that has something to watch. */
  protected WatchSettings watching() {
    return WatchSettings.DEFAULT;
  }

  public String getServiceUrl() {
    return serviceUrl;
  }

  public void setServiceUrl(String serviceUrl) {
    this.serviceUrl = serviceUrl;
  }

  public long getConnectTimeout() {
    return connectTimeout;
  }

  public void setConnectTimeout(long connectTimeout) {
    this.connectTimeout = connectTimeout;
  }

  public long getResponseTimeout() {
    return responseTimeout;
  }

  public void setResponseTimeout(long responseTimeout) {
    this.responseTimeout = responseTimeout;
  }

  public int getMaxConnections() {
    return maxConnections;
  }

  public void setMaxConnections(int maxConnections) {
    this.maxConnections = maxConnections;
  }

  public int getMaxRetries() {
    return maxRetries;
  }

  public void setMaxRetries(int maxRetries) {
    this.maxRetries = maxRetries;
  }

  public long getRetryDelay() {
    return retryDelay;
  }

  public void setRetryDelay(long retryDelay) {
    this.retryDelay = retryDelay;
  }

  public long getMaxRetryDelay() {
    return maxRetryDelay;
  }

  public void setMaxRetryDelay(long maxRetryDelay) {
    this.maxRetryDelay = maxRetryDelay;
  }

  public long getMaxResponseSize() {
    return maxResponseSize;
  }

  public void setMaxResponseSize(long maxResponseSize) {
    this.maxResponseSize = maxResponseSize;
  }

  public SSLContextParameters getSslContextParameters() {
    return sslContextParameters;
  }

  public void setSslContextParameters(SSLContextParameters sslContextParameters) {
    this.sslContextParameters = sslContextParameters;
  }

  public boolean isTrustAllCertificates() {
    return trustAllCertificates;
  }

  public void setTrustAllCertificates(boolean trustAllCertificates) {
    this.trustAllCertificates = trustAllCertificates;
  }

  public String getProxyHost() {
    return proxyHost;
  }

  public void setProxyHost(String proxyHost) {
    this.proxyHost = proxyHost;
  }

  public int getProxyPort() {
    return proxyPort;
  }

  public void setProxyPort(int proxyPort) {
    this.proxyPort = proxyPort;
  }

  public HttpClientConfigurer getHttpClientConfigurer() {
    return httpClientConfigurer;
  }

  public void setHttpClientConfigurer(HttpClientConfigurer httpClientConfigurer) {
    this.httpClientConfigurer = httpClientConfigurer;
  }

  public OutputType getOutputType() {
    return outputType;
  }

  public void setOutputType(OutputType outputType) {
    this.outputType = outputType;
  }

  public long getAwaitTimeout() {
    return awaitTimeout;
  }

  public void setAwaitTimeout(long awaitTimeout) {
    this.awaitTimeout = awaitTimeout;
  }

  public IdempotentRepository getIdempotentRepository() {
    return idempotentRepository;
  }

  public void setIdempotentRepository(IdempotentRepository idempotentRepository) {
    this.idempotentRepository = idempotentRepository;
  }
}
