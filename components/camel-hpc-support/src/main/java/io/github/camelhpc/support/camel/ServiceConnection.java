package io.github.camelhpc.support.camel;

import io.github.camelhpc.support.http.Authorizer;
import io.github.camelhpc.support.http.BasicAuthorizer;
import io.github.camelhpc.support.http.FaultReader;
import io.github.camelhpc.support.http.ServiceClient;
import io.github.camelhpc.support.http.ServiceUrls;
import io.github.camelhpc.support.status.CompletionMonitor;
import io.github.camelhpc.support.status.StatusSource;
import java.io.Closeable;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.http.common.HttpConfiguration;
import org.apache.camel.spi.ExecutorServiceManager;
import org.apache.camel.util.IOHelper;

/** What a component needs to talk to one service: an HTTP client with credentials, and threads. */
public final class ServiceConnection implements Closeable {

  private final ExecutorServiceManager manager;
  private final ServiceHttpClient http;
  private final Authorizer authorizer;
  private final ServiceClient client;
  private final ScheduledExecutorService ticks;
  private final ExecutorService workers;
  private final List<ExecutorService> pools = new CopyOnWriteArrayList<>();
  private final String scheme;
  private final CompletionMonitor.Timing timing;
  private final String identity;

  private ServiceConnection(
      CamelContext context,
      String scheme,
      ServiceUrls urls,
      ServiceConfiguration configuration,
      HttpConfiguration authentication,
      Authorizer authorizer,
      FaultReader faults)
      throws Exception {
    this.authorizer = authorizer;
    this.scheme = scheme;
    manager = context.getExecutorServiceManager();
    http =
        ServiceHttpClient.create(context, urls.current().toString(), configuration, authentication);
    client =
        new ServiceClient(
            http.client(),
            configuration.clientSettings(urls),
            authorizer,
            faults,
            Clock.systemUTC());
    ticks = manager.newScheduledThreadPool(this, scheme + "-await", 2);
    workers = manager.newDefaultThreadPool(this, scheme);
    timing = configuration.watching().monitorTiming();
    identity = identity(urls.all());
  }

  /**
   * Connects with a service that knows users by name and password.
   *
   * @param defaultPath the path of a URL that has none, for example {@code /hpc}
   * @throws IllegalArgumentException if a setting is missing or wrong; the message names the option
   */
  public static ServiceConnection open(
      CamelContext context,
      String scheme,
      String defaultPath,
      UserConfiguration configuration,
      FaultReader faults)
      throws Exception {
    ServiceUrls urls = ServiceUrls.of(scheme, configuration.serviceUrls(), defaultPath);
    if ((configuration.getUsername() == null) != (configuration.getPassword() == null)) {
      throw new IllegalArgumentException(
          scheme
              + " needs both or neither of the options username and password; only "
              + (configuration.getUsername() == null ? "password" : "username")
              + " is set");
    }
    return new ServiceConnection(
        context,
        scheme,
        urls,
        configuration,
        ntlm(configuration),
        authorizer(configuration),
        faults);
  }

  /**
   * Connects with a service that has its own way of authorising.
   *
   * @param authorizer closed with the connection if it is {@link Closeable}, also when this fails
   */
  public static ServiceConnection open(
      CamelContext context,
      String scheme,
      ServiceUrls urls,
      ServiceConfiguration configuration,
      Authorizer authorizer,
      FaultReader faults)
      throws Exception {
    try {
      return new ServiceConnection(context, scheme, urls, configuration, null, authorizer, faults);
    } catch (Exception e) {
      close(authorizer);
      throw e;
    }
  }

  private static Authorizer authorizer(UserConfiguration configuration) {
    boolean basic =
        configuration.getUsername() != null && configuration.getAuthMethod() == AuthMethod.BASIC;
    return basic
        ? new BasicAuthorizer(configuration.getUsername(), configuration.getPassword())
        : Authorizer.NONE;
  }

  /** NTLM is done by the HTTP client; it wants the domain apart from the user. */
  private static HttpConfiguration ntlm(UserConfiguration configuration) {
    if (configuration.getAuthMethod() != AuthMethod.NTLM || configuration.getUsername() == null) {
      return null;
    }
    String user = configuration.getUsername();
    int domain = user.indexOf('\\');
    HttpConfiguration http = new HttpConfiguration();
    http.setAuthMethod("NTLM");
    http.setAuthUsername(user.substring(domain + 1));
    http.setAuthPassword(configuration.getPassword());
    http.setAuthDomain(domain < 0 ? null : user.substring(0, domain));
    return http;
  }

  /** The same however the nodes are ordered. */
  private static String identity(List<URI> urls) {
    return Integer.toHexString(urls.stream().map(URI::toString).sorted().toList().hashCode());
  }

  /** The client. */
  public ServiceClient client() {
    return client;
  }

  /** What tells this service from others; short, no secrets. */
  public String identity() {
    return identity;
  }

  /** Reads ahead, and goes on with what was waited for. */
  public ExecutorService workers() {
    return workers;
  }

  /**
   * Runs something later in a thread of {@link #workers}.
   *
   * @return ends the wait when it is cancelled
   */
  public Future<?> later(Duration delay, Runnable action) {
    return ticks.schedule(() -> workers.execute(action), delay.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Threads for work that must not wait for other work; they end with the connection.
   *
   * @param purpose a part of their names
   * @param threads how many at most
   */
  public ExecutorService pool(String purpose, int threads) {
    ExecutorService pool = manager.newThreadPool(this, scheme + "-" + purpose, threads, threads);
    pools.add(pool);
    return pool;
  }

  /** A monitor of what is waited for at the service. */
  public <E> CompletionMonitor<E> monitor(StatusSource<E> source) {
    return new CompletionMonitor<>(source, timing, ticks, Clock.systemUTC());
  }

  @Override
  public void close() {
    client.close();
    close(authorizer);
    manager.shutdownNow(ticks);
    manager.shutdownGraceful(workers);
    pools.forEach(manager::shutdownGraceful);
    http.close();
  }

  private static void close(Authorizer authorizer) {
    if (authorizer instanceof Closeable closeable) {
      IOHelper.close(closeable);
    }
  }
}
