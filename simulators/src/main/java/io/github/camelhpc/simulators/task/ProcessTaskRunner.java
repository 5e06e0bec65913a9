package io.github.camelhpc.simulators.task;

import io.github.camelhpc.simulators.SimulatorClock;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Runs command lines as processes of this computer. No thread waits for a process: its end comes by
 * {@link Process#onExit()}, its output goes to a file.
 */
final class ProcessTaskRunner implements TaskRunner {

  /** How long a task may take to end by itself after it was asked to. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  /** Of this process's own environment a task sees only these: the rest may hold secrets. */
  private static final Set<String> INHERITED =
      Set.of(
          "PATH",
          "HOME",
          "LANG",
          "LC_ALL",
          "TZ",
          "TMPDIR",
          "TEMP",
          "TMP",
          "SYSTEMROOT",
          "COMSPEC",
          "PATHEXT",
          "USERPROFILE",
          "JAVA_HOME");

  private static final boolean WINDOWS =
      System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");

  private final Path workDirectory;
  private final Set<Process> running = ConcurrentHashMap.newKeySet();

  ProcessTaskRunner(Path workDirectory) {
    this.workDirectory = workDirectory.toAbsolutePath().normalize();
  }

  @Override
  public RunningTask start(TaskRun run, SimulatorClock clock, Consumer<TaskResult> ended) {
    try {
      Path capture = Files.createDirectories(workDirectory.resolve("output")).resolve(run.label());
      Process process = processBuilder(run, capture).start();
      running.add(process);
      process.onExit().thenAccept(exited -> report(exited, capture, ended));
      return forced -> stop(process, forced);
    } catch (IOException | UncheckedIOException | InvalidPathException e) {
      clock.schedule(
          Duration.ZERO,
          () ->
              ended.accept(
                  TaskResult.notRun("The command line could not be run: " + e.getMessage())));
      return forced -> {};
    }
  }

  @Override
  public Optional<Path> directory() {
    return Optional.of(workDirectory);
  }

  private ProcessBuilder processBuilder(TaskRun run, Path capture) throws IOException {
    String wanted = run.workDirectory().isEmpty() ? run.group() : run.workDirectory();
    Path directory = workDirectory.resolve(wanted).normalize();
    if (directory.startsWith(workDirectory)) {
      Files.createDirectories(directory);
    }
    if (!Files.isDirectory(directory)) {
      throw new IOException("the work directory " + directory + " is not there.");
    }
    List<String> shell = WINDOWS ? List.of("cmd", "/c") : List.of("sh", "-c");
    ProcessBuilder builder =
        new ProcessBuilder(shell.get(0), shell.get(1), run.commandLine())
            .directory(directory.toFile())
            .redirectInput(input(run, directory));
    redirectOutput(builder, run, directory, capture.toFile());
    setEnvironment(builder.environment(), run.environment());
    return builder;
  }

  private static File input(TaskRun run, Path directory) {
    return run.standardInput().isEmpty()
        ? new File(WINDOWS ? "NUL" : "/dev/null")
        : directory.resolve(run.standardInput()).toFile();
  }

  /** What goes to no file of its own is captured; both streams together, in the order written. */
  private static void redirectOutput(
      ProcessBuilder builder, TaskRun run, Path directory, File capture) throws IOException {
    File out = file(run.standardOutput(), directory, capture);
    File error = file(run.standardError(), directory, capture);
    builder.redirectOutput(out);
    if (out.equals(error)) {
      builder.redirectErrorStream(true);
    } else {
      builder.redirectError(error);
    }
    // both streams may go elsewhere, and there may be one from before
    Files.write(capture.toPath(), new byte[0]);
  }

  private static File file(String path, Path directory, File otherwise) {
    return path.isEmpty() ? otherwise : directory.resolve(path).toFile();
  }

  private static void setEnvironment(Map<String, String> target, Map<String, String> variables) {
    target.keySet().removeIf(name -> !INHERITED.contains(name.toUpperCase(Locale.ROOT)));
    target.putAll(variables);
  }

  private void report(Process process, Path capture, Consumer<TaskResult> ended) {
    running.remove(process);
    try (InputStream input = Files.newInputStream(capture)) {
      String output = new String(input.readNBytes(TaskResult.MAX_OUTPUT), StandardCharsets.UTF_8);
      ended.accept(TaskResult.exited(process.exitValue(), output));
    } catch (IOException e) {
      ended.accept(TaskResult.notRun("The task's output could not be read: " + e.getMessage()));
    }
  }

  private static void stop(Process process, boolean forced) {
    List<ProcessHandle> tree =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    if (forced) {
      tree.forEach(ProcessHandle::destroyForcibly);
      return;
    }
    tree.forEach(ProcessHandle::destroy);
    CompletableFuture.delayedExecutor(GRACE.toMillis(), TimeUnit.MILLISECONDS)
        .execute(() -> tree.forEach(ProcessHandle::destroyForcibly));
  }

  @Override
  public void close() {
    running.forEach(process -> stop(process, true));
  }
}
