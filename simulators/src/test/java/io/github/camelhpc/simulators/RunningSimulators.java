package io.github.camelhpc.simulators;

import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One server for the tests of a class, by a clock that they move; reset before each test. */
public final class RunningSimulators
    implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

  /** Where the clock stands when the server starts. */
  public static final Instant START = Instant.parse("2026-03-01T09:00:00Z");

  private final UnaryOperator<HpcSimulatorsBuilder> settings;
  private HpcSimulators simulators;
  private SimulatorClient client;

  public RunningSimulators() {
    this(UnaryOperator.identity());
  }

  public RunningSimulators(UnaryOperator<HpcSimulatorsBuilder> settings) {
    this.settings = settings;
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    simulators =
        settings
            .apply(
                HpcSimulators.builder()
                    .httpsPort(-1)
                    .user("hpcuser", "secret")
                    .user("other", "secret2")
                    .clock(SimulatorClock.manual(START)))
            .start();
    client = SimulatorClient.of(simulators);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    simulators.reset();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    simulators.close();
  }

  public HpcSimulators get() {
    return simulators;
  }

  public SimulatorClient client() {
    return client;
  }

  public void advance(Duration duration) {
    simulators.clock().advance(duration);
  }

  public void advanceSeconds(long seconds) {
    advance(Duration.ofSeconds(seconds));
  }
}
