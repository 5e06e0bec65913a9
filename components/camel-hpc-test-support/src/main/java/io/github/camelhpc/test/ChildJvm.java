package io.github.camelhpc.test;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM of its own with the test's class path: one that is small, or one that can be killed. */
public final class ChildJvm {

  private final List<String> command = new ArrayList<>();

  private ChildJvm(int megabytes, Class<?> main, List<String> arguments) {
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + megabytes + "m");
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(main.getName());
    command.addAll(arguments);
  }

  /**
   * A JVM that is not started yet.
   *
   * @param megabytes the largest size of its heap
   * @param main the class whose main method it runs
   */
  public static ChildJvm of(int megabytes, Class<?> main, String... arguments) {
    return new ChildJvm(megabytes, main, List.of(arguments));
  }

  /** Runs it to its end, and gives all it printed; fails if it does not end well. */
  public String output(Duration patienceAfterLastLine) throws IOException, InterruptedException {
    Process process = process().start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(patienceAfterLastLine.toMillis(), TimeUnit.MILLISECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("The JVM did not end; it printed: " + printed);
    }
    if (process.exitValue() != 0) {
      throw new AssertionError(
          "The JVM ended with " + process.exitValue() + "; it printed: " + printed);
    }
    return printed;
  }

  /** Starts it; what it prints goes to this file. */
  public Process start(File log) throws IOException {
    return process().redirectOutput(log).start();
  }

  /** Runs where what it leaves behind, such as a crash report, is not in the way. */
  private ProcessBuilder process() {
    return new ProcessBuilder(command).redirectErrorStream(true).directory(new File("target"));
  }
}
