package io.github.camelhpc.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.simulators.HpcSimulators;
import io.github.camelhpc.simulators.task.TaskRunner;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cluster by HTTPS with a certificate that it signed itself, as most head nodes have. */
class SecureClusterIT {

  private static final String JOB =
      """
      <?xml version="1.0" encoding="utf-8"?>
      <Job xmlns="http://schemas.microsoft.com/HPCS2008R2/scheduler/" Name="secure" MinCores="1" MaxCores="1">
        <Tasks>
          <Task Name="only" CommandLine="echo hello" />
        </Tasks>
      </Job>
      """;

  @TempDir Path folder;

  private HpcSimulators cluster;

  @BeforeEach
  void start() {
    cluster = HpcSimulators.builder().httpPort(-1).taskRunner(TaskRunner.process(folder)).start();
  }

  @AfterEach
  void stop() {
    cluster.close();
  }

  @Test
  void jobXmlRunsOnAClusterWhoseCertificateIsInATrustStore() throws Exception {
    Path trustStore = folder.resolve("trust.p12");
    try (OutputStream out = Files.newOutputStream(trustStore)) {
      cluster.trustStore().store(out, "changeit".toCharArray());
    }
    runsJobXml(
        "camel.ssl.enabled=true",
        "camel.ssl.trust-store=file:" + trustStore,
        "camel.ssl.trust-store-password=changeit",
        "camel.component.hpcpack.use-global-ssl-context-parameters=true",
        "camel.component.hpcsoa.use-global-ssl-context-parameters=true");
  }

  @Test
  void jobXmlRunsOnAClusterWhoseCertificateIsNotVerified() throws Exception {
    String log = runsJobXml("camel.component.hpcpack.trust-all-certificates=true");
    assertThat(log).contains("trustAllCertificates is on");
  }

  @Test
  void aCertificateThatNobodyVouchesForIsRefused() throws Exception {
    try (PackagedApplication application = PackagedApplication.start(folder, settings())) {
      application.awaitLog("The cluster does not tell the states of its jobs: .*certificat");
      assertThat(cluster.requests().all()).isEmpty();
    }
  }

  private String runsJobXml(String... tls) throws Exception {
    try (PackagedApplication application = PackagedApplication.start(folder, settings(tls))) {
      application.drop("secure.xml", JOB);
      assertThat(application.awaitResult("1", "job.json").get("State").asText())
          .isEqualTo("Finished");
      assertThat(application.awaitResult("1", "tasks.json").get(0).get("Output").asText().strip())
          .isEqualTo("hello");
      application.stop();
      assertThat(application.log()).doesNotContain("Exception", cluster.password());
      return application.log();
    }
  }

  private String[] settings(String... more) {
    List<String> settings = new ArrayList<>(Arrays.asList(more));
    settings.add("CAMEL_COMPONENT_HPCPACK_SERVICE_URL=" + cluster.hpcPackSecureUrl());
    settings.add("CAMEL_COMPONENT_HPCPACK_USERNAME=" + cluster.userName());
    settings.add("CAMEL_COMPONENT_HPCPACK_PASSWORD=" + cluster.password());
    settings.add("camel.component.hpcpack.await-interval=200ms");
    return settings.toArray(String[]::new);
  }
}
