package io.github.camelhpc.app;

import io.github.camelhpc.dbapi.DbapiComponent;
import io.github.camelhpc.dbapi.DbapiConfiguration;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.quarkus.main.events.AfterConfigure;
import org.apache.camel.spi.PropertiesComponent;

/**
 * The detail view server that tells how busy the machines are: the one that {@code
 * camel.component.dbapi.service-url} names, or without it that of the embedded simulator, if there
 * is one. Otherwise there is none, and the route is not there.
 */
@ApplicationScoped
public class DetailView {

  private final AppSettings settings;
  private final Cluster cluster;
  private String serviceUrl;
  private boolean simulated;

  @Inject
  DetailView(AppSettings settings, Cluster cluster) {
    this.settings = settings;
    this.cluster = cluster;
  }

  /** Where the server is; empty if there is none. */
  Optional<String> serviceUrl() {
    return Optional.ofNullable(serviceUrl);
  }

  /** Whether it is the embedded simulator's. */
  boolean isSimulated() {
    return simulated;
  }

  /** How often it is asked. */
  String interval() {
    return settings.cpuUsage().interval().orElse(simulated ? "10s" : "5m");
  }

  /** When the cluster is known, and before the user's routes are loaded. */
  void configure(@Observes @Priority(Cluster.PRIORITY + 1) AfterConfigure event) {
    CamelContext context = event.getCamelContext(CamelContext.class);
    DbapiConfiguration server =
        context.getComponent("dbapi", DbapiComponent.class).getConfiguration();
    forgetEmptyOptions(server);
    requireUrl(server);
    if (server.getServiceUrl() == null && cluster.isSimulated()) {
      cluster.simulator().configure(server);
      simulated = true;
    }
    serviceUrl = server.getServiceUrl();
    PropertiesComponent properties = context.getPropertiesComponent();
    properties.addOverrideProperty("app.has-detail-view", String.valueOf(serviceUrl != null));
    properties.addOverrideProperty("app.usage-interval", interval());
  }

  /** An option that stands in application.properties for the sake of its name is not set. */
  private static void forgetEmptyOptions(DbapiConfiguration server) {
    server.setServiceUrl(orNull(server.getServiceUrl()));
    server.setPathPrefix(orNull(server.getPathPrefix()));
    server.setAuthenticationToken(orNull(server.getAuthenticationToken()));
    server.setBearerToken(orNull(server.getBearerToken()));
    server.setClientId(orNull(server.getClientId()));
    server.setClientSecret(orNull(server.getClientSecret()));
    server.setTokenUrl(orNull(server.getTokenUrl()));
  }

  private static String orNull(String value) {
    return value == null || value.isBlank() ? null : value;
  }

  private static void requireUrl(DbapiConfiguration server) {
    boolean hasCredentials =
        Stream.of(
                server.getUsername(),
                server.getPassword(),
                server.getAuthenticationToken(),
                server.getBearerToken(),
                server.getClientId(),
                server.getClientSecret())
            .anyMatch(option -> option != null);
    if (hasCredentials && server.getServiceUrl() == null) {
      throw new IllegalStateException(
          "a user, token or secret of camel.component.dbapi is set, but no detail view server: set"
              + " camel.component.dbapi.service-url too, or remove them");
    }
  }
}
