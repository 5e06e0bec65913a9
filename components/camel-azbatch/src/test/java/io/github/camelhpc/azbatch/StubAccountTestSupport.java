package io.github.camelhpc.azbatch;

import io.github.camelhpc.test.ComponentTestSupport;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterEach;

/** A context with the component, connected with an account that answers as the test says. */
abstract class StubAccountTestSupport extends ComponentTestSupport {

  /** Base64, as keys are. */
  static final String KEY = "c3R1YiBrZXkgb2YgdGhlIHN0dWI=";

  final StubAccount account = new StubAccount();

  @AfterEach
  void stopAccount() {
    account.close();
  }

  @Override
  protected CamelContext createCamelContext() throws Exception {
    CamelContext context = super.createCamelContext();
    AzBatchComponent component = new AzBatchComponent();
    AzBatchConfiguration configuration = component.getConfiguration();
    configuration.setServiceUrl(account.url());
    configuration.setAccountName("stub");
    configuration.setAccountKey(KEY);
    configuration.setRetryDelay(10);
    configuration.setAwaitInterval(50);
    context.addComponent("azbatch", component);
    return context;
  }
}
