package io.github.camelhpc.simulators.dbapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.camelhpc.simulators.RunningSimulators;
import io.github.camelhpc.simulators.dbapi.data.DataSet;
import io.github.camelhpc.simulators.dbapi.data.DataTimes;
import io.github.camelhpc.simulators.dbapi.data.ResourceType;
import io.github.camelhpc.simulators.dbapi.data.SeriesAttribute;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Results that are made as they are written. */
@Timeout(120)
class LargeResultsTest {

  private static final long POINTS = 10_000_000;

  private static final long LITTLE_MEMORY = 64L << 20;
  private static final int RESOURCES = 20;
  private static final AtomicLong MADE = new AtomicLong();

  @RegisterExtension
  static final RunningSimulators SIMULATORS =
      new RunningSimulators(
          builder ->
              builder
                  .httpsPort(0)
                  .dbapi(
                      server ->
                          server.dataSet(
                              DataSet.named("defaultDs")
                                  .with(
                                      ResourceType.of("vm")
                                          .resources(RESOURCES, "vm%02d")
                                          .attribute(
                                              SeriesAttribute.of(
                                                      "cpuUsage",
                                                      "cpu usage",
                                                      "%",
                                                      signature -> LargeResultsTest::sample)
                                                  .withInterval(Duration.ofSeconds(1)))))));

  private static volatile boolean failing;

  private DetailViewClient client;

  private static double sample(long second) {
    if (failing && second > 50_000) {
      throw new IllegalStateException("This metric is meant to fail.");
    }
    MADE.incrementAndGet();
    return second % 100 == 0 ? Double.NaN : second % 100;
  }

  @BeforeEach
  void client() {
    client = DetailViewClient.of(SIMULATORS.get());
    MADE.set(0);
    failing = false;
  }

  private InputStream stream(long seconds) {
    return client.stream(body(seconds));
  }

  private static String body(long seconds) {
    return "{\"query\":\"vm[@cpuUsage rx b .*]\",\"startTime\":\"19700101_000000\",\"endTime\":\""
        + new DataTimes(ZoneOffset.UTC).format(seconds)
        + "\"}";
  }

  @Test
  void manyPointsTakeLittleMemory() throws IOException {
    long before = usedMemory();
    long numbers = 0;
    long nulls = 0;
    long memory = 0;
    try (JsonParser json = new JsonFactory().createParser(stream(POINTS / RESOURCES))) {
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        if (token == JsonToken.VALUE_NUMBER_FLOAT && ++numbers == POINTS / 2) {
          memory = usedMemory() - before;
        } else if (token == JsonToken.VALUE_NULL) {
          nulls++;
        }
      }
    }

    assertThat(numbers + nulls).isEqualTo(POINTS);
    assertThat(nulls).isEqualTo(POINTS / 100);
    assertThat(MADE).hasValue(POINTS);
    assertThat(memory).isLessThan(LITTLE_MEMORY);
  }

  @Test
  void resultStreamsByHttp2() throws Exception {
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(SIMULATORS.get().trustStore());
    SSLContext ssl = SSLContext.getInstance("TLS");
    ssl.init(null, trust.getTrustManagers(), null);
    String bearer = "Bearer " + SIMULATORS.get().dbapi().issueToken();

    HttpResponse<String> response =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_2)
            .sslContext(ssl)
            .build()
            .send(
                HttpRequest.newBuilder(
                        URI.create(
                            SIMULATORS.get().dbapiSecureUrl()
                                + "/dbapi.do?action=query&dataset=defaultDs"))
                    .header("Authorization", bearer)
                    .POST(HttpRequest.BodyPublishers.ofString(body(100_000)))
                    .build(),
                HttpResponse.BodyHandlers.ofString());

    assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).hasSizeGreaterThan(10_000_000).endsWith(",99.00]}]}]}");
  }

  @Test
  void failingMetricCutsTheAnswerOff() throws IOException {
    failing = true;

    try (InputStream stream = stream(100_000)) {
      assertThatIOException().isThrownBy(stream::readAllBytes);
    }
    failing = false;
    assertThat(client.get("retrieveDataset").statusCode()).isEqualTo(200);
  }

  @Test
  void slowReaderHoldsTheServerBack() throws IOException {
    try (InputStream stream = stream(10_000_000)) {
      assertThat(stream.readNBytes(100)).hasSize(100);
      AtomicLong last = new AtomicLong(-1);
      await().until(() -> last.getAndSet(MADE.get()) == MADE.get());
      // the buffers of the client, the operating system and the server
      assertThat(MADE).hasValueLessThan(10_000_000);
      assertThat(client.get("retrieveDataset").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void clientThatGoesAwayEndsTheWork() throws IOException {
    try (InputStream stream = stream(10_000_000)) {
      assertThat(stream.readNBytes(1_000_000)).hasSize(1_000_000);
    }

    AtomicLong last = new AtomicLong(-1);
    await().until(() -> last.getAndSet(MADE.get()) == MADE.get());
    assertThat(MADE).hasValueLessThan(100_000_000);
  }

  private static long usedMemory() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
