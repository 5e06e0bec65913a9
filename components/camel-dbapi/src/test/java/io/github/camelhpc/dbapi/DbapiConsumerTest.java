package io.github.camelhpc.dbapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelhpc.dbapi.model.FaultKind;
import io.github.camelhpc.dbapi.model.RequestStatus;
import io.github.camelhpc.simulators.Fault;
import io.github.camelhpc.simulators.dbapi.DbapiSettings;
import io.github.camelhpc.simulators.dbapi.Increments;
import io.github.camelhpc.test.RecordedFailures;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An exchange for each part of a request's results. */
@Timeout(60)
class DbapiConsumerTest extends DbapiTestSupport {

  private static final String ALL = "vm[@cpuUsage rx b .*]";

  private final RecordedFailures failures = new RecordedFailures();

  @Override
  void server(DbapiSettings settings) {
    settings
        .resourceTime(Duration.ofSeconds(1))
        .answers(form -> form.increments(Increments.REPEATED).firstContent(false));
  }

  @Override
  protected CamelContext createCamelContext() throws Exception {
    CamelContext context = super.createCamelContext();
    context.getRegistry().bind("failures", failures);
    context
        .getRegistry()
        .bind("repository", MemoryIdempotentRepository.memoryIdempotentRepository());
    return context;
  }

  private static String uri(String id) {
    return "dbapi:getStatus?waitTime=0&exceptionHandler=#failures&requestId=" + id;
  }

  private List<Exchange> pollAfter(int seconds) {
    advance(Duration.ofSeconds(seconds));
    return poll();
  }

  private static Object header(Exchange exchange, String name) {
    return exchange.getMessage().getHeader(name);
  }

  @Test
  void everyPartIsAnExchangeAndTheLastOneTellsSo() throws Exception {
    String id = accepted(ALL);
    watch(uri(id));

    Exchange first = pollAfter(2).get(0);
    assertThat(names(first)).containsExactly("vm001", "vm002");
    assertThat(header(first, DbapiConstants.REQUEST_ID)).isEqualTo(id);
    assertThat(header(first, DbapiConstants.COMPLETE)).isNull();
    assertThat(((RequestStatus) header(first, DbapiConstants.STATUS)).processed()).isEqualTo(2);

    assertThat(poll()).as("nothing new").isEmpty();

    assertThat(names(pollAfter(1).get(0))).containsExactly("vm003");

    Exchange last = pollAfter(60).get(0);
    assertThat(names(last))
        .containsExactly("vm004", "vm005", "vm006", "vm007", "vm008", "vm009", "vm010");
    assertThat(header(last, DbapiConstants.COMPLETE)).isEqualTo(true);
    assertThat(polls.isScheduled()).isFalse();
    assertThat(failures.count()).isZero();
  }

  @Test
  void whatFailedIsOfferedAgainWithoutAskingTheServer() throws Exception {
    AtomicBoolean failing = new AtomicBoolean(true);
    String id = accepted(ALL);
    start(
        new RouteBuilder() {
          @Override
          public void configure() {
            from(onDemand(uri(id)))
                .to("mock:events")
                .process(
                    exchange -> {
                      if (failing.get()) {
                        throw new IllegalStateException("not yet");
                      }
                    });
          }
        });

    Exchange failed = pollAfter(2).get(0);
    int asked = requests("getStatus").size();
    simulator.dbapi().forgetRequests();
    failing.set(false);
    Exchange again = poll().get(0);

    assertThat(names(again)).isEqualTo(names(failed)).containsExactly("vm001", "vm002");
    assertThat(header(again, DbapiConstants.EVENT_ID))
        .isNotNull()
        .isEqualTo(header(failed, DbapiConstants.EVENT_ID));
    assertThat(requests("getStatus")).hasSize(asked);
  }

  @Test
  void anIdThatTheServerForgotEndsItWithOneReport() throws Exception {
    watch(uri(accepted(ALL)));
    assertThat(pollAfter(2)).hasSize(1);

    simulator.dbapi().forgetRequests();
    assertThat(poll()).isEmpty();
    assertThat(poll()).isEmpty();

    assertThat(polls.isScheduled()).isFalse();
    assertThat(failures.count()).isEqualTo(1);
    assertThat(failures.last())
        .isInstanceOfSatisfying(
            DbapiException.class,
            refusal -> assertThat(refusal.getKind()).isEqualTo(FaultKind.NOT_IN_CACHE));
  }

  @Test
  void aRefusalForWantOfCredentialsOrLicenceDoesNotEndIt() throws Exception {
    watch(uri(accepted(ALL)));
    simulator.dbapi().setLicensed(false);
    assertThat(pollAfter(2)).isEmpty();
    assertThat(failures.count()).isEqualTo(1);

    simulator.dbapi().setLicensed(true);

    assertThat(names(poll().get(0))).containsExactly("vm001", "vm002");
  }

  @Test
  void aServerThatFailsForAWhileDoesNotEndIt() throws Exception {
    watch(uri(accepted(ALL)) + "&maxRetries=0");
    simulator.faults().next(Fault.status(500), Fault.resetBeforeAnswer());
    assertThat(pollAfter(2)).isEmpty();
    assertThat(poll()).isEmpty();
    assertThat(failures.count()).isEqualTo(2);

    assertThat(names(poll().get(0))).containsExactly("vm001", "vm002");
  }

  @Test
  void anAbortedRequestEndsIt() throws Exception {
    String id = accepted(ALL);
    watch(uri(id));
    call("dbapi:abortRequest?requestId=" + id, null);

    Exchange last = poll().get(0);

    assertThat(header(last, DbapiConstants.COMPLETE)).isEqualTo(true);
    assertThat(((RequestStatus) header(last, DbapiConstants.STATUS)).aborted()).isTrue();
    assertThat(polls.isScheduled()).isFalse();
  }

  @Test
  void anEndThatCannotBeRememberedIsToldAgainWithItsResults() throws Exception {
    AtomicInteger failing = new AtomicInteger(1);
    context()
        .getRegistry()
        .bind(
            "failing",
            new MemoryIdempotentRepository() {
              @Override
              public boolean add(String key) {
                if (failing.getAndDecrement() > 0) {
                  throw new IllegalStateException("no database");
                }
                return super.add(key);
              }
            });
    watch(uri(accepted(ALL)) + "&idempotentRepository=#failing");

    List<String> told = names(pollAfter(60).get(0));
    assertThat(failures.count()).isEqualTo(1);
    assertThat(told).isNotEmpty();

    assertThat(names(poll().get(0))).isEqualTo(told);
    assertThat(poll()).isEmpty();
    assertThat(polls.isScheduled()).isFalse();
  }

  @Test
  void aRequestThatWasCompletedIsNotAskedForAfterARestart() throws Exception {
    watch(uri(accepted(ALL)) + "&idempotentRepository=#repository");
    assertThat(pollAfter(60)).hasSize(1);
    int asked = requests("getStatus").size();

    context().getRouteController().stopRoute("watch");
    context().getRouteController().startRoute("watch");

    assertThat(poll()).isEmpty();
    assertThat(requests("getStatus")).hasSize(asked);
    assertThat(polls.isScheduled()).isFalse();
  }

  @Test
  void rowsAndTextAreGivenToo() throws Exception {
    watch(uri(accepted(ALL)) + "&resultFormat=CSV");

    assertThat(pollAfter(60).get(0).getMessage().getBody(String.class))
        .startsWith("signature,")
        .contains("vm#vm010");
  }

  @Test
  void aRequestIsNotAskedForOnDemandByAConsumer() {
    assertThatThrownBy(
            () -> context().getEndpoint("dbapi:getStatus?requestId=1").createPollingConsumer())
        .hasMessage("dbapi:getStatus cannot be asked by pollEnrich or poll; use it with to:");
  }
}
