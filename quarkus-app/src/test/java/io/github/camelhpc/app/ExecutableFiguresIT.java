package io.github.camelhpc.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.simulators.HpcSimulators;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the executable needs: its size, how long it takes to start, and its memory after a thousand
 * messages. The figures are written to {@code target/executable-figures.txt}. The time depends on
 * what else the machine does, so that it is written down only.
 */
@EnabledIfSystemProperty(named = "application.executable", matches = ".+")
class ExecutableFiguresIT {

  private static final int STARTS = 10;
  private static final int MESSAGES = 1000;
  private static final long MEGABYTE = 1_000_000;
  private static final Pattern STARTED = Pattern.compile("started in (\\d+\\.\\d+)s");

  private static final String JOB =
      """
      <Job xmlns="http://schemas.microsoft.com/HPCS2008R2/scheduler/" Name="figures">
        <Tasks><Task Name="only" CommandLine="x"/></Tasks>
      </Job>
      """;

  @TempDir Path folder;

  @Test
  void itIsSmall() throws Exception {
    long size = Files.size(Path.of(System.getProperty("application.executable")));
    List<Double> starts = new ArrayList<>();
    long first;
    long last;
    try (HpcSimulators cluster = HpcSimulators.builder().httpsPort(-1).start()) {
      for (int i = 0; i < STARTS; i++) {
        starts.add(secondsOfOneStart(cluster));
      }
      try (PackagedApplication application = PackagedApplication.start(folder, settings(cluster))) {
        first = application.residentBytes();
        sendMessages(application);
        last = application.residentBytes();
      }
    }
    Collections.sort(starts);
    Files.writeString(
        Path.of("target/executable-figures.txt"),
        String.format(
            Locale.ROOT,
            "size %.1f MB%nstart of %d: median %.3f s, from %.3f to %.3f s%n"
                + "resident after the start %.1f MB, after %d messages %.1f MB%n",
            megabytes(size),
            STARTS,
            starts.get(STARTS / 2),
            starts.get(0),
            starts.get(STARTS - 1),
            megabytes(first),
            MESSAGES,
            megabytes(last)));
    assertThat(size).isLessThan(130 * MEGABYTE);
    // below 90 MB is the aim; the same executable differs by 1 MB from run to run
    assertThat(last).isLessThan(92 * MEGABYTE);
  }

  private static double megabytes(long bytes) {
    return (double) bytes / MEGABYTE;
  }

  /** As Quarkus measures it: from the start of the process until it listens. */
  private double secondsOfOneStart(HpcSimulators cluster) throws Exception {
    try (PackagedApplication application = PackagedApplication.start(folder, settings(cluster))) {
      application.awaitLog(STARTED.pattern());
      Matcher last = STARTED.matcher(application.log());
      double seconds = 0;
      while (last.find()) {
        seconds = Double.parseDouble(last.group(1));
      }
      application.stop();
      return seconds;
    }
  }

  private static String[] settings(HpcSimulators cluster) {
    return new String[] {
      "CAMEL_COMPONENT_HPCPACK_SERVICE_URL=" + cluster.hpcPackUrl(),
      "CAMEL_COMPONENT_HPCPACK_USERNAME=" + cluster.userName(),
      "CAMEL_COMPONENT_HPCPACK_PASSWORD=" + cluster.password(),
      "app.api.submissions-per-second=10000",
      "quarkus.log.category.\"io.quarkus\".level=INFO"
    };
  }

  private static void sendMessages(PackagedApplication application) throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    for (int i = 1; i <= MESSAGES; i++) {
      HttpRequest.Builder request =
          i % 10 == 1
              ? HttpRequest.newBuilder(URI.create(application.url() + "/jobs"))
                  .header("Content-Type", "application/xml")
                  .POST(HttpRequest.BodyPublishers.ofString(JOB))
              : HttpRequest.newBuilder(URI.create(application.url() + "/jobs/" + (i + 9) / 10));
      assertThat(client.send(request.build(), BodyHandlers.ofString()).statusCode())
          .isBetween(200, 202);
    }
  }
}
