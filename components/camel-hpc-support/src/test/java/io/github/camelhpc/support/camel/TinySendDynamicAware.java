package io.github.camelhpc.support.camel;

/** Lets toD use one endpoint of the test's own component. */
public class TinySendDynamicAware extends OperationSendDynamicAware {

  public TinySendDynamicAware() {
    super(TinyComponent.CATALOG);
  }
}
