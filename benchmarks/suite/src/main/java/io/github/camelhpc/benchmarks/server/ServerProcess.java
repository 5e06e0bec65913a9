package io.github.camelhpc.benchmarks.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The server in a process of its own, so that only the client is measured. */
public final class ServerProcess implements AutoCloseable {

  private final Process process;
  private final Map<String, String> properties = new LinkedHashMap<>();

  private ServerProcess(Process process) {
    this.process = process;
  }

  /** Starts it, and waits until it is there. */
  public static ServerProcess start(Class<? extends ServerContents> contents) throws IOException {
    List<String> command =
        List.of(
            System.getProperty("java.home") + "/bin/java",
            "-Xmx3g",
            "-cp",
            System.getProperty("java.class.path"),
            BenchmarkServer.class.getName(),
            contents.getName());
    ServerProcess started =
        new ServerProcess(
            new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
    started.readProperties();
    return started;
  }

  private void readProperties() throws IOException {
    // stays open: the process ends when its input ends, and prints nothing more
    BufferedReader out = process.inputReader();
    for (String line = out.readLine(); !BenchmarkServer.READY.equals(line); line = out.readLine()) {
      if (line == null) {
        throw new IOException("The server did not start; what it printed says why.");
      }
      String[] property = line.split("=", 2);
      properties.put(property[0], property[1]);
    }
  }

  /** What the benchmark has to know of it, as system properties. */
  public Map<String, String> properties() {
    return properties;
  }

  @Override
  public void close() throws Exception {
    process.outputWriter().close();
    if (!process.waitFor(5, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
