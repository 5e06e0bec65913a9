package io.github.camelhpc.app;

import io.github.camelhpc.azbatch.AzBatchConfiguration;
import io.github.camelhpc.azbatch.CredentialType;
import io.github.camelhpc.dbapi.DbapiConfiguration;
import io.github.camelhpc.hpcpack.HpcPackConfiguration;
import io.github.camelhpc.hpcsoa.HpcSoaConfiguration;
import io.github.camelhpc.simulators.HpcSimulators;
import io.github.camelhpc.simulators.azbatch.AccountCredentials;
import io.github.camelhpc.simulators.task.TaskRunner;
import io.github.camelhpc.support.camel.UserConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The stand-in for a cluster, an Azure Batch account and a detail view server, at a free port of
 * this machine, with passwords and keys that only this application knows. It executes the command
 * lines of its tasks here.
 */
final class EmbeddedSimulator implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedSimulator.class);

  /** The pool of the Azure Batch account. */
  static final String POOL = "burst";

  private static final int POOL_NODES = 2;

  private static final String DATA_SET = "defaultDs";
  private static final String REALM = "vsp360";
  private static final String CLIENT = "dbapi-client";

  private static final Duration AWAIT_INTERVAL = Duration.ofMillis(500);

  private final HpcSimulators simulators;
  private final Path temporary;

  private EmbeddedSimulator(HpcSimulators simulators, Path temporary) {
    this.simulators = simulators;
    this.temporary = temporary;
  }

  /**
   * Starts it.
   *
   * @param workDirectory where its tasks run; without it a temporary folder
   */
  static EmbeddedSimulator start(Optional<Path> workDirectory) throws IOException {
    Path temporary =
        workDirectory.isPresent() ? null : Files.createTempDirectory("hpcpack-simulator-");
    HpcSimulators simulators =
        HpcSimulators.builder()
            .httpsPort(-1)
            .taskRunner(TaskRunner.process(workDirectory.orElse(temporary)))
            .azBatch(settings -> settings.withCredentials(secretCredentials()))
            .dbapi(server -> server.client(REALM, CLIENT, secret()))
            .start();
    simulators.azBatch().createPool(POOL, POOL_NODES);
    return new EmbeddedSimulator(simulators, temporary);
  }

  /** Those of the simulator are public by default, and who has them can run anything here. */
  private static AccountCredentials secretCredentials() {
    return new AccountCredentials(
        AccountCredentials.DEFAULT_ACCOUNT,
        secret(),
        AccountCredentials.DEFAULT_TENANT,
        AccountCredentials.DEFAULT_CLIENT,
        secret());
  }

  private static String secret() {
    byte[] bytes = new byte[64];
    new SecureRandom().nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** Points the component at it. */
  void configure(HpcPackConfiguration hpcPack) {
    configure(hpcPack, simulators.hpcPackUrl());
  }

  /** Points the component at its SOA web service. */
  void configure(HpcSoaConfiguration hpcSoa) {
    configure(hpcSoa, simulators.hpcSoaUrl());
  }

  /** Points the component at its Azure Batch account. */
  void configure(AzBatchConfiguration azBatch) {
    AccountCredentials credentials = simulators.azBatch().credentials();
    azBatch.setCredentialType(CredentialType.SHARED_KEY);
    azBatch.setServiceUrl(simulators.azBatchUrl());
    azBatch.setAccountName(credentials.accountName());
    azBatch.setAccountKey(credentials.accountKey());
    azBatch.setAwaitInterval(AWAIT_INTERVAL.toMillis());
  }

  /** Points the component at its detail view server. */
  void configure(DbapiConfiguration dbapi) {
    dbapi.setCredentialType(io.github.camelhpc.dbapi.CredentialType.BASIC);
    dbapi.setServiceUrl(simulators.dbapiUrl());
    dbapi.setPathPrefix(null);
    dbapi.setUsername(simulators.userName());
    dbapi.setPassword(simulators.password());
    dbapi.setDataset(DATA_SET);
  }

  private void configure(UserConfiguration component, String serviceUrl) {
    component.setServiceUrl(serviceUrl);
    component.setUsername(simulators.userName());
    component.setPassword(simulators.password());
    component.setAwaitInterval(AWAIT_INTERVAL.toMillis());
  }

  /** Ends it with all its tasks. */
  @Override
  public void close() {
    simulators.close();
    if (temporary != null) {
      delete(temporary);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.delete(path);
      }
    } catch (IOException e) {
      LOG.debug("The folder of the simulator's tasks stays", e);
    }
  }
}
