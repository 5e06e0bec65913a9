package io.github.camelhpc.app;

import io.quarkus.vertx.http.HttpServer;
import io.quarkus.vertx.http.HttpServerStart;
import io.quarkus.vertx.http.HttpsServerStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the user, once all is started, what runs where and what to do. */
@ApplicationScoped
public class Welcome {

  private static final Logger LOG = LoggerFactory.getLogger(Welcome.class);

  private final AppSettings settings;
  private final Cluster cluster;
  private final AzureBatch azure;
  private final DetailView detailView;
  private final HttpServer http;
  private final boolean tlsOnly;

  @Inject
  Welcome(
      AppSettings settings,
      Cluster cluster,
      AzureBatch azure,
      DetailView detailView,
      HttpServer http,
      @ConfigProperty(name = "quarkus.http.insecure-requests", defaultValue = "enabled")
          String withoutTls) {
    this.settings = settings;
    this.cluster = cluster;
    this.azure = azure;
    this.detailView = detailView;
    this.http = http;
    this.tlsOnly = !withoutTls.equalsIgnoreCase("enabled");
  }

  void greet(@ObservesAsync HttpServerStart server) {
    if (!tlsOnly) {
      greet("http://" + server.options().getHost() + ":" + http.getPort());
    }
  }

  void greetSecurely(@ObservesAsync HttpsServerStart server) {
    if (tlsOnly) {
      greet("https://" + server.options().getHost() + ":" + http.getSecurePort());
    }
  }

  private void greet(String url) {
    LOG.info("Cluster   {}", cluster());
    azure.serviceUrl().ifPresent(account -> LOG.info("Azure     {}: {}", account, burst()));
    detailView.serviceUrl().ifPresent(view -> LOG.info("Usage     {}: {}", view, usage()));
    LOG.info(
        "Inbox     {}: drop a job here, as job XML or JSON{}",
        settings.inbox().toAbsolutePath(),
        cluster.hasSoa() ? ", or rows to price, as CSV" : "");
    LOG.info("Outbox    {}/<job id>: its results", settings.outbox().toAbsolutePath());
    LOG.info("Routes    {}/*.yaml: your own, read at start", settings.routes().toAbsolutePath());
    LOG.info("Jobs      {}/jobs: post one, see all; the API is {}/q/openapi", url, url);
    LOG.info("Health    {}/q/health, metrics {}/q/metrics", url, url);
  }

  private String burst() {
    if (azure.pool() == null) {
      return "gets no jobs, set app.burst.pool if it shall";
    }
    return "gets jobs, for its pool "
        + azure.pool()
        + ", while the cluster has more than "
        + settings.burst().queuedJobs()
        + " in its queue"
        + (azure.isSimulated() ? " (simulator)" : "");
  }

  private String usage() {
    return "CPU usage of machines, every "
        + detailView.interval()
        + ", to "
        + settings.outbox().toAbsolutePath().resolve(CpuUsageFile.NAME)
        + (detailView.isSimulated() ? " (simulator)" : "");
  }

  private String cluster() {
    return cluster.isSimulated()
        ? cluster.serviceUrl()
            + " (simulator: it runs the tasks on this machine, and ends with this application)"
        : cluster.serviceUrl();
  }
}
