package io.github.camelhpc.reliability.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;
import static org.awaitility.Awaitility.await;

import io.github.camelhpc.reliability.application.ApplicationProcess;
import io.github.camelhpc.simulators.HpcSimulators;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoakIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Long after the application has seen their ends. */
  private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(1);

  private static final Pattern ORIGIN = Pattern.compile("Jobs +(http://127.0.0.1:\\d+)/jobs");

  /** In bytes: less than what the jobs of a third of two minutes would take, if they were kept. */
  private static final long HEAP_GROWTH = 250_000;

  /** Pools grow to their bounds when the machine is busy for a while. */
  private static final long THREADS_GROWTH = 15;

  private static final long DESCRIPTORS_GROWTH = 20;
  private static final double MEGABYTE = 1_000_000;

  private final SoakSettings settings = SoakSettings.fromSystemProperties();
  private final HpcSimulators services =
      HpcSimulators.builder().httpsPort(-1).requestLogSize(0).start();
  private EmbeddedPostgres postgres;
  private ApplicationProcess application;
  private SteadyLoad load;

  @TempDir Path folder;

  @BeforeEach
  void start() throws Exception {
    services.azBatch().createPool("burst", 2);
    // the cache of H2, which grows up to its bound, would hide what else grows
    postgres = EmbeddedPostgres.start();
    application =
        new ApplicationProcess(
                folder,
                List.of(
                    "-Xmx128m",
                    "-XX:+UseSerialGC",
                    "-Dapp.seen=postgresql",
                    "-Dapp.seen.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                    "-Dapp.seen.names=watched",
                    "-Dapp.status-interval=1s",
                    "-Dcamel.component.hpcpack.service-url=" + services.hpcPackUrl(),
                    "-Dcamel.component.hpcpack.username=" + services.userName(),
                    "-Dcamel.component.hpcpack.password=" + services.password(),
                    "-Dcamel.component.hpcpack.await-interval=1s",
                    "-Dcamel.component.hpcpack.full-round-every=10s",
                    "-Dcamel.component.hpcpack.change-overlap=5s",
                    "-Dcamel.component.azbatch.service-url=" + services.azBatchUrl(),
                    "-Dcamel.component.azbatch.account-name="
                        + services.azBatch().credentials().accountName(),
                    "-Dcamel.component.azbatch.account-key="
                        + services.azBatch().credentials().accountKey(),
                    "-Dcamel.component.dbapi.service-url=" + services.dbapiUrl(),
                    "-Dcamel.component.dbapi.username=" + services.userName(),
                    "-Dcamel.component.dbapi.password=" + services.password()))
            .withRoutes(SoakRoutes.yaml(settings));
    application.start();
    application.awaitLog("Jobs  ");
    load = new SteadyLoad(origin());
  }

  private String origin() throws IOException {
    Matcher matcher = ORIGIN.matcher(application.log());
    assertThat(matcher.find()).as(application.endOfLog()).isTrue();
    return matcher.group(1);
  }

  @AfterEach
  void stop() throws Exception {
    if (load != null) {
      load.close();
    }
    application.close();
    postgres.close();
    services.close();
  }

  @Test
  void steadyLoadLeavesNothingBehind() throws Exception {
    List<Sample> samples = samplesUnderLoad();
    load.stop();
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(load.open()).isZero());
    Thirds heap = Thirds.of(samples, Sample::heap);
    Thirds threads = Thirds.of(samples, Sample::threads);
    Thirds descriptors = Thirds.of(samples, Sample::descriptors);
    report(heap, threads, descriptors);
    assertThat(load.answers().keySet())
        .as("every request was answered, and well: %s", load.answers())
        .containsExactlyInAnyOrderElementsOf(SoakRoutes.ANSWERS);
    String log = application.log();
    assertSoftly(
        softly -> {
          softly.assertThat(heap.growth()).as("heap").isLessThan(HEAP_GROWTH);
          softly.assertThat(threads.growth()).as("threads").isLessThanOrEqualTo(THREADS_GROWTH);
          softly
              .assertThat(descriptors.growth())
              .as("descriptors")
              .isLessThanOrEqualTo(DESCRIPTORS_GROWTH);
          softly.assertThat(log).doesNotContain(" ERROR ");
        });
    long jobs = load.answers().getOrDefault(SoakRoutes.JOB_FINISHED, 0L);
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(finishedJobs()).as(application::endOfLog).isEqualTo(jobs));
  }

  private List<Sample> samplesUnderLoad() throws Exception {
    BlockingQueue<Sample> taken = new LinkedBlockingQueue<>();
    List<Sample> samples = new ArrayList<>();
    try (Vitals vitals = Vitals.of(application.pid())) {
      load.start(SoakRoutes.PATHS, settings.rate());
      load.every(settings.interval(), () -> taken.add(vitals.sample()));
      load.every(FORGOTTEN_AFTER, () -> services.hpcPack().forgetJobsEnded(FORGOTTEN_AFTER));
      while (samples.size() < settings.samples()) {
        Sample sample =
            taken.poll(settings.interval().plus(PATIENCE).toMillis(), TimeUnit.MILLISECONDS);
        assertThat(sample).as(application.endOfLog()).isNotNull();
        samples.add(sample);
      }
    }
    return samples;
  }

  /** Those whose end the application's own route has seen and written down. */
  private long finishedJobs() throws IOException {
    Path watched = folder.resolve("watched.txt");
    return Files.exists(watched)
        ? Files.readString(watched).lines().filter(l -> l.endsWith(" Finished")).distinct().count()
        : 0;
  }

  private void report(Thirds heap, Thirds threads, Thirds descriptors) throws IOException {
    String figures =
        "%d min, %d requests of each kind a second, %d in all%n"
                .formatted(settings.length().toMinutes(), settings.rate(), load.sent())
            + "| | first third | second third | last third |%n|---|---|---|---|%n".formatted()
            + heap.row("heap after a collection, MB", MEGABYTE)
            + threads.row("threads", 1)
            + descriptors.row("open files and sockets", 1)
            + answers(load.answers());
    System.out.print(figures);
    Files.writeString(Path.of("target", "soak.txt"), figures);
  }

  private static String answers(Map<String, Long> answers) {
    StringBuilder lines = new StringBuilder();
    answers.forEach(
        (answer, times) ->
            lines.append(times).append(" times ").append(answer).append(System.lineSeparator()));
    return lines.toString();
  }
}
