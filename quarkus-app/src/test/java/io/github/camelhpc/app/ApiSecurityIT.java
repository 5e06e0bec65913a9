package io.github.camelhpc.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelhpc.simulators.HpcSimulators;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged application at all addresses, with its secrets in files: what strangers get. */
class ApiSecurityIT {

  private static final String PASSWORD = "correct-horse-battery-staple";

  /** Of application.properties. */
  private static final int MAX_CONNECTIONS = 200;

  private static final int PER_SECOND = 5;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final String JOB = "{\"Name\": \"posted\", \"tasks\": [{\"CommandLine\": \"x\"}]}";

  private static final String ROUTES =
      """
      - route:
          from:
            uri: platform-http:/broken
            steps:
              - throwException:
                  message: "secret of the inside"
                  exceptionType: java.lang.IllegalStateException
      """;

  @TempDir static Path folder;

  private static HpcSimulators cluster;
  private static PackagedApplication application;

  @BeforeAll
  static void start() throws IOException {
    // what would be an expression, if it were not escaped
    cluster = HpcSimulators.builder().httpsPort(-1).user("hpcuser", "a${b}-d'\"ö").start();
    Path secrets =
        mountedSecret(
            "app.api.password", PASSWORD,
            // of which application.properties has a value, too
            "camel.component.hpcpack.service-url", cluster.hpcPackUrl(),
            "camel.component.hpcpack.username", cluster.userName(),
            "camel.component.hpcpack.password", cluster.password().replace("${", "$${"));
    Files.createDirectories(folder.resolve("routes"));
    Files.writeString(folder.resolve("routes/broken.yaml"), ROUTES);
    application =
        PackagedApplication.start(
            folder,
            "APP_SECRETS=" + secrets,
            "QUARKUS_HTTP_HOST=0.0.0.0",
            "APP_API_SUBMISSIONS_PER_SECOND=" + PER_SECOND,
            "APP_API_REQUEST_TIMEOUT=2s",
            "QUARKUS_HTTP_IDLE_TIMEOUT=4s");
  }

  /** As Kubernetes mounts a Secret: links to files in a hidden folder, which has another name. */
  private static Path mountedSecret(String... namesAndValues) throws IOException {
    Path mount = Files.createDirectories(folder.resolve("secrets"));
    Path data = Files.createDirectory(mount.resolve("..2026_01_31_12_00_00.1"));
    Files.createSymbolicLink(mount.resolve("..data"), data.getFileName());
    for (int i = 0; i < namesAndValues.length; i += 2) {
      Files.writeString(data.resolve(namesAndValues[i]), namesAndValues[i + 1] + "\n");
      Files.createSymbolicLink(
          mount.resolve(namesAndValues[i]), Path.of("..data", namesAndValues[i]));
    }
    return mount;
  }

  @AfterAll
  static void stop() throws InterruptedException {
    application.close();
    cluster.close();
  }

  private static RawHttp.Request with(String method, String path) {
    return RawHttp.request(method, path).user("camel-hpc", PASSWORD);
  }

  private static RawHttp.Answer send(RawHttp.Request request) throws IOException {
    return request.send(application.url());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/jobs",
        "/jobs/1",
        "/q/health",
        "/q/metrics",
        "/q/openapi",
        "/q/health/group/x",
        "//q/health/live",
        "/q/health/live/",
        "/q/health/../metrics",
        "/q/health/live/../../metrics",
        "/broken",
        "/nothing"
      })
  void nothingIsServedWithoutThePassword(String path) throws IOException {
    RawHttp.Answer answer = send(RawHttp.request("GET", path));
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("WWW-Authenticate")).startsWith("Basic ");
    assertThat(answer.body())
        .isEqualTo(
            "{\"error\":\"log in as the user app.api.username with the password"
                + " app.api.password\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/jobs", "/q/health", "/q/metrics", "/q/openapi"})
  void allIsServedWithThePassword(String path) throws IOException {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(send(with("GET", path)).status()).isEqualTo(200));
  }

  /** The answer comes while the server is not even asked for the body, whatever its length. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 1000",
        "Content-Length: 1000000000",
        "Transfer-Encoding: chunked"
      })
  void aBodyIsNotReadBeforeThePasswordIs(String length) throws IOException {
    RawHttp.Request stranger = RawHttp.request("POST", "/jobs").from("127.0.0.5");
    RawHttp.Answer answer = send(announced(stranger.user("camel-hpc", "no-password"), length));
    assertThat(answer.text()).startsWith("HTTP/1.1 401 ").doesNotContain("100 Continue");
  }

  @Test
  void aBodyIsAskedForWithThePasswordUnlessItIsTooLong() throws IOException {
    RawHttp.Request user = with("POST", "/jobs");
    assertThat(send(announced(user, "Content-Length: 1000")).text())
        .startsWith("HTTP/1.1 100 Continue");
    assertThat(send(announced(user, "Content-Length: 1000000000")).status()).isEqualTo(413);
  }

  /** What follows it is not even read, or a stranger could have a long body read to its end. */
  @Test
  void aRefusedRequestWithABodyIsTheLastOfItsConnection() throws IOException {
    String refused =
        RawHttp.request("POST", "/jobs")
            .body("x".repeat(900_000))
            .text()
            .replace("Connection: close\r\n", "");
    try (RawHttp.Connection connection = RawHttp.connect(application.url())) {
      connection.write((refused + with("GET", "/jobs").text()).getBytes("US-ASCII"));
      assertThat(connection.answer().text()).doesNotContain("HTTP/1.1 200");
    }
  }

  /** A request whose body would come when the server says so. */
  private static RawHttp.Request announced(RawHttp.Request request, String length) {
    return request
        .header("Content-Type: application/json")
        .header(length)
        .header("Expect: 100-continue");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/q/health/live", "/q/health/ready", "/q/health/started"})
  void probesGetNoDetails(String path) throws IOException {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              RawHttp.Answer answer = send(RawHttp.request("GET", path));
              assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
              assertThat(answer.status()).isEqualTo(200);
            });
    assertThat(send(with("GET", path)).body()).contains("checks");
  }

  @Test
  void guessesAreLimitedAndToldWithoutThePassword() throws Exception {
    String guesser = "127.0.0.3";
    for (int i = 0; i < 10; i++) {
      RawHttp.Answer answer =
          send(RawHttp.request("GET", "/jobs").user("camel-hpc", "a-guess-" + i).from(guesser));
      assertThat(answer.status()).isEqualTo(401);
    }
    RawHttp.Answer answer = send(with("GET", "/jobs").from(guesser));
    assertThat(answer.status()).isEqualTo(429);
    assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 60);
    assertThat(send(with("GET", "/jobs").from("127.0.0.4")).status()).isEqualTo(200);

    application.awaitLog("A request from " + guesser + " has a wrong user or password");
    application.awaitLog("10 wrong passwords from " + guesser);
    assertThat(application.log().lines().filter(line -> line.contains(guesser))).hasSize(2);
    assertThat(application.log())
        .doesNotContain("a-guess", "Basic ", RawHttp.base64("camel-hpc:a-guess-0"));
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /jobs, 200",
    "GET, /q/health/live, 200",
    "GET, /q/metrics, 200",
    "GET, /nothing, 404",
    "DELETE, /jobs, 405",
    "GET, /jobs/abc, 400",
    "GET, /broken, 500"
  })
  void everyAnswerHasTheSecurityHeadersAndNothingOfTheInside(String method, String path, int status)
      throws IOException {
    RawHttp.Answer answer = send(with(method, path));
    assertThat(answer.status()).isEqualTo(status);
    requireSecurityHeaders(answer);
    if (status >= 400) {
      assertThat(answer.body()).matches("|\\{\"error\": ?\".+\"}").hasSizeLessThan(300);
    }
    requireNothingOfTheInside(answer);
  }

  @Test
  void whatIsNotThereIsToldInASentence() throws IOException {
    assertThat(send(with("GET", "/nothing")).body())
        .isEqualTo(
            "{\"error\":\"there is nothing at this path: /q/openapi describes what there is\"}");
  }

  @Test
  void refusalsHaveTheSecurityHeaders() throws IOException {
    requireSecurityHeaders(send(RawHttp.request("GET", "/jobs")));
    requireSecurityHeaders(send(json("x".repeat(1_100_000))));
  }

  private static void requireSecurityHeaders(RawHttp.Answer answer) {
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
    assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(answer.header("Content-Security-Policy")).startsWith("default-src 'none'");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.header("Strict-Transport-Security")).isNull();
  }

  private static void requireNothingOfTheInside(RawHttp.Answer answer) {
    assertThat(answer.body())
        .doesNotContain("Exception", "\tat ", "\\tat ", "io.github", "org.apache", "inside\"");
    assertThat(answer.body()).doesNotContain("secret of the inside");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"Name\":", "[1]", "\"x\"", "{\"tasks\": {\"a\": 1}}"})
  void aBodyThatIsNoJobIsRefusedWithASentence(String body) throws IOException {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              RawHttp.Answer answer = send(json(body));
              assertThat(answer.status()).isEqualTo(400);
              requireNothingOfTheInside(answer);
              assertThat(answer.body()).startsWith("{\"error\":\"").hasSizeLessThan(500);
            });
  }

  private static RawHttp.Request json(String body) {
    return with("POST", "/jobs").header("Content-Type: application/json").body(body);
  }

  @Test
  void bodiesAndHeadersAreLimited() throws IOException {
    RawHttp.Answer body = send(json("x".repeat(1_100_000)));
    assertThat(body.status()).isEqualTo(413);
    requireNothingOfTheInside(body);
    assertThat(send(with("GET", "/jobs").header("X-Long: " + "x".repeat(17_000))).status())
        .isEqualTo(431);
    assertThat(send(with("GET", "/jobs/" + "1".repeat(5_000))).status()).isEqualTo(414);
  }

  @Test
  void jobsAboveTheRateAreRefusedUntilTheNextSecond() throws IOException {
    // more than two seconds may take, and as fast as one connection after the other can be
    List<RawHttp.Answer> answers = new ArrayList<>();
    await()
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(1))
        .until(
            () -> {
              answers.add(send(json(JOB)));
              return answers.get(answers.size() - 1).status() == 429;
            });
    RawHttp.Answer refused = answers.get(answers.size() - 1);
    assertThat(refused.header("Retry-After")).isEqualTo("1");
    assertThat(refused.body()).contains("app.api.submissions-per-second");
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(send(json(JOB)).status()).isEqualTo(202));
  }

  @Test
  void connectionsThatSayNothingOrTooSlowlyAreClosed() throws Exception {
    try (RawHttp.Connection silent = RawHttp.connect(application.url());
        RawHttp.Connection slow = RawHttp.connect(application.url())) {
      slow.write(
          json("")
              .text()
              .replace("Content-Length: 0", "Content-Length: 1000")
              .getBytes("US-ASCII"));
      await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(100))
          .until(
              () -> {
                // never idle, never complete
                slow.write(new byte[] {' '});
                return slow.isClosed();
              });
      await().atMost(PATIENCE).until(silent::isClosed);
    }
  }

  @Test
  void thereIsALimitOfConnections() throws Exception {
    List<RawHttp.Connection> all = new ArrayList<>();
    try {
      for (int i = 0; i <= MAX_CONNECTIONS; i++) {
        all.add(RawHttp.connect(application.url()));
      }
      // sooner than an idle one; which of them is accepted last is up to the machine
      await()
          .atMost(Duration.ofSeconds(3))
          .until(() -> all.stream().anyMatch(ApiSecurityIT::isClosed));
    } finally {
      for (RawHttp.Connection connection : all) {
        connection.close();
      }
    }
    // when the application has noticed that they are closed
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(send(with("GET", "/jobs")).status()).isEqualTo(200));
  }

  private static boolean isClosed(RawHttp.Connection connection) {
    try {
      return connection.isClosed();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void secretsInFilesWorkAndAreNowhereElse() throws Exception {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(send(with("GET", "/q/health")).status()).isEqualTo(200));
    assertThat(send(with("GET", "/jobs")).status()).isEqualTo(200);
    String all =
        application.log()
            + application.commandLineAndEnvironment()
            + send(with("GET", "/q/health")).text()
            + send(with("GET", "/q/metrics")).text()
            + send(with("GET", "/q/openapi")).text()
            + send(with("GET", "/jobs")).text()
            + send(with("GET", "/broken")).text();
    assertThat(all)
        .contains("cpu", "Jobs ")
        .doesNotContain(PASSWORD, cluster.password())
        .doesNotContain(RawHttp.base64("camel-hpc:" + PASSWORD))
        .doesNotContain(RawHttp.base64(cluster.userName() + ":" + cluster.password()));
  }
}
