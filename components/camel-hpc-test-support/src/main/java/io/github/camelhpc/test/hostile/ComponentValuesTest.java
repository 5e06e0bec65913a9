package io.github.camelhpc.test.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.support.http.ForeignOriginException;
import io.github.camelhpc.support.operation.InvalidParameterException;
import io.github.camelhpc.support.operation.Operation;
import io.github.camelhpc.support.operation.Parameter;
import io.github.camelhpc.support.operation.ValueType;
import io.github.camelhpc.test.TestedComponent;
import io.github.camelhpc.test.server.MisbehavingServer;
import io.github.camelhpc.test.server.MisbehavingServer.Reply;
import io.github.camelhpc.test.server.MisbehavingServer.Request;
import io.github.camelhpc.test.server.Replies;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.camel.Component;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.http.base.HttpHeaderFilterStrategy;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every hostile value in every parameter of every operation: each request has the value in its
 * place and is otherwise the same as with a harmless one, or nothing is sent and the failure names
 * what to change.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ComponentValuesTest<O extends Operation> {

  private static final int LONGEST_MESSAGE = 2_000;
  private static final String LONGEST_WAIT = "20s";

  private final TestedComponent<O> component;
  private final DefaultCamelContext context = new DefaultCamelContext();
  private MisbehavingServer server;
  private ProducerTemplate template;

  protected ComponentValuesTest(TestedComponent<O> component) {
    this.component = component;
  }

  /** The component with credentials, but without a URL. */
  protected abstract Component component();

  /** A body that the operation takes. */
  protected abstract Object body(O operation);

  /** A good service's answer to a request of an operation that is several of them. */
  protected abstract Reply good(O operation, Request request);

  /** A value that the parameter takes, other than the one for its type. */
  protected Object harmless(Parameter parameter) {
    return null;
  }

  /** The server's URL. */
  protected String url() {
    return "http://127.0.0.1:" + server.port();
  }

  /** What else the operation needs, so that it is one request that is sent; by header. */
  protected Map<String, Object> more(O operation) {
    return Map.of();
  }

  @BeforeAll
  void start() throws Exception {
    server = MisbehavingServer.start(Replies.status(404, ""));
    context.addComponent(component.scheme(), component());
    context.start();
    template = context.createProducerTemplate();
  }

  @AfterAll
  void stop() {
    context.stop();
    server.close();
  }

  /** The operations that are one request. */
  protected List<O> operations() {
    return component.operations().stream().filter(o -> !o.spec().isComposed()).toList();
  }

  /** The operations that are made of several requests. */
  protected List<O> composedOperations() {
    return component.operations().stream().filter(o -> o.spec().isComposed()).toList();
  }

  @ParameterizedTest
  @MethodSource("operations")
  protected void noValueIsMoreThanAValue(O operation) {
    for (Parameter parameter : operation.spec().parameters()) {
      Map<String, Object> headers = required(operation);
      headers.put(parameter.header(), value(parameter));
      Throwable harmless = call(operation, headers);
      assertThat(server.requests())
          .as(() -> operation + " with a harmless " + parameter + ": " + harmless)
          .isNotEmpty();
      RequestShape usual = RequestShape.of(last());
      for (HostileValue hostile : HostileValue.values()) {
        headers.put(parameter.header(), hostile.text());
        Throwable failure = call(operation, headers);
        String about = operation + " " + parameter + " " + hostile;
        if (server.requests().isEmpty()) {
          assertRefused(failure, parameter, about);
        } else {
          assertSent(RequestShape.of(last()), usual, parameter, hostile, about);
        }
        assertTellable(failure, about);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("composedOperations")
  protected void noValueIsMoreThanAValueInSeveralRequests(O operation) throws Exception {
    for (Parameter parameter : operation.spec().parameters()) {
      Map<String, Object> headers = required(operation);
      headers.put(parameter.header(), value(parameter));
      Called usual = callAlone(operation, headers);
      assertThat(usual.failure).as(operation + " with a harmless " + parameter).isNull();
      for (HostileValue hostile : HostileValue.values()) {
        headers.put(parameter.header(), hostile.text());
        Called called = callAlone(operation, headers);
        String about = operation + " " + parameter + " " + hostile;
        if (called.requests.isEmpty()) {
          assertRefused(called.failure, parameter, about);
        } else {
          assertThat(called.failure).as(about).isNull();
          assertAllSent(called, usual, parameter, hostile, about);
        }
        assertTellable(called.failure, about);
      }
    }
  }

  /** Each of the requests is one that is sent with a harmless value as well. */
  private static void assertAllSent(
      Called called, Called usual, Parameter parameter, HostileValue hostile, String about) {
    String value = hostile.text();
    List<FlatRequest> others = usual.flat();
    List<FlatRequest> sent = called.flat();
    assertThat(sent)
        .as(about + ", not one of " + others)
        .allMatch(request -> others.stream().anyMatch(other -> request.isLike(other, value)));
    switch (parameter.location()) {
      case PATH -> assertThat(sent).as(about).anyMatch(request -> request.has(value));
      case HEADER ->
          assertThat(called.requests)
              .as(about)
              .anyMatch(request -> value.equals(request.header(parameter.wireName())));
      case QUERY, FILTER_TERM, LOCAL -> {}
    }
  }

  /**
   * What sets a parameter is dropped by Camel's HTTP consumers when it comes from outside, however
   * it is written: headers of messages are found without regard to case.
   */
  @ParameterizedTest
  @MethodSource("operations")
  protected void noParameterComesFromOutside(O operation) {
    HttpHeaderFilterStrategy filter = new HttpHeaderFilterStrategy();
    Exchange exchange = new DefaultExchange(context);
    for (Parameter parameter : operation.spec().parameters()) {
      String header = parameter.header();
      for (String spelt :
          List.of(header, header.toLowerCase(Locale.ROOT), header.toUpperCase(Locale.ROOT))) {
        assertThat(filter.applyFilterToExternalHeaders(spelt, "1", exchange)).as(spelt).isTrue();
      }
    }
  }

  private static void assertRefused(Throwable failure, Parameter parameter, String about) {
    assertThat(failure)
        .as(about)
        .isInstanceOfAny(InvalidParameterException.class, ForeignOriginException.class);
    if (failure instanceof InvalidParameterException) {
      assertThat(failure).as(about).hasMessageContaining(parameter.option());
    }
  }

  private void assertSent(
      RequestShape sent,
      RequestShape usual,
      Parameter parameter,
      HostileValue hostile,
      String about) {
    assertThat(server.requests()).as(about).hasSize(1);
    assertThat(sent.segments()).as(about).hasSameSizeAs(usual.segments());
    if (parameter.type() == ValueType.QUERY_STRING) {
      // it is a part of the query by intention, and of nothing else
      assertThat(sent.withoutQuery()).as(about).isEqualTo(usual.withoutQuery());
      return;
    }
    assertThat(sent.masked(usual)).as(about).isEqualTo(usual.masked(sent));
    assertThat(sent.differences(usual)).as(about).isLessThanOrEqualTo(1);
    assertThat(sent.headers()).as(about).doesNotContain("x-injected");
    boolean found =
        switch (parameter.location()) {
          case PATH -> sent.segments().contains(hostile.text());
          case QUERY -> hostile.text().equals(sent.query().get(parameter.wireName()));
          case HEADER -> hostile.text().equals(last().header(parameter.wireName()));
          case FILTER_TERM ->
              sent.query().values().stream().anyMatch(value -> value.contains(hostile.text()));
          case LOCAL -> true;
        };
    assertThat(found).as(about).isTrue();
  }

  /** It can be written to a log: short, and on its own line. */
  private static void assertTellable(Throwable failure, String about) {
    String message = failure == null ? "" : String.valueOf(failure.getMessage());
    assertThat(message).as(about).hasSizeLessThan(LONGEST_MESSAGE);
    assertThat(message.chars().noneMatch(Character::isISOControl)).as(about + message).isTrue();
  }

  private Request last() {
    List<Request> requests = server.requests();
    return requests.get(requests.size() - 1);
  }

  private Throwable call(O operation, Map<String, Object> headers) {
    server.forget();
    return call(context.getEndpoint(uri(operation, url())), template, operation, headers);
  }

  private Throwable call(
      Endpoint endpoint, ProducerTemplate caller, O operation, Map<String, Object> headers) {
    return caller
        .request(
            endpoint,
            exchange -> {
              exchange.getMessage().setBody(body(operation));
              exchange.getMessage().setHeaders(new HashMap<>(headers));
            })
        .getException();
  }

  private String uri(O operation, String url) {
    return component.scheme() + ":" + operation.operationName() + "?serviceUrl=" + url;
  }

  /** What came of a call. */
  private record Called(Throwable failure, List<Request> requests, int port) {

    List<FlatRequest> flat() {
      return requests.stream().map(request -> FlatRequest.of(request, port)).toList();
    }
  }

  /** With a server of its own: a wait that is over may still ask once. */
  private Called callAlone(O operation, Map<String, Object> headers) throws Exception {
    try (MisbehavingServer own =
            MisbehavingServer.start(
                (request, connection) -> good(operation, request).send(request, connection));
        ProducerTemplate caller = context.createProducerTemplate()) {
      Endpoint endpoint = context.getEndpoint(uri(operation, "http://127.0.0.1:" + own.port()));
      Throwable failure = call(endpoint, caller, operation, headers);
      List<Request> requests = own.requests();
      context.removeEndpoint(endpoint);
      return new Called(failure, requests, own.port());
    }
  }

  private Map<String, Object> required(O operation) {
    Map<String, Object> headers = new HashMap<>();
    operation
        .spec()
        .parameter("awaitTimeout")
        .ifPresent(timeout -> headers.put(timeout.header(), LONGEST_WAIT));
    headers.putAll(more(operation));
    operation.spec().parameters().stream()
        .filter(Parameter::required)
        .forEach(parameter -> headers.put(parameter.header(), value(parameter)));
    return headers;
  }

  private Object value(Parameter parameter) {
    Object own = harmless(parameter);
    if (own != null) {
      return own;
    }
    return parameter.allowed().isEmpty() ? value(parameter.type()) : parameter.allowed().get(0);
  }

  private static Object value(ValueType type) {
    return switch (type) {
      case INTEGER -> 1;
      case BOOLEAN -> true;
      case DURATION -> "5s";
      case INSTANT, HTTP_DATE -> "2026-01-31T12:00:00Z";
      case QUERY_STRING -> "name=value";
      case GUID -> "9c4d50ee-2d56-4cd3-8152-34347dc9f2b0";
      case TEXT, LIST -> "harmless";
    };
  }
}
