package io.github.camelhpc.reliability.cluster;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** A worker in a process of its own, which does some events and hangs at the next. */
final class HandOverWorker {

  private HandOverWorker() {}

  /**
   * @param arguments the broker, the file with the worker's route, the file that gets the ids of
   *     the events that were begun, and how many are finished
   */
  public static void main(String[] arguments) throws Exception {
    Path begun = Path.of(arguments[2]);
    int finished = Integer.parseInt(arguments[3]);
    AtomicInteger count = new AtomicInteger();
    DefaultCamelContext context = new DefaultCamelContext();
    KafkaHandOverTest.connectQuickly(context, arguments[0]);
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:work")
                .process(
                    exchange -> {
                      Files.writeString(
                          begun,
                          exchange.getMessage().getHeader("eventId", String.class) + "\n",
                          StandardOpenOption.CREATE,
                          StandardOpenOption.APPEND);
                      if (count.incrementAndGet() > finished) {
                        new CountDownLatch(1).await();
                      }
                    });
          }
        });
    PluginHelper.getRoutesLoader(context)
        .loadRoutes(
            ResourceHelper.fromString("work.yaml", Files.readString(Path.of(arguments[1]))));
    context.start();
    new CountDownLatch(1).await();
  }
}
