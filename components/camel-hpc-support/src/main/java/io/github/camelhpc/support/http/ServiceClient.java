package io.github.camelhpc.support.http;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.Configurable;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.util.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls one service: checks where a request goes, authorises and sends it, sends it again where
 * that is safe, and turns an answer that is not a success into an exception. Safe for many threads.
 */
public final class ServiceClient implements Closeable {

  /**
   * Finds out which node of a service with several URLs is the active one.
   *
   * <p>It is asked at the first request and after a failure, on the URL that is to be used next.
   */
  @FunctionalInterface
  public interface ActiveNodeProbe {
    /** The name of the active node, or null if the service does not say. */
    String activeNode(ServiceResponse response) throws IOException;
  }

  /**
   * What does not change from request to request.
   *
   * @param urls the base URLs
   * @param allowedHosts other hosts that may get the credentials, or null if there can be none
   * @param responseTimeout how long to wait for an answer, and for each further part of it
   * @param maxResponseSize how many bytes of an answer are collected in memory
   * @param retries when to send again
   */
  public record Settings(
      ServiceUrls urls,
      Collection<String> allowedHosts,
      Duration responseTimeout,
      long maxResponseSize,
      RetryPolicy retries) {}

  private static final Logger LOG = LoggerFactory.getLogger(ServiceClient.class);
  private static final int MAX_FAULT_BODY = 64 * 1024;
  private static final int MAX_REDIRECTS = 5;

  private final HttpClient http;
  private final Settings settings;
  private final Origins origins;
  private final Authorizer authorizer;
  private final FaultReader faults;
  private final RequestConfig requestConfig;
  private final Clock clock;
  private final CountDownLatch closed = new CountDownLatch(1);
  private ServiceRequest probeRequest;
  private ActiveNodeProbe probe;

  public ServiceClient(
      HttpClient http, Settings settings, Authorizer authorizer, FaultReader faults, Clock clock) {
    this.http = http;
    this.settings = settings;
    this.origins = new Origins(settings.urls().all(), settings.allowedHosts());
    this.authorizer = authorizer;
    this.faults = faults;
    this.clock = clock;
    this.requestConfig =
        RequestConfig.copy(defaultConfig(http))
            .setConnectionRequestTimeout(Timeout.of(settings.responseTimeout()))
            .setResponseTimeout(Timeout.of(settings.responseTimeout()))
            .setRedirectsEnabled(false)
            .build();
  }

  /** The client's own settings, which say that NTLM may be used. */
  private static RequestConfig defaultConfig(HttpClient http) {
    boolean given = http instanceof Configurable configurable && configurable.getConfig() != null;
    return given ? ((Configurable) http).getConfig() : RequestConfig.DEFAULT;
  }

  /** Finds the active node with this request when there are several URLs. */
  public ServiceClient probingWith(ServiceRequest request, ActiveNodeProbe activeNode) {
    this.probeRequest = request;
    this.probe = activeNode;
    return this;
  }

  /** The URL in use. */
  public URI currentUrl() {
    return settings.urls().current();
  }

  /**
   * Checks that a request may go where it is to go, without sending it.
   *
   * @throws ForeignOriginException if it may not
   */
  public void check(ServiceRequest request) throws ForeignOriginException {
    origins.check(target(request, settings.urls().current()), request.operation());
  }

  /**
   * Sends a request until it succeeds or must not be sent again.
   *
   * @throws ServiceOperationFailedException if the service answered, but not with a success
   * @throws IOException if no answer came: the types are the JDK's, the messages say what to check
   */
  public ServiceResponse execute(ServiceRequest request)
      throws IOException, ServiceOperationFailedException {
    return execute(request, new Attempts());
  }

  /**
   * The same.
   *
   * @param attempts is told of attempts that failed and were repeated
   */
  public ServiceResponse execute(ServiceRequest request, Attempts attempts)
      throws IOException, ServiceOperationFailedException {
    int moves = 0;
    int retries = 0;
    while (true) {
      URI url = settings.urls().current();
      boolean sent = false;
      try {
        if (request.isBelowServiceUrl()) {
          findActiveNode(url);
          url = settings.urls().current();
        }
        sent = true;
        return send(request, url, requestConfig);
      } catch (IOException | ServiceOperationFailedException e) {
        boolean moved = isFailureOfNode(e, request) && settings.urls().failed(url);
        if (!isTransient(e) || !canBeSentAgain(request, sent, e)) {
          throw e;
        }
        // every URL is tried at once; only when all have failed it is a retry, after a delay
        if (moved && ++moves % settings.urls().all().size() != 0) {
          LOG.info("{} failed, trying the next URL: {}", request.operation(), e.getMessage());
        } else if (!waitedFor(++retries, request, e)) {
          throw e;
        }
        attempts.failed(sent, e);
      }
    }
  }

  /**
   * Sends a request once, to see whether the service answers.
   *
   * @param timeout how long to wait for the answer, if that is less than the response time-out
   */
  public ServiceResponse executeOnce(ServiceRequest request, Duration timeout)
      throws IOException, ServiceOperationFailedException {
    Timeout shorter =
        Timeout.of(
            timeout.compareTo(settings.responseTimeout()) < 0
                ? timeout
                : settings.responseTimeout());
    RequestConfig once =
        RequestConfig.copy(requestConfig)
            .setConnectionRequestTimeout(shorter)
            .setResponseTimeout(shorter)
            .build();
    return send(request, settings.urls().current(), once);
  }

  private static boolean isFailureOfNode(Exception e, ServiceRequest request) {
    boolean failed =
        e instanceof ServiceOperationFailedException answered
            ? answered.getStatusCode() >= 500
            : !(e instanceof ForeignOriginException || e instanceof AuthorizationFailedException);
    return failed && request.isBelowServiceUrl();
  }

  private static boolean isTransient(Exception e) {
    if (e instanceof ServiceOperationFailedException answered) {
      return switch (answered.getStatusCode()) {
        case 429, 503 -> true;
        case 500 -> "OperationTimedOut".equals(answered.getServiceCode());
        default -> false;
      };
    }
    return ConnectionFailures.isTransient((IOException) e);
  }

  private static boolean canBeSentAgain(ServiceRequest request, boolean sent, Exception e) {
    return !sent || ConnectionFailures.isBeforeSending(e)
        ? request.bodyCanBeSentAgain()
        : request.canBeSentAgain();
  }

  private boolean waitedFor(int retry, ServiceRequest request, Exception failure)
      throws IOException {
    Duration retryAfter =
        failure instanceof ServiceOperationFailedException answered
            ? answered.getRetryAfter()
            : null;
    Optional<Duration> delay = settings.retries().delay(retry, retryAfter);
    if (delay.isEmpty()) {
      return false;
    }
    LOG.debug("{} is sent again in {}: {}", request.operation(), delay.get(), failure.toString());
    try {
      if (closed.await(delay.get().toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IOException(request.operation() + " is not tried again: the component stops");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
    return true;
  }

  private void findActiveNode(URI url) throws IOException, ServiceOperationFailedException {
    if (probe == null || settings.urls().isSettled()) {
      return;
    }
    try (ServiceResponse response = send(probeRequest, url, requestConfig)) {
      settings.urls().settle(url, probe.activeNode(response));
    }
  }

  private ServiceResponse send(ServiceRequest request, URI base, RequestConfig config)
      throws IOException, ServiceOperationFailedException {
    URI url = target(request, base);
    int redirects = 0;
    boolean renewed = false;
    while (true) {
      origins.check(url, request.operation());
      URI asked = url;
      ClassicHttpRequest http = authorized(request, url);
      ClassicHttpResponse response = exchange(request, http, url, config);
      ServiceResponse answer =
          new ServiceResponse(
              response,
              request.operation(),
              settings.maxResponseSize(),
              e -> explained(e, request, asked));
      boolean kept = false;
      try {
        int status = answer.status();
        if (status >= 200 && status < 300) {
          kept = true;
          return answer;
        }
        Header location = response.getFirstHeader(HttpHeaders.LOCATION);
        if (status >= 300
            && status < 400
            && location != null
            && request.method().equals("GET")
            && redirects++ < MAX_REDIRECTS) {
          url = redirected(url, location.getValue(), request.operation());
          continue;
        }
        FailedResponse failed = failed(request, url, response, answer);
        if (renewed || !hasNewCredentials(request, http, failed)) {
          throw faults.read(failed);
        }
        renewed = true;
      } finally {
        if (!kept) {
          answer.close();
        }
      }
    }
  }

  private static URI target(ServiceRequest request, URI base) {
    String target = request.target();
    return URI.create(
        request.isBelowServiceUrl() ? withoutSlash(base.toString()) + target : target);
  }

  private static String withoutSlash(String url) {
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }

  private static URI redirected(URI from, String location, String operation) throws IOException {
    try {
      return from.resolve(location);
    } catch (IllegalArgumentException e) {
      throw new IOException(operation + ": the service redirects to something that is no URL", e);
    }
  }

  /** A 401 means that the operation was not performed, whatever it is. */
  private boolean hasNewCredentials(
      ServiceRequest request, ClassicHttpRequest http, FailedResponse failed) throws IOException {
    return failed.status() == HttpStatus.SC_UNAUTHORIZED
        && request.bodyCanBeSentAgain()
        && authorizer.refused(http, failed);
  }

  private ClassicHttpRequest authorized(ServiceRequest request, URI url) throws IOException {
    ClassicHttpRequest http = withBody(request, url);
    request.headers().forEach(http::setHeader);
    authorizer.authorize(http);
    return http;
  }

  private static ClassicHttpRequest withBody(ServiceRequest request, URI url) {
    if (request.bodyCanBeSentAgain()) {
      ClassicHttpRequest http = new BasicClassicHttpRequest(request.method(), url);
      http.setEntity(request.body());
      return http;
    }
    HttpUriRequestBase streamed = new HttpUriRequestBase(request.method(), url);
    streamed.setEntity(new WholeBody(request.body(), streamed));
    return streamed;
  }

  private ClassicHttpResponse exchange(
      ServiceRequest request, ClassicHttpRequest http, URI url, RequestConfig config)
      throws IOException {
    HttpClientContext context = HttpClientContext.create();
    // NTLM's configurer in camel-http replaces the client's default, so it is set on each request
    context.setRequestConfig(config);
    try {
      return this.http.executeOpen(RoutingSupport.determineHost(http), http, context);
    } catch (HttpException | IOException e) {
      throw explained(e, request, url);
    }
  }

  private IOException explained(Exception e, ServiceRequest request, URI url) {
    return ConnectionFailures.explained(e, request.operation(), url, settings.responseTimeout());
  }

  private FailedResponse failed(
      ServiceRequest request, URI url, ClassicHttpResponse response, ServiceResponse answer) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Header header : response.getHeaders()) {
      headers.putIfAbsent(header.getName(), header.getValue());
    }
    return new FailedResponse(
        request.operation(),
        url.toString(),
        response.getCode(),
        response.getReasonPhrase() == null ? "" : response.getReasonPhrase(),
        headers,
        answer.firstBytes(MAX_FAULT_BODY),
        RetryAfter.read(headers.get(HttpHeaders.RETRY_AFTER), clock));
  }

  /** Ends what waits for a retry. The HTTP client belongs to whoever made it. */
  @Override
  public void close() {
    closed.countDown();
  }
}
