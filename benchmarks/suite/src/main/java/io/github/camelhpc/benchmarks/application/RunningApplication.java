package io.github.camelhpc.benchmarks.application;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Quarkus application in a process of its own, which says that it has started. */
final class RunningApplication implements AutoCloseable {

  private static final Pattern STARTED =
      Pattern.compile("started in (\\d+\\.\\d+)s\\. Listening on: (http://\\S+)");
  private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

  private final Process process;
  private final List<String> log = new ArrayList<>();
  private Duration start;
  private Duration reportedStart;
  private String url;

  private RunningApplication(Process process) {
    this.process = process;
  }

  /**
   * Starts it, and waits until its log says that it has started.
   *
   * @param jar of the application
   * @param settings of the application
   */
  static RunningApplication start(Path jar, List<String> jvmArgs, Map<String, String> settings)
      throws IOException {
    if (!Files.exists(jar)) {
      throw new NoSuchFileException(
          jar.toAbsolutePath().normalize().toString(),
          null,
          "Build it with the Maven profile benchmarks");
    }
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + "/bin/java");
    command.addAll(jvmArgs);
    settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.add("-Dquarkus.http.port=0");
    command.add("-jar");
    command.add(jar.toString());
    long begin = System.nanoTime();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    RunningApplication application = new RunningApplication(process);
    try {
      application.awaitStart(begin);
      return application;
    } catch (IOException e) {
      application.close();
      throw e;
    }
  }

  private void awaitStart(long begin) throws IOException {
    BufferedReader out = process.inputReader();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      note(line);
      Matcher started = STARTED.matcher(line);
      if (started.find()) {
        start = Duration.ofNanos(System.nanoTime() - begin);
        reportedStart = Duration.ofMillis(Math.round(Double.parseDouble(started.group(1)) * 1000));
        url = started.group(2);
        Thread rest = new Thread(() -> readRest(out), "log");
        rest.setDaemon(true);
        rest.start();
        return;
      }
    }
    throw new IOException("The application did not start:\n" + log());
  }

  private void readRest(BufferedReader out) {
    try {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        note(line);
      }
    } catch (IOException e) {
      note("The process has ended: " + e.getMessage());
    }
  }

  /** From the start of the process until the line "started in". */
  Duration startTime() {
    return start;
  }

  /** What that line says: from the start of its main method. */
  Duration reportedStartTime() {
    return reportedStart;
  }

  String url() {
    return url;
  }

  /** What it has logged so far. */
  String log() {
    synchronized (log) {
      return String.join("\n", log);
    }
  }

  /** Waits until it has logged a line with this in it. */
  void awaitLog(String part, Duration longest) throws InterruptedException {
    long end = System.nanoTime() + longest.toNanos();
    synchronized (log) {
      while (log.stream().noneMatch(line -> line.contains(part))) {
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left <= 0) {
          throw new IllegalStateException("Nothing has logged \"" + part + "\":\n" + log());
        }
        log.wait(left);
      }
    }
  }

  private void note(String line) {
    synchronized (log) {
      log.add(line);
      log.notifyAll();
    }
  }

  /** The processor time of all its threads so far, if the system tells it. */
  Optional<Duration> processorTime() {
    return process.info().totalCpuDuration();
  }

  /** Whether {@link #residentBytes()} can be asked for: on Linux. */
  static boolean isMemoryKnown() {
    return Files.isReadable(Path.of("/proc/self/status"));
  }

  /** How much of its memory is in the machine's memory. */
  long residentBytes() throws IOException {
    Matcher resident =
        RESIDENT.matcher(Files.readString(Path.of("/proc/" + process.pid() + "/status")));
    if (!resident.find()) {
      throw new IOException("The process " + process.pid() + " has no resident memory.");
    }
    return Long.parseLong(resident.group(1)) * 1024;
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
