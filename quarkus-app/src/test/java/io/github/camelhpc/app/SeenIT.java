package io.github.camelhpc.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.camelhpc.simulators.HpcSimulators;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What consumers have completed outlives the application. */
class SeenIT {

  private static final String PASSWORD = "not-in-the-log";

  @TempDir Path folder;

  private HpcSimulators cluster;
  private int job;

  @BeforeEach
  void start() {
    cluster = HpcSimulators.builder().httpsPort(-1).start();
    job = cluster.hpcPack().createJobs(1, Map.of("Name", "night")).get(0);
  }

  @AfterEach
  void stop() {
    cluster.close();
  }

  private PackagedApplication application(Path where, String... settings) throws Exception {
    String[] all =
        Stream.concat(
                Stream.of(
                    "CAMEL_COMPONENT_HPCPACK_SERVICE_URL=" + cluster.hpcPackUrl(),
                    "CAMEL_COMPONENT_HPCPACK_USERNAME=" + cluster.userName(),
                    "CAMEL_COMPONENT_HPCPACK_PASSWORD=" + cluster.password(),
                    "app.status-interval=200ms"),
                Stream.of(settings))
            .toArray(String[]::new);
    return PackagedApplication.start(where, all);
  }

  private void setState(String state) {
    cluster.hpcPack().setJobState(job, state);
  }

  private static String logged(String state) {
    return "Job \\d+ \"night\": .*" + state;
  }

  /** A change while the application runs, one while none runs, and one while the next one runs. */
  private void changeOverARestart(Path first, Path second, String... settings) throws Exception {
    try (PackagedApplication application = application(first, settings)) {
      // after the first look, at which what is there counts as seen
      await().until(() -> cluster.requests().count("GET", "/hpc/jobs") > 3);
      setState("Queued");
      application.awaitLog(logged("Queued"));
      application.stop();
      assertThat(application.log()).doesNotContain(PASSWORD);
    }
    setState("Running");
    try (PackagedApplication application = application(second, settings)) {
      application.awaitLog(logged("Running"));
      setState("Finished");
      application.awaitLog(logged("Finished"));
      application.stop();
      assertThat(application.log().lines().filter(line -> line.matches(".*" + logged("Queued"))))
          .hasSize(first.equals(second) ? 1 : 0);
      assertThat(application.log()).doesNotContain(PASSWORD, "ERROR");
    }
  }

  @Test
  void changeWhileNoApplicationRunsIsLoggedByTheNext() throws Exception {
    changeOverARestart(folder, folder);

    boolean executable = System.getProperty("application.executable") != null;
    String file = executable ? "statusLogSeen.txt" : "seen.mv.db";
    assertThat(folder.resolve("state").resolve(file)).exists();
  }

  @Test
  void aTextFileIsEnough() throws Exception {
    changeOverARestart(folder, folder, "app.seen=file");

    assertThat(folder.resolve("state/statusLogSeen.txt")).content().contains("/Finished");
  }

  /** An executable has PostgreSQL with -Ppostgresql, which says so to this test. */
  @Test
  @DisabledIf("isWithoutPostgreSql")
  void applicationsInOtherFoldersShareAServerOfPostgreSql(@TempDir Path other, @TempDir Path data)
      throws Exception {
    try (EmbeddedPostgres server =
        EmbeddedPostgres.builder().setOverrideWorkingDirectory(data.toFile()).start()) {
      changeOverARestart(
          folder,
          other,
          "APP_SEEN=postgresql",
          "APP_SEEN_URL=" + server.getJdbcUrl("postgres", "postgres").replaceAll("\\?.*", ""),
          "APP_SEEN_USERNAME=postgres",
          "APP_SEEN_PASSWORD=" + PASSWORD);
    }
    assertThat(other.resolve("state")).doesNotExist();
  }

  static boolean isWithoutPostgreSql() {
    return System.getProperty("application.executable") != null
        && System.getProperty("application.postgresql") == null;
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "file"})
  void oneOfSeveralApplicationsRefusesAFileOfItsOwn(String kind) {
    assertThatThrownBy(
            () -> application(folder, "app.seen=" + kind, "app.leader-election=file").close())
        .hasMessageContaining(
            "app.leader-election says that there are others: set app.seen=postgresql, or remove"
                + " app.seen");
  }

  /** Consumers look once a day for what is still there: what is kept for a day is lost by then. */
  @Test
  void whatIsKeptForLessThanTwoDaysIsRefused() throws Exception {
    assertThatThrownBy(() -> application(folder, "app.seen.keep=47h").close())
        .hasMessageContaining(
            "app.seen.keep is too short, consumers look once a day: set it to 2d at least");
    application(folder, "app.seen=memory", "app.seen.keep=48h").close();
  }

  /** It forgets its jobs at its end, and the next one begins at 1 again. */
  @ParameterizedTest
  @ValueSource(strings = {"", "file"})
  void withTheSimulatorNothingOutlivesTheApplication(String kind) throws Exception {
    try (PackagedApplication application =
        PackagedApplication.start(folder, "app.sample=false", "app.seen=" + kind)) {
      application.drop("job.json", "{\"Name\": \"night\", \"tasks\": []}");
      application.awaitLog(logged("Finished"));
      application.stop();
    }
    assertThat(folder.resolve("state")).doesNotExist();
  }
}
