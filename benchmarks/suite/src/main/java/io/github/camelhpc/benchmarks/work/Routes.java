package io.github.camelhpc.benchmarks.work;

import io.github.camelhpc.benchmarks.server.BenchmarkServer;
import io.github.camelhpc.benchmarks.server.ServerContents;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** A Camel context with the routes of one benchmark. */
final class Routes implements AutoCloseable {

  private final CamelContext context;
  private final ProducerTemplate template;

  private Routes(CamelContext context) {
    this.context = context;
    this.template = context.createProducerTemplate();
  }

  /**
   * Starts them.
   *
   * @param scheme of the component
   */
  static Routes start(String scheme, Component component, RouteBuilder routes) throws Exception {
    CamelContext context = new DefaultCamelContext();
    context.disableJMX();
    context.addComponent(scheme, component);
    context.addRoutes(routes);
    context.start();
    return new Routes(context);
  }

  /** Sends a message through a route, and throws what failed there. */
  Exchange send(String uri, Processor message) throws Exception {
    Exchange exchange = template.send(uri, message);
    if (exchange.getException() != null) {
      throw exchange.getException();
    }
    return exchange;
  }

  ProducerTemplate template() {
    return template;
  }

  CamelContext context() {
    return context;
  }

  /** The server's origin. */
  static String origin() {
    return System.getProperty(BenchmarkServer.URL);
  }

  /** What a user gives to camel-http so that it authorises without being asked first. */
  static String httpCredentials() {
    return "authMethod=Basic&authUsername=%s&authPassword=%s&authenticationPreemptive=true"
        .formatted(ServerContents.USER, ServerContents.PASSWORD);
  }

  /** The value of the header Authorization. */
  static String basic() {
    String both = ServerContents.USER + ":" + ServerContents.PASSWORD;
    return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    context.stop();
  }
}
