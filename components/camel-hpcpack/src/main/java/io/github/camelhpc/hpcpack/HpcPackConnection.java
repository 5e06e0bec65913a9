package io.github.camelhpc.hpcpack;

import io.github.camelhpc.hpcpack.wire.JsonWireFormat;
import io.github.camelhpc.hpcpack.wire.WireFormat;
import io.github.camelhpc.support.camel.ServiceHttpClient;
import io.github.camelhpc.support.http.Authorizer;
import io.github.camelhpc.support.http.BasicAuthorizer;
import io.github.camelhpc.support.http.ServiceClient;
import io.github.camelhpc.support.http.ServiceRequest;
import io.github.camelhpc.support.http.ServiceUrls;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.camel.CamelContext;
import org.apache.camel.http.common.HttpConfiguration;
import org.apache.camel.spi.ExecutorServiceManager;
import org.apache.hc.core5.http.HttpHeaders;

/** Connects with a cluster: HTTP client, credentials, head nodes, threads. */
final class HpcPackConnection {

  private static final String BASE_PATH = "/hpc";

  private HpcPackConnection() {}

  /**
   * @throws IllegalArgumentException if a setting is missing or wrong; the message names the option
   */
  static HpcPackService open(CamelContext context, HpcPackConfiguration configuration)
      throws Exception {
    ServiceUrls urls = ServiceUrls.of("hpcpack", configuration.nodeUrls(), BASE_PATH);
    checkCredentials(configuration);
    ServiceHttpClient http =
        ServiceHttpClient.create(
            context, urls.current().toString(), configuration, ntlm(configuration));
    ServiceClient client = client(urls, configuration, http);
    ExecutorServiceManager manager = context.getExecutorServiceManager();
    ScheduledExecutorService ticks = manager.newScheduledThreadPool(http, "hpcpack-await", 2);
    ExecutorService workers = manager.newDefaultThreadPool(http, "hpcpack");
    return new HpcPackService(
        new HpcPackClient(client, configuration.getDataFormat()),
        identity(urls.all()),
        new HpcPackService.Threads(ticks, workers),
        configuration.awaitTiming(),
        () -> {
          client.close();
          manager.shutdownNow(ticks);
          manager.shutdownGraceful(workers);
          http.close();
        });
  }

  private static void checkCredentials(HpcPackConfiguration configuration) {
    if ((configuration.getUsername() == null) != (configuration.getPassword() == null)) {
      throw new IllegalArgumentException(
          "hpcpack needs both or neither of the options username and password; only "
              + (configuration.getUsername() == null ? "password" : "username")
              + " is set");
    }
  }

  private static ServiceClient client(
      ServiceUrls urls, HpcPackConfiguration configuration, ServiceHttpClient http) {
    WireFormat faults = new JsonWireFormat();
    ServiceClient client =
        new ServiceClient(
            http.client(),
            configuration.httpSettings(urls),
            authorizer(configuration),
            response -> HpcPackException.read(response, faults),
            Clock.systemUTC());
    return client.probingWith(activeHeadNode(faults), response -> faults.readText(response.body()));
  }

  private static ServiceRequest activeHeadNode(WireFormat json) {
    HpcPackOperation operation = HpcPackOperation.GET_ACTIVE_HEAD_NODE;
    return new ServiceRequest(
        "hpcpack:" + operation,
        operation.spec().method(),
        operation.spec().path(),
        Map.of(HttpHeaders.ACCEPT, json.accept()),
        null,
        true);
  }

  private static Authorizer authorizer(HpcPackConfiguration configuration) {
    boolean basic =
        configuration.getUsername() != null && configuration.getAuthMethod() == AuthMethod.BASIC;
    return basic
        ? new BasicAuthorizer(configuration.getUsername(), configuration.getPassword())
        : Authorizer.NONE;
  }

  /** NTLM is done by the HTTP client; it wants the domain apart from the user. */
  private static HttpConfiguration ntlm(HpcPackConfiguration configuration) {
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

  /** The same however the head nodes are ordered. */
  private static String identity(List<URI> urls) {
    return Integer.toHexString(urls.stream().map(URI::toString).sorted().toList().hashCode());
  }
}
