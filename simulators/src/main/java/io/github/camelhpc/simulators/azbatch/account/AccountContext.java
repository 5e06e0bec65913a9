package io.github.camelhpc.simulators.azbatch.account;

import io.github.camelhpc.simulators.SimulatorClock;
import io.github.camelhpc.simulators.StateLock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What everything of an account shares: the clock, the lock, the settings and the counter of
 * versions. After the account has been closed, nothing that was scheduled by it runs any more.
 */
final class AccountContext {

  private final AccountSettings settings;
  private final SimulatorClock clock;
  private final StateLock lock;
  private final Set<CommandRun> runs = new LinkedHashSet<>();
  private long versions;
  private long numbers;
  private boolean closed;

  AccountContext(AccountSettings settings, SimulatorClock clock, StateLock lock) {
    this.settings = settings;
    this.clock = clock;
    this.lock = lock;
  }

  AccountSettings settings() {
    return settings;
  }

  /** What command lines can have with them. */
  CommandRules commandRules() {
    return new CommandRules(settings.taskRunner().directory().isPresent());
  }

  SimulatorClock clock() {
    return clock;
  }

  Instant now() {
    return clock.now();
  }

  /** A value that no other version of anything has; the form is that of the real service. */
  String nextETag() {
    return String.format("0x8D%013X", ++versions);
  }

  /** A number that was not given before. */
  long nextNumber() {
    return ++numbers;
  }

  /** Runs the action after the delay, holding the lock. */
  SimulatorClock.Timer after(Duration delay, Runnable action) {
    return clock.schedule(delay, () -> run(action));
  }

  /** Runs the action as soon as what is going on now is done. */
  void soon(Runnable action) {
    after(Duration.ZERO, action);
  }

  /** Runs the action holding the lock. */
  void run(Runnable action) {
    lock.run(
        () -> {
          if (!closed) {
            action.run();
          }
        });
  }

  StateLock lock() {
    return lock;
  }

  /** A command line is running. */
  void began(CommandRun run) {
    runs.add(run);
  }

  void ended(CommandRun run) {
    runs.remove(run);
  }

  /** Must be called holding the lock. Ends the command lines that are running. */
  void close() {
    closed = true;
    List.copyOf(runs).forEach(CommandRun::abandon);
  }
}
