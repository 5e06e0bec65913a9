package io.github.camelhpc.hpcsoa;

import io.github.camelhpc.hpcsoa.model.SoaRequest;
import io.github.camelhpc.hpcsoa.model.SoaResponse;
import io.github.camelhpc.simulators.HpcSimulators;
import io.github.camelhpc.simulators.HpcSimulatorsBuilder;
import io.github.camelhpc.simulators.LoggedRequest;
import io.github.camelhpc.simulators.SimulatorClock;
import io.github.camelhpc.simulators.hpcsoa.SoaBatchSnapshot;
import io.github.camelhpc.test.ComponentTestSupport;
import io.github.camelhpc.test.TestedComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Producer;
import org.junit.jupiter.api.AfterEach;

/**
 * A context with the component, connected with a simulator whose clock the test drives: a service
 * takes a second for a request, four at a time, except {@code Refusing}, which fails them.
 */
abstract class HpcSoaTestSupport extends ComponentTestSupport {

  static final TestedComponent<SoaOperation> TESTED =
      new TestedComponent<>(
          HpcSoaComponent.class, HpcSoaComponent.CATALOG, List.of(SoaOperation.values()));

  static final String ECHO = "http://tempuri.org/IEcho/Echo";

  HpcSimulators simulator;

  HpcSimulatorsBuilder simulatorSettings() {
    return HpcSimulators.builder()
        .user("hpcuser", "secret")
        .clock(SimulatorClock.manual(Instant.parse("2026-01-31T12:00:00Z")))
        .soaRequestTime(requestTime())
        .soaService(
            "Refusing",
            request -> {
              throw new IllegalStateException("no price for " + request.body());
            });
  }

  /** How long a service takes for one request. */
  Duration requestTime() {
    return Duration.ZERO;
  }

  @AfterEach
  void stopSimulator() {
    simulator.close();
  }

  @Override
  protected CamelContext createCamelContext() throws Exception {
    simulator = simulatorSettings().start();
    CamelContext context = super.createCamelContext();
    context.addComponent("hpcsoa", component(simulator.hpcSoaUrl()));
    return context;
  }

  static HpcSoaComponent component(String url) {
    HpcSoaComponent component = new HpcSoaComponent();
    HpcSoaConfiguration configuration = component.getConfiguration();
    configuration.setServiceUrl(url);
    configuration.setUsername("hpcuser");
    configuration.setPassword("secret");
    configuration.setRetryDelay(10);
    configuration.setAwaitInterval(50);
    return component;
  }

  void advance(Duration duration) {
    simulator.clock().advance(duration);
  }

  int session(String service) {
    return simulator.hpcSoa().createSession(service);
  }

  SoaBatchSnapshot batch(int session, String batch) {
    return simulator.hpcSoa().batch(session, batch);
  }

  /** The options that address a batch. */
  static String at(int session, String batch) {
    return "sessionId=" + session + "&batch=" + batch;
  }

  /** Makes a session with a batch {@code b} of echo requests. */
  int sentBatch(int requests, boolean commit) {
    int session = session("CcpEchoSvc");
    call("hpcsoa:sendRequests?commit=" + commit + "&" + at(session, "b"), echoes(requests));
    return session;
  }

  /** SOAP requests to echo, with user data {@code id-1} and so on. */
  static List<SoaRequest> echoes(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(HpcSoaTestSupport::echo).toList();
  }

  static SoaRequest echo(int number) {
    return SoaRequest.soap(
        ECHO,
        "<Echo xmlns=\"http://tempuri.org/\"><input>ping " + number + "</input></Echo>",
        "id-" + number);
  }

  /** Reads what an operation gives as a stream. */
  @SuppressWarnings("unchecked")
  static List<SoaResponse> read(Exchange exchange) {
    List<SoaResponse> responses = new ArrayList<>();
    ((Iterator<SoaResponse>) exchange.getMessage().getBody()).forEachRemaining(responses::add);
    return responses;
  }

  /** The responses of getResponses, which stay open: no exchange ends that would close them. */
  @SuppressWarnings("unchecked")
  Iterator<SoaResponse> responses(String options) throws Exception {
    Producer producer = context().getEndpoint("hpcsoa:getResponses?" + options).createProducer();
    producer.start();
    Exchange exchange = producer.getEndpoint().createExchange();
    producer.process(exchange);
    if (exchange.getException() != null) {
      throw exchange.getException();
    }
    return (Iterator<SoaResponse>) exchange.getMessage().getBody();
  }

  List<SoaResponse> allResponses(String options) throws Exception {
    List<SoaResponse> responses = new ArrayList<>();
    responses(options).forEachRemaining(responses::add);
    return responses;
  }

  /** Reads responses as they come, without waiting for the end. */
  CompletableFuture<Void> reading(String options, List<SoaResponse> seen) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            responses(options).forEachRemaining(seen::add);
          } catch (Exception e) {
            throw new CompletionException(e);
          }
        });
  }

  /** The requests that the service got whose path ends like this, without regard to case. */
  List<LoggedRequest> requests(String pathEnd) {
    return simulator.requests().all().stream()
        .filter(r -> r.path().toLowerCase().endsWith(pathEnd.toLowerCase()))
        .toList();
  }
}
