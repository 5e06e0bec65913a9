package io.github.camelhpc.benchmarks.work;

import com.microsoft.azure.batch.BatchClient;
import com.microsoft.azure.batch.auth.BatchSharedKeyCredentials;
import io.github.camelhpc.azbatch.AzBatchComponent;
import io.github.camelhpc.benchmarks.server.ServerContents;
import io.github.camelhpc.simulators.HpcSimulators;
import io.github.camelhpc.simulators.azbatch.AccountCredentials;

/** The simulated Batch account, and how the component and Microsoft's client are let in. */
final class AzBatchAccount {

  private AzBatchAccount() {}

  /** The simulators with the account. */
  static HpcSimulators start() {
    return HpcSimulators.builder()
        .httpsPort(-1)
        .user(ServerContents.USER, ServerContents.PASSWORD)
        .start();
  }

  static AzBatchComponent component() {
    AzBatchComponent component = new AzBatchComponent();
    component.getConfiguration().setServiceUrl(Routes.origin());
    component.getConfiguration().setAccountName(AccountCredentials.DEFAULT_ACCOUNT);
    component.getConfiguration().setAccountKey(AccountCredentials.DEFAULT_KEY);
    return component;
  }

  /** Microsoft's client with its default settings. */
  static BatchClient client() {
    return BatchClient.open(
        new BatchSharedKeyCredentials(
            Routes.origin(), AccountCredentials.DEFAULT_ACCOUNT, AccountCredentials.DEFAULT_KEY));
  }
}
