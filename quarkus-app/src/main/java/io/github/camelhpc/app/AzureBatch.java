package io.github.camelhpc.app;

import io.github.camelhpc.azbatch.AzBatchComponent;
import io.github.camelhpc.azbatch.AzBatchConfiguration;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.quarkus.main.events.AfterConfigure;
import org.apache.camel.spi.PropertiesComponent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Azure Batch account that takes jobs when the cluster has too many: the one that {@code
 * camel.component.azbatch.service-url} names, or without it that of the embedded simulator, if
 * there is one. Otherwise there is none, and its routes are not there.
 */
@ApplicationScoped
public class AzureBatch {

  /** The folder of the simulated account's jobs. */
  private static final String SIMULATED = "azure-" + Cluster.SIMULATOR;

  private static final Logger LOG = LoggerFactory.getLogger(AzureBatch.class);

  private final AppSettings settings;
  private final Cluster cluster;
  private final JobFiles files;
  private String serviceUrl;
  private boolean simulated;
  private String pool;

  @Inject
  AzureBatch(AppSettings settings, Cluster cluster, JobFiles files) {
    this.settings = settings;
    this.cluster = cluster;
    this.files = files;
  }

  /** Where the account is; empty if there is none. */
  Optional<String> serviceUrl() {
    return Optional.ofNullable(serviceUrl);
  }

  /** Whether it is the embedded simulator's. */
  boolean isSimulated() {
    return simulated;
  }

  /** The pool that runs jobs of the inbox; null if none does. */
  String pool() {
    return pool;
  }

  /** When the cluster is known, and before the user's routes are loaded. */
  void configure(@Observes @Priority(Cluster.PRIORITY + 1) AfterConfigure event)
      throws IOException {
    CamelContext context = event.getCamelContext(CamelContext.class);
    AzBatchConfiguration account =
        context.getComponent("azbatch", AzBatchComponent.class).getConfiguration();
    forgetEmptyOptions(account);
    requireUrl(account);
    pool = settings.burst().pool().filter(id -> !id.isBlank()).orElse(null);
    if (account.getServiceUrl() == null && cluster.isSimulated()) {
      simulate(account);
    }
    serviceUrl = account.getServiceUrl();
    if (serviceUrl == null) {
      pool = null;
    }
    PropertiesComponent properties = context.getPropertiesComponent();
    properties.addOverrideProperty("app.has-azure", String.valueOf(serviceUrl != null));
    properties.addOverrideProperty("app.bursts", String.valueOf(pool != null));
    properties.addOverrideProperty("app.azure", folder());
    properties.addOverrideProperty(
        "app.queue-limit", String.valueOf(settings.burst().queuedJobs() + 1));
    properties.addOverrideProperty(
        "app.preparation-interval",
        settings.preparationInterval().orElse(simulated ? "1s" : "60s"));
  }

  /** An option that stands in application.properties for the sake of its name is not set. */
  private static void forgetEmptyOptions(AzBatchConfiguration account) {
    account.setServiceUrl(orNull(account.getServiceUrl()));
    account.setAccountName(orNull(account.getAccountName()));
    account.setAccountKey(orNull(account.getAccountKey()));
    account.setTenantId(orNull(account.getTenantId()));
    account.setClientId(orNull(account.getClientId()));
    account.setClientSecret(orNull(account.getClientSecret()));
  }

  private static String orNull(String value) {
    return value == null || value.isBlank() ? null : value;
  }

  private static void requireUrl(AzBatchConfiguration account) {
    boolean hasCredentials =
        Stream.of(
                account.getAccountName(),
                account.getAccountKey(),
                account.getTenantId(),
                account.getClientId(),
                account.getClientSecret())
            .anyMatch(option -> option != null);
    if (hasCredentials && account.getServiceUrl() == null) {
      throw new IllegalStateException(
          "a name, key or secret of camel.component.azbatch is set, but no Azure Batch account:"
              + " set camel.component.azbatch.service-url too, or remove them");
    }
  }

  private void simulate(AzBatchConfiguration account) throws IOException {
    simulated = true;
    cluster.simulator().configure(account);
    pool = EmbeddedSimulator.POOL;
    int again = files.putBackAzure(SIMULATED);
    if (again > 0) {
      LOG.info("{} jobs ended with the simulated Azure Batch account, and are run again", again);
    }
  }

  /** A folder name that tells this account's jobs from another's, and from a cluster's. */
  private String folder() {
    if (simulated || serviceUrl == null) {
      return SIMULATED;
    }
    return "azure-" + Cluster.folder(serviceUrl);
  }
}
