package io.github.camelhpc.reliability.killing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelhpc.reliability.killing.Deliveries.Effect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillingIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration RECOVERY = Duration.ofSeconds(30);
  private static final Duration TWO_TICKS = KillingSettings.TICK.multipliedBy(2);

  private final KillingSettings settings = KillingSettings.fromSystemProperties();
  private final HeadNode headNode = new HeadNode(settings.seed());
  private final JobsInMotion jobs = new JobsInMotion(headNode.jobs(), settings.seed());
  private Deliveries deliveries;
  private Receiver receiver;
  private Applications applications;
  private Havoc havoc;
  private Duration start;

  @TempDir Path folder;

  @BeforeEach
  void start() throws Exception {
    deliveries = Deliveries.open();
    receiver = new Receiver(deliveries);
    applications = new Applications(folder, headNode, deliveries, receiver, settings);
    havoc = new Havoc(applications, headNode, deliveries, settings.seed());
    Instant begun = Instant.now();
    applications.start();
    awaitFirstPoll();
    start = Duration.between(begun, Instant.now());
  }

  /** What is there at the first poll counts as seen, so that only what comes later is counted. */
  private void awaitFirstPoll() {
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              applications.requireAlive();
              int probe = headNode.jobs().createJobs(1, Map.of()).get(0);
              headNode.jobs().setJobState(probe, "Finished");
              return !deliveries.lastProcess().isEmpty();
            });
  }

  @AfterEach
  void stop() throws Exception {
    havoc.close();
    jobs.close();
    applications.close();
    receiver.close();
    deliveries.close();
    headNode.close();
  }

  @Test
  void everyFinalStateArrivesWhateverIsKilled() throws Exception {
    jobs.schedule(settings.jobs(), settings.havoc());
    havoc.wreak(settings.havoc(), start);
    Instant lastFault = Instant.now();
    Future<?> trickle = jobs.trickle();
    Instant prompt = awaitPromptness(lastFault);
    trickle.cancel(false);
    awaitFinalStates();

    Ledger ledger = ledger();
    report(ledger, Duration.between(lastFault, prompt));
    Map<String, Effect> effects = deliveries.effects();
    assertThat(new HashSet<>(effects.values()))
        .as("a change has one event id, whoever delivers it")
        .hasSize(effects.size());
    assertThat(effects).as("effects are of what was received").hasSize(ledger.events());
    assertThat(ledger.backwards()).as("the order of each job").isEmpty();
    assertThat(ledger.repeats())
        .as("of each application that was killed one event is delivered again")
        .isLessThanOrEqualTo(havoc.kills());
    assertThat(Duration.between(lastFault, prompt))
        .as("time until lag was under two ticks")
        .isLessThanOrEqualTo(recovery());
    assertThat(havoc.kills()).isPositive();
    assertThat(havoc.restarts()).isEqualTo(2);
  }

  /** On a machine on which applications start slowly, three times as long as that takes. */
  private Duration recovery() {
    Duration slow = start.multipliedBy(3);
    return slow.compareTo(RECOVERY) > 0 ? slow : RECOVERY;
  }

  /** When the changes of two ticks have arrived within two ticks. */
  private Instant awaitPromptness(Instant lastFault) {
    Instant[] prompt = new Instant[1];
    await()
        .atMost(PATIENCE)
        .pollInterval(KillingSettings.TICK.dividedBy(4))
        .untilAsserted(
            () -> {
              Instant to = Instant.now().minus(TWO_TICKS);
              Instant from = to.minus(TWO_TICKS);
              assertThat(from.isAfter(lastFault) && ledger().isPrompt(from, to, TWO_TICKS))
                  .as(applications::logs)
                  .isTrue();
              prompt[0] = from;
            });
    return prompt[0];
  }

  private void awaitFinalStates() {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              Set<Effect> missing = new HashSet<>();
              ledger().finalStates().forEach((job, state) -> missing.add(new Effect(job, state)));
              missing.removeAll(deliveries.effects().values());
              assertThat(missing).as(applications::logs).isEmpty();
            });
  }

  private Ledger ledger() throws SQLException {
    return new Ledger(jobs.changes(), deliveries.all());
  }

  private void report(Ledger ledger, Duration recovery) throws Exception {
    String figures =
        """
        seed %d, %d s, without: %s
        jobs with their final states  %d
        state changes                 %d, of which no poll saw %d
        applications killed           %d
        head node restarted           %d
        requests                      %d, of which failed %d
        events delivered              %d
        delivered again               %d
        longest lag                   %.1f s
        lag under two ticks           %.1f s after the last fault
        first start                   %.1f s until something was delivered
        """
            .formatted(
                settings.seed(),
                settings.havoc().toSeconds(),
                settings.without().isEmpty() ? "nothing" : settings.without(),
                ledger.finalStates().size(),
                jobs.changes().size(),
                ledger.passedThrough(),
                havoc.kills(),
                havoc.restarts(),
                headNode.requests(),
                headNode.faults(),
                ledger.events(),
                ledger.repeats(),
                ledger.longestLag().orElse(Duration.ZERO).toMillis() / 1000.0,
                recovery.toMillis() / 1000.0,
                start.toMillis() / 1000.0);
    System.out.print(figures);
    Files.writeString(Path.of("target", "killing.txt"), figures);
  }
}
