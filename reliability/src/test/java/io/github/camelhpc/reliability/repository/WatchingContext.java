package io.github.camelhpc.reliability.repository;

import io.github.camelhpc.azbatch.AzBatchComponent;
import io.github.camelhpc.azbatch.AzBatchConfiguration;
import io.github.camelhpc.azbatch.CredentialType;
import io.github.camelhpc.hpcpack.HpcPackComponent;
import io.github.camelhpc.hpcpack.HpcPackConfiguration;
import io.github.camelhpc.simulators.HpcSimulators;
import io.github.camelhpc.test.PollOnDemand;
import io.github.camelhpc.test.RecordedFailures;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** A context as a process has it, which watches the simulator when the test says so. */
final class WatchingContext implements AutoCloseable {

  private final PollOnDemand polls = new PollOnDemand();
  private final RecordedFailures failures = new RecordedFailures();
  private final CamelContext context = new DefaultCamelContext();

  WatchingContext(HpcSimulators simulators) {
    HpcPackComponent hpcPack = new HpcPackComponent();
    HpcPackConfiguration cluster = hpcPack.getConfiguration();
    cluster.setServiceUrl(simulators.hpcPackUrl());
    cluster.setUsername(simulators.userName());
    cluster.setPassword(simulators.password());
    context.addComponent("hpcpack", hpcPack);
    AzBatchComponent azBatch = new AzBatchComponent();
    AzBatchConfiguration account = azBatch.getConfiguration();
    account.setCredentialType(CredentialType.SHARED_KEY);
    account.setServiceUrl(simulators.azBatchUrl());
    account.setAccountName(simulators.azBatch().credentials().accountName());
    account.setAccountKey(simulators.azBatch().credentials().accountKey());
    context.addComponent("azbatch", azBatch);
    context.getRegistry().bind("polls", polls);
    context.getRegistry().bind("failures", failures);
  }

  WatchingContext bind(String name, Object bean) {
    context.getRegistry().bind(name, bean);
    return this;
  }

  WatchingContext start(RoutesBuilder routes) throws Exception {
    context.addRoutes(routes);
    context.start();
    return this;
  }

  /** Starts one route, that polls at {@link #poll} only. */
  WatchingContext watch(String uri, Processor processor) throws Exception {
    return start(
        new RouteBuilder() {
          @Override
          public void configure() {
            from(onDemand(uri)).process(processor);
          }
        });
  }

  static String onDemand(String uri) {
    return uri + "&scheduler=#polls&exceptionHandler=#failures";
  }

  void poll() {
    polls.poll();
  }

  /** What failed, and was reported. */
  RecordedFailures failures() {
    return failures;
  }

  @Override
  public void close() throws Exception {
    context.close();
  }

  /** Keeps the event ids, and does what else it is told to. */
  static final class Events implements Processor {

    private final String header;
    private final List<String> events = new ArrayList<>();
    private Processor next = exchange -> {};

    Events(String header) {
      this.header = header;
    }

    void then(Processor processor) {
      next = processor;
    }

    @Override
    public void process(Exchange exchange) throws Exception {
      events.add(exchange.getMessage().getHeader(header, String.class));
      next.process(exchange);
    }

    /** The event ids since this was asked last. */
    List<String> taken() {
      List<String> taken = List.copyOf(events);
      events.clear();
      return taken;
    }
  }
}
