package io.github.camelhpc.simulators.azbatch.account;

import io.github.camelhpc.simulators.SimulatorClock;
import io.github.camelhpc.simulators.task.TaskResult;
import io.github.camelhpc.simulators.task.TaskRun;
import io.github.camelhpc.simulators.task.TaskRunner;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/** One run of a command line on a node, from its start to its end. */
final class CommandRun {

  private final AccountContext context;
  private final Command command;
  private final Consumer<CommandEnd> ended;
  private TaskRunner.RunningTask handle = forced -> {};
  private SimulatorClock.Timer limit = () -> {};
  private CommandEnd verdict;
  private boolean over;

  private CommandRun(AccountContext context, Command command, Consumer<CommandEnd> ended) {
    this.context = context;
    this.command = command;
    this.ended = ended;
  }

  /**
   * Starts a command line.
   *
   * @param ended called once, never within this call, holding the lock
   */
  static CommandRun start(AccountContext context, Command command, Consumer<CommandEnd> ended) {
    CommandRun run = new CommandRun(context, command, ended);
    run.begin();
    return run;
  }

  private void begin() {
    context.began(this);
    try {
      command.node().disk().prepareTask(command.directory());
      handle =
          context
              .settings()
              .taskRunner()
              .start(description(), context.clock(), result -> context.run(() -> finish(result)));
    } catch (UncheckedIOException e) {
      String why = "The directory of the task could not be made: " + e.getMessage();
      context.soon(() -> finish(TaskResult.notRun(why)));
    }
    if (command.limit() != null) {
      String why = "The task ran longer than its maximum of " + command.limit() + ".";
      limit = context.after(command.limit(), () -> stop(why));
    }
  }

  private TaskRun description() {
    String workDirectory = command.node().diskName() + "/" + command.directory() + "/wd";
    return new TaskRun(
        command.node().diskName(),
        "azbatch-" + context.nextNumber(),
        command.commandLine(),
        command.environment(),
        workDirectory,
        "",
        "../stdout.txt",
        "../stderr.txt");
  }

  /** Ends it; how it ends comes as always. */
  void stop(String why) {
    if (!over && verdict == null) {
      verdict = CommandEnd.ended(why);
      handle.stop(true);
    }
  }

  /** Ends it, and nobody is told. */
  void abandon() {
    if (!over) {
      close();
      handle.stop(true);
    }
  }

  private void finish(TaskResult result) {
    if (over) {
      return;
    }
    close();
    command.node().disk().keepOutput(command.directory(), result.output());
    ended.accept(verdict != null ? verdict : endOf(result));
  }

  private void close() {
    over = true;
    limit.cancel();
    context.ended(this);
  }

  private static CommandEnd endOf(TaskResult result) {
    return result.error() != null
        ? CommandEnd.notLaunched(result.error())
        : CommandEnd.exited(result.exitCode());
  }
}
