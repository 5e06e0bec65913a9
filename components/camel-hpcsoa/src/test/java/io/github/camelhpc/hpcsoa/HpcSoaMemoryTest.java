package io.github.camelhpc.hpcsoa;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.hpcsoa.model.SoaResponse;
import io.github.camelhpc.simulators.HpcSimulators;
import io.github.camelhpc.simulators.hpcsoa.SimulatedResponse;
import io.github.camelhpc.test.ChildJvm;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

/**
 * 2,000,000 responses of at least 830 bytes each, over 1.6 GB, are read by a small JVM. {@code
 * -Dhpcsoa.responses=200000} reads fewer, where half a minute is too long.
 */
class HpcSoaMemoryTest {

  private static final int RESPONSES = Integer.getInteger("hpcsoa.responses", 2_000_000);

  private static final String PADDING = "x".repeat(50);

  private static SimulatedResponse response(long index) {
    return SimulatedResponse.xml(
        "http://tempuri.org/IEcho/Echo",
        "urn:uuid:6f1de3f2-5c8c-4c41-9a0a-" + (100_000_000_000L + index),
        "id-" + index,
        "<EchoResponse xmlns=\"http://tempuri.org/\"><EchoResult>"
            + PADDING
            + index
            + "</EchoResult></EchoResponse>");
  }

  @Test
  void manyResponsesAreReadIn64Megabytes() throws Exception {
    try (HpcSimulators simulator = HpcSimulators.builder().user("hpcuser", "secret").start()) {
      int session = simulator.hpcSoa().createSession("CcpEchoSvc");
      simulator.hpcSoa().generatedBatch(session, "b", RESPONSES, HpcSoaMemoryTest::response);
      assertThat(bytes(simulator, session, 2) - bytes(simulator, session, 1))
          .as("bytes of a response")
          .isGreaterThanOrEqualTo(830);

      String printed =
          ChildJvm.of(64, Reading.class, simulator.hpcSoaUrl(), "sessionId=" + session + "&batch=b")
              .output(Duration.ofMinutes(1));

      assertThat(printed)
          .contains("read " + RESPONSES + " responses")
          .contains("numbers " + ((long) RESPONSES * (RESPONSES - 1) / 2))
          .contains("end Success");
    }
  }

  private static int bytes(HpcSimulators simulator, int session, int count) throws Exception {
    String path = "/session/" + session + "/batch/b/Response?reset=true&count=" + count;
    String user =
        Base64.getEncoder().encodeToString("hpcuser:secret".getBytes(StandardCharsets.UTF_8));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(simulator.hpcSoaUrl() + path))
            .header("Authorization", "Basic " + user)
            .header("api-version", "2012-11-01.4.0")
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    return HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.ofByteArray())
        .body()
        .length;
  }

  /** What the small JVM runs. */
  public static final class Reading {

    private Reading() {}

    public static void main(String[] arguments) throws Exception {
      AtomicLong read = new AtomicLong();
      AtomicLong numbers = new AtomicLong();
      try (DefaultCamelContext context = new DefaultCamelContext()) {
        context.addComponent("hpcsoa", HpcSoaTestSupport.component(arguments[0]));
        context.addRoutes(
            new RouteBuilder() {
              @Override
              public void configure() {
                from("direct:read")
                    .to("hpcsoa:getResponses?reset=true&" + arguments[1])
                    .split(body())
                    .streaming()
                    .process(
                        exchange -> {
                          SoaResponse response = exchange.getMessage().getBody(SoaResponse.class);
                          read.incrementAndGet();
                          numbers.addAndGet(
                              Long.parseLong(response.output().substring(PADDING.length())));
                        })
                    .end()
                    .setBody(header(HpcSoaConstants.END_REASON));
              }
            });
        context.start();
        Object end = context.createProducerTemplate().requestBody("direct:read", (Object) null);
        System.out.printf(
            "read %d responses, numbers %d, end %s%n", read.get(), numbers.get(), end);
      }
    }
  }
}
