package io.github.camelhpc.quarkus.it;

import io.github.camelhpc.simulators.HpcSimulators;
import io.github.camelhpc.simulators.hpcsoa.SimulatedResponse;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/** The four services in the process of the test, and routes in a folder, for the application. */
public class Services implements QuarkusTestResourceLifecycleManager {

  private static final String PASSWORD = "changeit";

  private HpcSimulators simulators;
  private Path trustStore;

  @Override
  public Map<String, String> start() {
    simulators = HpcSimulators.builder().soaRequestTime(Duration.ZERO).start();
    simulators.azBatch().createPool("pool1", 2);
    failPreparation();
    int session = simulators.hpcSoa().createSession("CcpEchoSvc");
    simulators
        .hpcSoa()
        .generatedBatch(session, "generated", 3, i -> SimulatedResponse.generic("row " + i, "x"));
    return Map.ofEntries(
        Map.entry(
            "camel.main.routes-include-pattern",
            "file:" + Path.of("src/test/routes/*.yaml").toAbsolutePath()),
        Map.entry("camel.component.hpcpack.service-url", simulators.hpcPackUrl()),
        Map.entry("camel.component.hpcpack.username", simulators.userName()),
        Map.entry("camel.component.hpcpack.password", simulators.password()),
        Map.entry("camel.component.hpcpack.await-interval", "200"),
        Map.entry("camel.component.hpcsoa.service-url", simulators.hpcSoaUrl()),
        Map.entry("camel.component.hpcsoa.username", simulators.userName()),
        Map.entry("camel.component.hpcsoa.password", simulators.password()),
        Map.entry("camel.component.hpcsoa.await-interval", "200"),
        Map.entry("camel.component.azbatch.service-url", simulators.azBatchUrl()),
        Map.entry(
            "camel.component.azbatch.account-name",
            simulators.azBatch().credentials().accountName()),
        Map.entry(
            "camel.component.azbatch.account-key", simulators.azBatch().credentials().accountKey()),
        Map.entry("camel.component.azbatch.await-interval", "200"),
        Map.entry("camel.component.dbapi.service-url", simulators.dbapiUrl()),
        Map.entry("camel.component.dbapi.username", simulators.userName()),
        Map.entry("camel.component.dbapi.password", simulators.password()),
        Map.entry("camel.component.dbapi.dataset", "defaultDs"),
        Map.entry("session", String.valueOf(session)),
        Map.entry("request", startRequest()),
        Map.entry("secure-url", simulators.hpcPackSecureUrl()),
        Map.entry("trust-store", trustStore().toString()),
        Map.entry("trust-store-password", PASSWORD));
  }

  /** A job with a preparation task that failed on one node. */
  private void failPreparation() {
    simulators
        .azBatch()
        .createJob(
            "prepared", "pool1", Map.of("jobPreparationTask", Map.of("commandLine", "prepare")));
    Map<String, Object> failure =
        Map.of("category", "usererror", "code", "FailureExitCode", "message", "it failed");
    Map<String, Object> execution =
        Map.of(
            "state",
            "completed",
            "startTime",
            "2026-03-01T09:00:00Z",
            "retryCount",
            0,
            "exitCode",
            7,
            "failureInfo",
            failure);
    simulators
        .azBatch()
        .addPreparationStatuses(
            "prepared",
            1,
            i -> Map.of("nodeId", "node-1", "jobPreparationTaskExecutionInfo", execution));
  }

  /** A request of somebody else at the detail view server; gives its id. */
  private String startRequest() {
    String user = simulators.userName() + ":" + simulators.password();
    HttpRequest query =
        HttpRequest.newBuilder(
                URI.create(simulators.dbapiUrl() + "/dbapi.do?action=query&dataset=defaultDs"))
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8)))
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    """
                    {"query": "vm[=name rx vm001][@cpuUsage rx b .*]", "startTime": "20260301_080000",
                     "endTime": "20260301_090000", "utcOffset": "UTC+00:00"}
                    """))
            .build();
    try {
      HttpClient.newHttpClient().send(query, HttpResponse.BodyHandlers.discarding());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted", e);
    }
    return simulators.dbapi().requests().get(0).id();
  }

  private Path trustStore() {
    try {
      trustStore = Files.createTempFile("trust", ".p12");
      try (OutputStream out = Files.newOutputStream(trustStore)) {
        simulators.trustStore().store(out, PASSWORD.toCharArray());
      }
      return trustStore;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the simulators' certificate cannot be stored", e);
    }
  }

  @Override
  public void stop() {
    if (simulators != null) {
      simulators.close();
    }
    try {
      if (trustStore != null) {
        Files.deleteIfExists(trustStore);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
