package io.github.camelhpc.app;

import io.github.camelhpc.app.leader.Leadership;
import io.github.camelhpc.app.leader.LeadershipTaken;
import io.github.camelhpc.hpcpack.HpcPackComponent;
import io.github.camelhpc.hpcpack.HpcPackConfiguration;
import io.github.camelhpc.hpcsoa.HpcSoaComponent;
import io.github.camelhpc.hpcsoa.HpcSoaConfiguration;
import io.github.camelhpc.support.camel.UserConfiguration;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import org.apache.camel.CamelContext;
import org.apache.camel.quarkus.main.events.AfterConfigure;
import org.apache.camel.quarkus.main.events.AfterStop;
import org.apache.camel.spi.PropertiesComponent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The cluster that the routes work with: the one that {@code camel.component.hpcpack.service-url}
 * names, or without it the embedded simulator, which starts after Camel has read its settings and
 * before it makes its endpoints. CSV files are priced by the SOA web service that {@code
 * camel.component.hpcsoa.service-url} names, or without it by the same simulator, if there is one.
 */
@ApplicationScoped
public class Cluster {

  /** The folder of the simulator's jobs below {@code inbox/running}. */
  static final String SIMULATOR = "simulator";

  /** When Camel is configured: before whatever needs the cluster. */
  public static final int PRIORITY = 1000;

  private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);

  private final AppSettings settings;
  private final JobFiles files;
  private final Leadership leadership;
  private EmbeddedSimulator simulator;
  private String serviceUrl;
  private boolean soa;

  @Inject
  Cluster(AppSettings settings, JobFiles files, Leadership leadership) {
    this.settings = settings;
    this.files = files;
    this.leadership = leadership;
  }

  /** Where the cluster is. */
  String serviceUrl() {
    return serviceUrl;
  }

  /** Whether the cluster is the embedded simulator. */
  public boolean isSimulated() {
    return simulator != null;
  }

  /** The embedded simulator; null if there is a real cluster. */
  EmbeddedSimulator simulator() {
    return simulator;
  }

  /** Whether there is a SOA service, for rows to price. */
  boolean hasSoa() {
    return soa;
  }

  void configure(@Observes @Priority(PRIORITY) AfterConfigure event) throws IOException {
    CamelContext context = event.getCamelContext(CamelContext.class);
    HpcPackConfiguration hpcPack =
        context.getComponent("hpcpack", HpcPackComponent.class).getConfiguration();
    HpcSoaConfiguration hpcSoa =
        context.getComponent("hpcsoa", HpcSoaComponent.class).getConfiguration();
    requireUrlOfUser("hpcpack", hpcPack);
    requireUrlOfUser("hpcsoa", hpcSoa);
    if (!hasUrl(hpcPack)) {
      simulate(hpcPack);
    } else if (!leadership.isElective()) {
      reattach();
    }
    if (isSimulated() && !hasUrl(hpcSoa)) {
      simulator.configure(hpcSoa);
    }
    serviceUrl = hpcPack.getServiceUrl();
    soa = hasUrl(hpcSoa);
    PropertiesComponent properties = context.getPropertiesComponent();
    properties.addOverrideProperty("app.cluster", folder());
    properties.addOverrideProperty("app.has-soa", String.valueOf(soa));
    // Camel takes a relative target of a move for one below the folder that it reads
    properties.addOverrideProperty("app.inbox", settings.inbox().toAbsolutePath().toString());
    properties.addOverrideProperty("app.outbox", settings.outbox().toAbsolutePath().toString());
    properties.addOverrideProperty(
        "app.status-interval", settings.statusInterval().orElse(isSimulated() ? "500ms" : "10s"));
  }

  private static boolean hasUrl(UserConfiguration component) {
    return component.getServiceUrl() != null && !component.getServiceUrl().isBlank();
  }

  private static void requireUrlOfUser(String name, UserConfiguration component) {
    boolean hasUser = component.getUsername() != null || component.getPassword() != null;
    if (hasUser && !hasUrl(component)) {
      String options = "camel.component." + name;
      throw new IllegalStateException(
          options
              + ".username or password is set, but no cluster: set "
              + options
              + ".service-url too, or remove them to use the simulator");
    }
  }

  private void simulate(HpcPackConfiguration hpcPack) throws IOException {
    if (leadership.isElective()) {
      throw new IllegalStateException(
          "app.leader-election is for applications that share a cluster, but this one has a"
              + " simulator of its own: set camel.component.hpcpack.service-url, or remove"
              + " app.leader-election");
    }
    simulator = EmbeddedSimulator.start(settings.simulator().workDirectory());
    simulator.configure(hpcPack);
    int again = files.putBack(SIMULATOR);
    if (again > 0) {
      LOG.info("{} jobs ended with the simulator they ran on, and are run again", again);
    }
    if (settings.sample() && files.isFirstStart()) {
      files.dropSample();
    }
  }

  /** Files that the leader before was submitting; not at the start, when it may still do so. */
  void reattach(@Observes LeadershipTaken event) throws IOException {
    reattach();
  }

  private void reattach() throws IOException {
    int unknown = files.giveUpUnknown();
    if (unknown > 0) {
      LOG.warn(
          "{} files went to {}/failed, since it is not known whether they were submitted",
          unknown,
          settings.inbox());
    }
  }

  /** A folder name that tells this cluster's job ids from another's. */
  private String folder() {
    return isSimulated() ? SIMULATOR : folder(serviceUrl);
  }

  /** The host and port of a URL, the first one if there are several, as the name of a folder. */
  static String folder(String serviceUrl) {
    return serviceUrl
        .replaceFirst(",.*", "")
        .replaceFirst("^\\s*[a-zA-Z]+://", "")
        .replaceFirst("/.*", "")
        .replaceAll("[^A-Za-z0-9.-]", "_");
  }

  void close(@Observes AfterStop event) {
    closeSimulator();
  }

  @PreDestroy
  void closeSimulator() {
    if (simulator != null) {
      simulator.close();
      simulator = null;
    }
  }
}
