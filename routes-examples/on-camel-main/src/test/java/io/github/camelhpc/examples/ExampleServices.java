package io.github.camelhpc.examples;

import io.github.camelhpc.simulators.HpcSimulators;
import io.github.camelhpc.simulators.azbatch.AccountCredentials;
import io.github.camelhpc.simulators.task.TaskRunner;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The services as the README of the examples starts them, at free ports. */
final class ExampleServices {

  /** The pool of the Azure Batch account. */
  private static final String POOL = "burst";

  private static final int POOL_NODES = 2;

  private ExampleServices() {}

  /**
   * Starts them.
   *
   * @param folder where tasks run
   */
  static HpcSimulators start(Path folder) {
    return HpcSimulators.builder()
        .httpsPort(-1)
        .taskRunner(TaskRunner.process(folder))
        .azBatchAccount(settings -> settings.withPool(POOL, POOL_NODES))
        .start();
  }

  /** The settings of the components for them. */
  static Map<String, String> settings(HpcSimulators simulators) {
    AccountCredentials azure = simulators.azBatch().credentials();
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("camel.component.hpcpack.service-url", simulators.hpcPackUrl());
    settings.put("camel.component.hpcsoa.service-url", simulators.hpcSoaUrl());
    settings.put("camel.component.dbapi.service-url", simulators.dbapiUrl());
    for (String component : new String[] {"hpcpack", "hpcsoa", "dbapi"}) {
      settings.put("camel.component." + component + ".username", simulators.userName());
      settings.put("camel.component." + component + ".password", simulators.password());
    }
    settings.put("camel.component.dbapi.dataset", "defaultDs");
    settings.put("camel.component.azbatch.service-url", simulators.azBatchUrl());
    settings.put("camel.component.azbatch.account-name", azure.accountName());
    settings.put("camel.component.azbatch.account-key", azure.accountKey());
    for (String component : new String[] {"hpcpack", "hpcsoa", "azbatch"}) {
      settings.put("camel.component." + component + ".await-interval", "200ms");
    }
    return settings;
  }
}
