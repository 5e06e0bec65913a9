package io.github.camelhpc.test.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.test.PollOnDemand;
import io.github.camelhpc.test.RecordedFailures;
import io.github.camelhpc.test.server.MisbehavingServer;
import io.github.camelhpc.test.server.MisbehavingServer.Connection;
import io.github.camelhpc.test.server.MisbehavingServer.Reply;
import io.github.camelhpc.test.server.MisbehavingServer.Request;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;
import org.apache.camel.Component;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every fault, at every kind of call: the outcome is the one that the table in docs/reliability.md
 * tells, in bounded time, without a secret in it, and the connection is fit for the next call.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public abstract class ComponentFaultsTest {

  /** The password, key or token that must not be shown. */
  protected static final String SECRET = "c2VjcmV0LW9mLXRoZS10ZXN0cw==";

  private static final String OPTIONS =
      "responseTimeout=500&maxRetries=2&retryDelay=1&maxRetryDelay=100&maxConnections=1"
          + "&maxResponseSize=100000";

  private final FaultyService service;
  private final DefaultCamelContext context = new DefaultCamelContext();
  private final PollOnDemand polls = new PollOnDemand();
  private ProducerTemplate template;
  private int routes;

  protected ComponentFaultsTest(FaultyService service) {
    this.service = service;
  }

  /** The component with credentials, but without a URL. */
  protected abstract Component component();

  /** What the component does for each kind of call. */
  protected abstract TestedCall call(Call call);

  /** What the service says of a page, a batch or a request that it does not keep any more. */
  protected abstract Answer forgotten();

  /** What a good server answers. */
  protected abstract Answer good(Request request);

  @BeforeAll
  void startContext() throws Exception {
    context.addComponent(service.scheme(), component());
    context.getRegistry().bind("tls", trusting());
    context.getRegistry().bind("polls", polls);
    context.getShutdownStrategy().setTimeout(5);
    context.start();
    template = context.createProducerTemplate();
  }

  private static SSLContextParameters trusting() throws Exception {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(Transport.trustStore());
    TrustManagersParameters managers = new TrustManagersParameters();
    managers.setTrustManager(factory.getTrustManagers()[0]);
    SSLContextParameters parameters = new SSLContextParameters();
    parameters.setTrustManagers(managers);
    return parameters;
  }

  @AfterAll
  void stopContext() {
    context.stop();
  }

  /** All faults at all calls. */
  protected static Stream<Arguments> faults() {
    return atAllCalls(Faults.all());
  }

  /** These faults at all calls. */
  protected static Stream<Arguments> atAllCalls(List<Fault> faults) {
    return faults.stream()
        .flatMap(fault -> Arrays.stream(Call.values()).map(call -> Arguments.of(fault, call)));
  }

  @ParameterizedTest(name = "{1} when the server {0}")
  @MethodSource("faults")
  protected void everyFaultHasItsOutcome(Fault fault, Call kind) throws Exception {
    TestedCall call = call(kind);
    MisbehavingServer faulty = fault.transport().start(bad(call, fault.damage().get()));
    int port = faulty == null ? Transport.freePort() : faulty.port();
    try (faulty;
        Running route = started(kind, call, fault.transport(), port)) {
      Outcome expected = fault.outcome(service, kind);
      Result result = route.run();
      check(result, expected, kind, call);
      if (fault.transport().isPlain()) {
        checkRequests(faulty, expected, call);
        faulty.answer(this::sendGood);
        goesOn(route, faulty, expected, kind, call, result);
      } else {
        checkConnections(faulty);
        try (MisbehavingServer good = fault.transport().startGood(port, this::sendGood)) {
          recovers(route, good, call, kind, result);
        }
      }
    }
  }

  private void goesOn(
      Running route,
      MisbehavingServer server,
      Outcome expected,
      Call kind,
      TestedCall call,
      Result result) {
    switch (expected.then()) {
      case PAUSES -> {
        check(route.run(), expected, kind, call);
        checkRequests(server, expected, call);
      }
      case ENDS -> {
        assertThat(polls.isScheduled()).isFalse();
        checkRequests(server, expected, call);
      }
      default -> {
        if (kind != Call.POLL || expected.ending() != Ending.DELIVERED) {
          recovers(route, server, call, kind, result);
        }
      }
    }
  }

  private Reply bad(TestedCall call, Damage damage) {
    return (request, connection) -> {
      if (call.damaged().test(request)) {
        Answer whole = damage == Damages.FORGOTTEN ? forgotten() : good(request);
        damage.send(request, whole, connection);
      } else {
        sendGood(request, connection);
      }
    };
  }

  private void sendGood(Request request, Connection connection) throws IOException {
    good(request).send(connection);
  }

  private static void checkRequests(MisbehavingServer server, Outcome expected, TestedCall call) {
    assertThat(server.requests().stream().filter(call.damaged()))
        .as("requests")
        .hasSize(expected.requests());
  }

  /** What is wrong with a certificate is not tried again. */
  private static void checkConnections(MisbehavingServer server) {
    if (server != null) {
      assertThat(server.connections()).isEqualTo(1);
      assertThat(server.requests()).isEmpty();
      server.close();
    }
  }

  private void check(Result result, Outcome expected, Call kind, TestedCall call) {
    assertThat(expected.ending().fits(result.failure()))
        .as("%s, not %s", expected.ending(), trace(result.failure()))
        .isTrue();
    if (expected.ending() == Ending.DELIVERED) {
      assertThat(result.entries()).isEqualTo(call.entries());
      return;
    }
    assertThat(trace(result.failure()))
        .contains(kind == Call.POLL ? service.scheme() + ":" : call.operation())
        .doesNotContain(SECRET)
        .doesNotContain("Authorization: ");
    if (kind == Call.LIST && call.before() >= 0) {
      assertThat(result.entries()).isLessThanOrEqualTo(call.before());
    } else {
      assertThat(result.entries()).isLessThan(call.entries());
    }
    if (kind == Call.POLL) {
      assertThat(result.entries()).isZero();
    }
    if (kind == Call.READ || kind == Call.CHANGE) {
      assertThat(result.exchange().getMessage().getBody()).isEqualTo(call.body());
      assertThat(result.exchange().getMessage().getHeaders()).containsAllEntriesOf(call.headers());
    }
  }

  /** The next call, at the same endpoint with its only connection, finds a good server. */
  private static void recovers(
      Running route, MisbehavingServer server, TestedCall call, Call kind, Result before) {
    int connections = server.connections();
    Result next = route.run();
    assertThat(next.failure()).as(() -> trace(next.failure())).isNull();
    assertThat(next.entries())
        .isEqualTo(kind == Call.POLL ? call.entries() - before.entries() : call.entries());
    assertThat(server.connections()).isLessThanOrEqualTo(connections + 1);
  }

  private Running started(Call kind, TestedCall call, Transport transport, int port)
      throws Exception {
    String url = transport.scheme() + "://127.0.0.1:" + port;
    String uri =
        call.uri()
            + (call.uri().contains("?") ? "&" : "?")
            + OPTIONS
            + "&serviceUrl="
            + url
            + (transport.scheme().equals("https") ? "&sslContextParameters=#tls" : "");
    return kind == Call.POLL ? new Watching(uri) : new Producing(kind, call, uri);
  }

  private static String trace(Throwable failure) {
    if (failure == null) {
      return "delivered";
    }
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  /** What came of a call. */
  private record Result(Throwable failure, int entries, Exchange exchange) {}

  /** A route that makes the call. */
  private abstract class Running implements AutoCloseable {

    final String id = "route" + ++routes;

    abstract Result run();

    @Override
    public void close() throws Exception {
      context.getRouteController().stopRoute(id);
      context.removeRoute(id);
    }
  }

  /** A route with the component as a producer. */
  private final class Producing extends Running {

    private final TestedCall call;
    private final List<Object> entries = new ArrayList<>();

    private Producing(Call kind, TestedCall call, String uri) throws Exception {
      this.call = call;
      context.addRoutes(
          new RouteBuilder() {
            @Override
            public void configure() {
              from("direct:" + id)
                  .routeId(id)
                  .errorHandler(noErrorHandler())
                  .to(uri)
                  .process(exchange -> read(exchange, kind));
            }
          });
    }

    private void read(Exchange exchange, Call kind) {
      if (kind == Call.LIST) {
        Iterator<?> all = exchange.getMessage().getBody(Iterator.class);
        while (all.hasNext()) {
          entries.add(all.next());
        }
      } else {
        entries.add("one");
      }
    }

    @Override
    Result run() {
      entries.clear();
      Exchange done =
          template.request(
              "direct:" + id,
              exchange -> {
                exchange.getMessage().setBody(call.body());
                exchange.getMessage().setHeaders(new HashMap<>(call.headers()));
              });
      return new Result(done.getException(), entries.size(), done);
    }
  }

  /** A route with the component as a consumer that polls once a run. */
  private final class Watching extends Running {

    private final RecordedFailures failures = new RecordedFailures();
    private final List<Exchange> events = new CopyOnWriteArrayList<>();

    private Watching(String uri) throws Exception {
      context.getRegistry().bind("failures", failures);
      context.addRoutes(
          new RouteBuilder() {
            @Override
            public void configure() {
              from(uri + "&scheduler=#polls&exceptionHandler=#failures")
                  .routeId(id)
                  .process(events::add);
            }
          });
    }

    @Override
    Result run() {
      int failed = failures.count();
      int seen = events.size();
      polls.poll();
      return new Result(
          failures.count() > failed ? failures.last() : null, events.size() - seen, null);
    }
  }
}
