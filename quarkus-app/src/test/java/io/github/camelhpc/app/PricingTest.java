package io.github.camelhpc.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.github.camelhpc.simulators.Fault;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SimulatedCluster.class)
class PricingTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String HEADER = "type,spot,strike,years,rate,volatility\n";

  /** Of {@code call,100,K,1,0.05,0.2} and its put, in tables of textbooks. */
  private static final String KNOWN_CALL = "10.450584";

  private static final String KNOWN_PUT = "5.573526";

  private final Path inbox = SimulatedCluster.inbox();

  @AfterEach
  void noFaults() {
    SimulatedCluster.simulators().faults().clear();
  }

  @Test
  void theRowsOfAFileArePricedInTheirOrder() throws IOException {
    List<String> rows =
        IntStream.rangeClosed(1, 100)
            .boxed()
            .flatMap(
                i -> {
                  String parameters = String.format(Locale.ROOT, "100,%d,1,0.05,0.2", 50 + i);
                  return List.of("call," + parameters, "put," + parameters).stream();
                })
            .toList();

    List<String> answers = price("two-hundred.csv", rows);

    assertThat(answers).hasSize(201);
    assertThat(answers.get(0)).isEqualTo("type,spot,strike,years,rate,volatility,price,error");
    for (int i = 0; i < rows.size(); i++) {
      assertThat(answers.get(i + 1)).startsWith(rows.get(i) + ",").endsWith(",");
    }
    for (int i = 1; i < answers.size(); i += 2) {
      double strike = Double.parseDouble(answers.get(i).split(",")[2]);
      // put-call parity holds only for prices of the same row
      assertThat(priceOf(answers.get(i)) - priceOf(answers.get(i + 1)))
          .as(answers.get(i))
          .isCloseTo(100 - strike * Math.exp(-0.05), within(1e-5));
    }
    assertThat(answers)
        .contains(
            "call,100,100,1,0.05,0.2," + KNOWN_CALL + ",",
            "put,100,100,1,0.05,0.2," + KNOWN_PUT + ",");
    assertThat(inbox.resolve("done/two-hundred.csv")).exists();
  }

  private static double priceOf(String line) {
    return Double.parseDouble(line.split(",")[6]);
  }

  @Test
  void aRowThatFailsHasAReasonAndTheOthersHavePrices() throws IOException {
    List<String> answers =
        price(
            "some-bad.CSV",
            List.of(
                "swap,100,100,1,0.05,0.2",
                "call,100,100,1,0.05,0.2",
                "call,100",
                "put,100,100,1,0.05,0.2",
                "put,100,100,1,0.05,0.2,extra"));

    assertThat(answers)
        .containsExactly(
            "type,spot,strike,years,rate,volatility,,price,error",
            "swap,100,100,1,0.05,0.2,,,\"An option is a call or a put, not 'swap'.\"",
            "call,100,100,1,0.05,0.2,," + KNOWN_CALL + ",",
            "call,100,,,,,,,\"A row must have 6 parameters (call or put, spot, strike, years, rate,"
                + " volatility), not 2.\"",
            "put,100,100,1,0.05,0.2,," + KNOWN_PUT + ",",
            "put,100,100,1,0.05,0.2,extra,,\"A row must have 6 parameters (call or put, spot,"
                + " strike, years, rate, volatility), not 7.\"");
  }

  @Test
  void aFileThatIsNoCsvGoesToFailedWithASentence() throws IOException {
    drop("quotes.csv", HEADER + "call,\"100,100,1,0.05,0.2\n");
    drop("header.csv", HEADER);

    assertThat(reason("quotes.csv")).contains("not usable as CSV").doesNotContain("Exception");
    assertThat(reason("header.csv")).contains("has no rows to price");
    assertThat(SimulatedCluster.outbox().resolve("quotes.csv")).doesNotExist();
  }

  @Test
  void aFileWaitsUntilTheServiceCanBeUsed() throws IOException {
    SimulatedCluster.simulators()
        .faults()
        .matching("POST", ".*/sessions/Create", Fault.status(503), 1);

    List<String> answers = price("patient.csv", List.of("call,100,100,1,0.05,0.2"));

    assertThat(answers).last().isEqualTo("call,100,100,1,0.05,0.2," + KNOWN_CALL + ",");
    assertThat(inbox.resolve("failed/patient.csv")).doesNotExist();
  }

  private List<String> price(String name, List<String> rows) throws IOException {
    drop(name, rows.stream().collect(Collectors.joining("\n", HEADER, "\n")));
    await().atMost(PATIENCE).until(() -> Files.exists(inbox.resolve("done").resolve(name)));
    return Files.readAllLines(SimulatedCluster.outbox().resolve(name));
  }

  private String reason(String name) throws IOException {
    Path failed = inbox.resolve("failed");
    await().atMost(PATIENCE).until(() -> Files.exists(failed.resolve(name)));
    return Files.readString(failed.resolve(name + ".error.txt"));
  }

  private void drop(String name, String text) throws IOException {
    Files.writeString(Files.createDirectories(inbox).resolve(name), text);
  }
}
