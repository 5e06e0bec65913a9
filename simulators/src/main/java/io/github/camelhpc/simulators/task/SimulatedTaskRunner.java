package io.github.camelhpc.simulators.task;

import io.github.camelhpc.simulators.SimulatorClock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Lets the clock pass and says that the task has run. */
final class SimulatedTaskRunner implements TaskRunner {

  /** What a process that was ended from outside exits with: 128 + SIGTERM. */
  private static final int STOPPED = 143;

  private final SimulatedTaskRules rules;

  SimulatedTaskRunner(SimulatedTaskRules rules) {
    this.rules = rules;
  }

  @Override
  public RunningTask start(TaskRun run, SimulatorClock clock, Consumer<TaskResult> ended) {
    SimulatedTaskRules.Outcome outcome = rules.outcomeOf(run.commandLine());
    AtomicBoolean over = new AtomicBoolean();
    SimulatorClock.Timer timer =
        clock.schedule(
            outcome.duration(),
            () -> {
              if (over.compareAndSet(false, true)) {
                ended.accept(TaskResult.exited(outcome.exitCode(), outcome.output()));
              }
            });
    return forced -> {
      if (over.compareAndSet(false, true)) {
        timer.cancel();
        clock.schedule(Duration.ZERO, () -> ended.accept(TaskResult.exited(STOPPED, "")));
      }
    };
  }
}
