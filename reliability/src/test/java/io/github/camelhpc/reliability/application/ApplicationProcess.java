package io.github.camelhpc.reliability.application;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The packaged application in a folder of its own, which it keeps over its deaths. It can be
 * started again after each.
 */
public final class ApplicationProcess implements AutoCloseable {

  /** Three of them and a database start at once on a machine that has other things to do. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Path folder;
  private final List<String> options;
  private Process process;

  /**
   * An application that is not started yet.
   *
   * @param folder where it runs; its log is there, in {@code log.txt}
   * @param options of the JVM, {@code -Dname=value} for example
   */
  public ApplicationProcess(Path folder, List<String> options) {
    this.folder = folder;
    this.options = List.copyOf(options);
  }

  /** Gives it a route of its own, in YAML. */
  public ApplicationProcess withRoutes(String yaml) throws IOException {
    Path routes = Files.createDirectories(folder.resolve("routes"));
    Files.writeString(routes.resolve("proof.yaml"), yaml);
    return this;
  }

  /** Starts it, unless it runs; it goes on starting after this. */
  public synchronized void start() throws IOException {
    if (isAlive()) {
      return;
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Dquarkus.http.port=0");
    command.addAll(options);
    command.add("-jar");
    command.add(Path.of(System.getProperty("application.jar")).toAbsolutePath().toString());
    Path log = folder.resolve("log.txt");
    process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
  }

  /** Kills it, with SIGKILL where there is such a thing; says whether it was alive. */
  public synchronized boolean kill() throws InterruptedException {
    boolean alive = isAlive();
    if (alive) {
      process.destroyForcibly().waitFor();
    }
    return alive;
  }

  public synchronized boolean isAlive() {
    return process != null && process.isAlive();
  }

  /** The process that runs now. */
  public synchronized long pid() {
    return process.pid();
  }

  /** All it printed, in all its lives. */
  public String log() throws IOException {
    Path log = folder.resolve("log.txt");
    return Files.exists(log) ? Files.readString(log) : "";
  }

  /** The end of its log, for messages. */
  public String endOfLog() {
    try {
      List<String> lines = log().lines().toList();
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 50), lines.size()));
    } catch (IOException e) {
      return "The log cannot be read: " + e;
    }
  }

  /** Waits until it has said this; fails when it dies before. */
  public void awaitLog(String text) {
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              if (log().contains(text)) {
                return true;
              }
              if (!isAlive()) {
                throw new AssertionError("The application ended:\n" + endOfLog());
              }
              return false;
            });
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }
}
