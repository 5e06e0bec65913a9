package io.github.camelhpc.simulators.task;

import io.github.camelhpc.simulators.SimulatorClock;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** What happens when a simulated service starts a task's command line. */
public interface TaskRunner extends AutoCloseable {

  /**
   * Starts a task and returns at once.
   *
   * @param run what to run
   * @param clock the clock of the service
   * @param ended called once, never within this call, from any thread
   */
  RunningTask start(TaskRun run, SimulatorClock clock, Consumer<TaskResult> ended);

  /** The directory in which the command lines really run; empty if nothing is executed. */
  default Optional<Path> directory() {
    return Optional.empty();
  }

  /** Ends whatever is still running. */
  @Override
  default void close() {}

  /** Nothing is executed: rules say how long a task takes, how it exits and what it writes. */
  static TaskRunner simulated(SimulatedTaskRules rules) {
    return new SimulatedTaskRunner(rules);
  }

  /**
   * Really executes the command line, with {@code sh -c} or on Windows {@code cmd /c}, with the
   * rights of this process. Anybody who can log in at the simulator can run anything here.
   *
   * @param workDirectory made if it is not there; every job gets a directory in it, in which those
   *     of its tasks run that name none; relative names of directories begin here; {@code output}
   *     holds what the tasks write
   */
  static TaskRunner process(Path workDirectory) {
    return new ProcessTaskRunner(workDirectory);
  }

  /** A task that has been started. */
  interface RunningTask {
    /**
     * Ends the task; its result still comes.
     *
     * @param forced at once; otherwise the task gets the chance to end by itself
     */
    void stop(boolean forced);
  }
}
