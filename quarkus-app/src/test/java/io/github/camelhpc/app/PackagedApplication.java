package io.github.camelhpc.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The packaged application, as a jar or as an executable, as a process, in a folder of its own and
 * at a free port.
 */
final class PackagedApplication implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Pattern JOBS = Pattern.compile("Jobs +(https?://[0-9.]+:\\d+)/jobs");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Process process;
  private final Path folder;
  private final Path log;

  private PackagedApplication(Process process, Path folder, Path log) {
    this.process = process;
    this.folder = folder;
    this.log = log;
  }

  /**
   * Starts it, and waits until it has told its URLs.
   *
   * @param settings {@code name=value} for a system property, {@code NAME=value} for the
   *     environment
   */
  static PackagedApplication start(Path folder, String... settings) throws IOException {
    List<String> options = new ArrayList<>();
    options.add("-Dquarkus.http.port=0");
    Map<String, String> environment = new HashMap<>();
    for (String setting : settings) {
      if (Character.isUpperCase(setting.charAt(0))) {
        environment.put(setting.split("=", 2)[0], setting.split("=", 2)[1]);
      } else {
        options.add("-D" + setting);
      }
    }
    Path log = folder.resolve("log.txt");
    long lines = Files.exists(log) ? Files.readString(log).lines().count() : 0;
    ProcessBuilder builder =
        new ProcessBuilder(command(options))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    Process process = builder.start();
    PackagedApplication application = new PackagedApplication(process, folder, log);
    application.awaitLog("Jobs +http", lines);
    return application;
  }

  /** The executable, if the build made one, or else the jar. */
  private static List<String> command(List<String> options) {
    String executable = System.getProperty("application.executable");
    List<String> command = new ArrayList<>();
    if (executable != null) {
      command.add(executable);
      command.add("-Xmx40m");
      command.add("-Xmn6m");
      command.addAll(options);
    } else {
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(options);
      command.add("-jar");
      command.add(System.getProperty("application.jar"));
    }
    return command;
  }

  private void awaitLog(String pattern, long from) throws IOException {
    Pattern wanted = Pattern.compile(pattern);
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                !process.isAlive()
                    || log().lines().skip(from).anyMatch(line -> wanted.matcher(line).find()));
    assertThat(process.isAlive()).as(log()).isTrue();
  }

  /** Waits until a line of the log matches. */
  void awaitLog(String pattern) throws IOException {
    awaitLog(pattern, 0);
  }

  String log() throws IOException {
    return Files.exists(log) ? Files.readString(log) : "";
  }

  /**
   * What anybody on the machine may see of it, and its own user: how it was started; Linux only.
   */
  String commandLineAndEnvironment() throws IOException {
    Path process = Path.of("/proc", String.valueOf(this.process.pid()));
    return Files.readString(process.resolve("cmdline"))
        + Files.readString(process.resolve("environ"));
  }

  /** How much memory the process has now; Linux only. */
  long residentBytes() throws IOException {
    return Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
        .findFirst()
        .orElseThrow();
  }

  /** The origin that the last start told. */
  String url() throws IOException {
    Matcher matcher = JOBS.matcher(log());
    String url = null;
    while (matcher.find()) {
      url = matcher.group(1);
    }
    return url;
  }

  Path inbox() {
    return folder.resolve("inbox");
  }

  void drop(String name, String text) throws IOException {
    Path hidden = inbox().resolve("." + name);
    Files.writeString(hidden, text);
    Files.move(hidden, inbox().resolve(name));
  }

  /** Waits until a file is done, and gives the id of its job. */
  String awaitJobOf(String name) throws IOException {
    Path done = inbox().resolve("done");
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(done).as(log()).isDirectoryContaining("glob:**-" + name));
    try (Stream<Path> files = Files.list(done)) {
      String file =
          files
              .map(path -> path.getFileName().toString())
              .filter(path -> path.endsWith("-" + name))
              .findFirst()
              .orElseThrow();
      return file.substring(0, file.indexOf('-'));
    }
  }

  /** Waits for the results of a job and reads one of their files. */
  JsonNode awaitResult(String job, String file) throws IOException {
    Path results = folder.resolve("outbox").resolve(job);
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(results.resolve("job.json")).as(log()).exists());
    return JSON.readTree(results.resolve(file).toFile());
  }

  /** Asks the application to stop, as the keyboard does: the signal reaches its tasks, too. */
  void stop() throws InterruptedException {
    List<ProcessHandle> tasks = process.descendants().toList();
    process.destroy();
    tasks.forEach(ProcessHandle::destroy);
    assertThat(process.waitFor(15, TimeUnit.SECONDS)).isTrue();
  }

  @Override
  public void close() throws InterruptedException {
    if (process.isAlive()) {
      process.destroyForcibly().waitFor();
    }
  }
}
