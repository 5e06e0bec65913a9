package io.github.camelhpc.kamelets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.camelhpc.hpcpack.HpcPackComponent;
import io.github.camelhpc.hpcpack.HpcPackConfiguration;
import io.github.camelhpc.simulators.HpcSimulators;
import io.github.camelhpc.test.CapturedLog;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the settings of a Kamelet come from, and what is said if they are wrong. */
class KameletConnectionsTest extends KameletTestSupport {

  private static String jobs(HpcSimulators cluster, String user, String password) {
    return kamelet(
        "hpcpack-job-source",
        Map.of(
            "serviceUrl",
            cluster.hpcPackUrl(),
            "username",
            user,
            "password",
            password,
            "startFrom",
            "BEGINNING",
            "delay",
            "50ms"));
  }

  private void configureComponent() {
    HpcPackConfiguration configuration =
        context().getComponent("hpcpack", HpcPackComponent.class).getConfiguration();
    configuration.setServiceUrl(simulator.hpcPackUrl());
    configuration.setUsername(USER);
    configuration.setPassword(PASSWORD);
    configuration.setFilter("JobState eq Failed");
  }

  private static String name(MockEndpoint events) {
    await().until(() -> events.getReceivedCounter() > 0);
    return (String)
        events.getReceivedExchanges().get(0).getMessage().getBody(Map.class).get("Name");
  }

  @Test
  void twoOfAKindHaveAServerEach() throws Exception {
    try (HpcSimulators second =
        HpcSimulators.builder().httpsPort(-1).user("bob", "other&secret").start()) {
      simulator.hpcPack().createJobs(1, Map.of("Name", "first"));
      second.hpcPack().createJobs(1, Map.of("Name", "second"));
      start(
          new RouteBuilder() {
            @Override
            public void configure() {
              from(jobs(simulator, USER, PASSWORD)).to("mock:first");
              from(jobs(second, "bob", "other&secret")).to("mock:second");
            }
          });

      assertThat(name(getMockEndpoint("mock:first"))).isEqualTo("first");
      assertThat(name(getMockEndpoint("mock:second"))).isEqualTo("second");
    }
  }

  @Test
  void aComponentThatIsConfiguredNeedsNothingAtTheKamelet() throws Exception {
    configureComponent();
    simulator.hpcPack().createJobs(2, Map.of("Name", "night"));
    simulator.hpcPack().setJobState(2, "Failed");
    // Camel looks for placeholders among these too, as among the variables of the environment
    Map<String, String> unrelated =
        Map.of("username", "somebody", "password", "else", "filter", "none", "owner", "nobody");
    unrelated.forEach(System::setProperty);
    try {
      MockEndpoint events = events("kamelet:hpcpack-job-source?startFrom=BEGINNING&delay=50ms");
      await().until(() -> events.getReceivedCounter() == 1);

      assertThat(events.getReceivedExchanges().get(0).getMessage().getBody(Map.class))
          .as("what the component's filter lets through")
          .containsEntry("Id", "2");
    } finally {
      unrelated.keySet().forEach(System::clearProperty);
    }
  }

  @Test
  void aSettingOfTheKameletBeatsThatOfTheComponent() throws Exception {
    configureComponent();
    simulator.hpcPack().createJobs(1, Map.of("Name", "night"));

    MockEndpoint events =
        events(
            "kamelet:hpcpack-job-source?filter=JobState eq Configuring&startFrom=BEGINNING&delay=50ms");

    assertThat(name(events)).isEqualTo("night");
  }

  @Test
  void settingsOfAKameletCanStandAmongTheProperties() throws Exception {
    Map.of(
            "serviceUrl",
            simulator.hpcPackUrl(),
            "username",
            USER,
            "password",
            PASSWORD,
            "start-from",
            "beginning",
            "delay",
            "50ms")
        .forEach(
            (name, value) ->
                context()
                    .getPropertiesComponent()
                    .addInitialProperty("camel.kamelet.hpcpack-job-source." + name, value));
    simulator.hpcPack().createJobs(1, Map.of("Name", "night"));

    assertThat(name(events("kamelet:hpcpack-job-source"))).isEqualTo("night");
  }

  @Test
  void aPasswordCanBeAPlaceholder() throws Exception {
    context().getPropertiesComponent().addInitialProperty("cluster.password", PASSWORD);
    simulator.hpcPack().createJobs(1, Map.of("Name", "night"));
    load(
        """
        - from:
            uri: kamelet:hpcpack-job-source
            parameters:
              serviceUrl: %s
              username: HPC\\alice
              password: RAW({{cluster.password}})
              startFrom: beginning
              delay: 50ms
            steps:
              - to: mock:events
        """
            .formatted(simulator.hpcPackUrl()));

    assertThat(name(getMockEndpoint("mock:events"))).isEqualTo("night");
  }

  @ParameterizedTest
  @CsvSource({
    "hpcsoa-batch-responses-source, batch=b, sessionId",
    "hpcsoa-batch-responses-source, sessionId=1, batch",
    "hpcsoa-run-batch-action, genericService=true, serviceName",
    "azbatch-task-status-source, jobbId=night, jobId",
    "dbapi-metrics-source, dataset=defaultDs, query"
  })
  void aMissingPropertyIsNamed(String kamelet, String given, String missing) {
    assertThatThrownBy(() -> context().getEndpoint("kamelet:" + kamelet + "?" + given))
        .rootCause()
        .hasMessageEndingWith(
            kamelet + " the following mandatory parameters must be provided: " + missing);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dellay=15s", "passwort=x", "service-urll=http://localhost"})
  void aMisspeltPropertyIsNamed(String given) {
    assertThatThrownBy(() -> context().getEndpoint("kamelet:hpcpack-job-source?" + given))
        .rootCause()
        .hasMessageStartingWith(
            "kamelet:hpcpack-job-source has no property %s. Its properties are authMethod, delay,"
                .formatted(given.replaceFirst("=.*", "")));
  }

  @Test
  void propertiesOfAnotherRouteAndOptionsOfCamelAreNoMistake() throws Exception {
    configureComponent();
    context()
        .getPropertiesComponent()
        .addInitialProperty("camel.kamelet.hpcpack-job-source.nightly.owner", "bob");

    Endpoint endpoint =
        context()
            .getEndpoint(
                "kamelet:hpcpack-job-source?service-url=http://x&bridgeErrorHandler=true"
                    + "&noErrorHandler=true&timeout=5000");

    assertThat(endpoint).isNotNull();
  }

  @Test
  void aWrongValueIsRefused() {
    assertThatThrownBy(
            () -> context().getEndpoint("kamelet:hpcpack-job-source?startFrom=yesterday"))
        .rootCause()
        .hasMessageContaining("yesterday");
  }

  @Test
  void withoutAServiceUrlTheComponentSaysWhatIsMissing() {
    assertThatThrownBy(() -> events("kamelet:azbatch-task-status-source?jobId=night"))
        .rootCause()
        .hasMessageContaining("serviceUrl");
  }

  @ParameterizedTest
  @CsvSource({
    "azbatch-run-tasks-action, accountKey",
    "azbatch-run-tasks-action, clientSecret",
    "dbapi-metrics-source, password",
    "dbapi-metrics-source, authenticationToken",
    "hpcpack-run-job-action, password",
    "hpcsoa-run-batch-action, password"
  })
  void aSecretStandsInNoLogAndNoFailure(String kamelet, String secret) {
    String uri =
        "kamelet:" + kamelet + "?trustAllCertificates=perhaps&" + secret + "=RAW(top&secret)";
    try (CapturedLog log = new CapturedLog()) {
      assertThatThrownBy(() -> context().getEndpoint(uri))
          .satisfies(failure -> assertThat(stackTrace(failure)).doesNotContain("top&secret"));
      assertThat(log.text()).doesNotContain("top&secret");
    }
  }

  private static String stackTrace(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
