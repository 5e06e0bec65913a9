package io.github.camelhpc.hpcpack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.camelhpc.simulators.HpcSimulators;
import io.github.camelhpc.test.DocumentedUris;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Endpoint;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.Test;

/** The component as route authors use it: YAML, toD, simple, properties, several clusters. */
class HpcPackDslTest extends HpcPackTestSupport {

  @Test
  void everyYamlOfTheComponentsPageIsARoute() throws Exception {
    List<String> blocks = DocumentedUris.yamlBlocks(Files.readString(TESTED.page()));
    for (String block : blocks) {
      load(block);
    }

    assertThat(blocks).isNotEmpty();
    assertThat(context().getRoutes()).hasSameSizeAs(blocks);
  }

  @Test
  void aJobIsRunFromYaml() throws Exception {
    load(
        """
        - from:
            uri: direct:run
            steps:
              - setBody:
                  constant: |
                    {"Name": "pricing", "tasks": [{"CommandLine": "quick"}]}
              - to: {uri: hpcpack:runJob, parameters: {awaitTimeout: 2h, failOnUnsuccessful: true}}
              - setBody:
                  simple: "${header.CamelHpcPackJobId} ${body.state} ${body.tasks[0][Output]}"
        """);
    CompletableFuture<Object> result = template().asyncRequestBody("direct:run", null);
    await().until(HpcPackDslTest::isSubmitted);
    advance(Duration.ofMinutes(1));

    assertThat(result).succeedsWithin(Duration.ofSeconds(10)).isEqualTo("1 Finished done");
  }

  private static boolean isSubmitted() {
    return simulator.hpcPack().jobCount() == 1 && simulator.hpcPack().jobCount("Configuring") == 0;
  }

  @Test
  void toDWithChangingIdsMakesOneEndpointAndOneConnection() throws Exception {
    simulator.hpcPack().createJobs(5, Map.of("Name", "many"));
    load(
        """
        - from:
            uri: direct:job
            steps:
              - toD: "hpcpack:getJob?jobId=${header.id}&properties=Id,State"
              - setBody:
                  simple: "${body[id]} ${body[State]}"
        """);
    for (int id = 1; id <= 5; id++) {
      assertThat(call("direct:job", null, Map.of("id", id)).getMessage().getBody())
          .isEqualTo(id + " Configuring");
    }

    assertThat(endpoints()).hasSize(1);
  }

  private List<HpcPackEndpoint> endpoints() {
    return context().getEndpoints().stream()
        .filter(HpcPackEndpoint.class::isInstance)
        .map(HpcPackEndpoint.class::cast)
        .toList();
  }

  @Test
  void endpointsOfTheSameSettingsShareOneConnection() {
    call("hpcpack:getVersion", null);
    call("hpcpack:listJobs?jobState=Running", null);

    assertThat(endpoints()).hasSize(2);
    assertThat(endpoints().get(0).service()).isSameAs(endpoints().get(1).service());
  }

  @Test
  void namesOfPropertiesAreReadWithoutRegardToCase() throws Exception {
    int job = createdJob(Map.of("Name", "plain"));
    context()
        .addRoutes(
            new RouteBuilder() {
              @Override
              public void configure() {
                from("direct:name")
                    .to("hpcpack:getJob?jobId=" + job)
                    .setBody(simple("${body[name]} ${body[Name]}"));
              }
            });

    assertThat(call("direct:name", null).getMessage().getBody()).isEqualTo("plain plain");
  }

  @Test
  void theComponentIsConfiguredByProperties() throws Exception {
    Main main = new Main();
    main.setDefaultPropertyPlaceholderLocation("false");
    main.addInitialProperty("camel.component.hpcpack.service-url", simulator.hpcPackUrl());
    main.addInitialProperty("camel.component.hpcpack.username", "hpcuser");
    main.addInitialProperty("camel.component.hpcpack.password", "secret");
    main.addInitialProperty("camel.component.hpcpack.response-timeout", "7s");
    main.addInitialProperty("camel.component.hpcpack.data-format", "xml");
    main.start();
    try {
      HpcPackEndpoint endpoint =
          main.getCamelContext().getEndpoint("hpcpack:getVersion", HpcPackEndpoint.class);

      assertThat(endpoint.getConfiguration().getResponseTimeout()).isEqualTo(7_000);
      assertThat(
              main.getCamelContext()
                  .createProducerTemplate()
                  .requestBody(endpoint, null, String.class))
          .isEqualTo("6.0.7128.0");
      assertThat(simulator.requests().all().get(0).header("accept")).contains("xml");
    } finally {
      main.stop();
    }
  }

  @Test
  void anEndpointCanTalkToASecondCluster() {
    try (HpcSimulators second =
        HpcSimulators.builder().user("other", "pass&word+1").activeHeadNode("HN02").start()) {
      String other =
          "hpcpack:getActiveHeadNode?username=other&password=RAW(pass&word+1)&serviceUrl="
              + second.hpcPackUrl();

      assertThat(call("hpcpack:getActiveHeadNode", null).getMessage().getBody()).isEqualTo("HN01");
      assertThat(call(other, null).getMessage().getBody()).isEqualTo("HN02");
    }
  }

  @Test
  void aSecondComponentUnderAnotherNameIsASecondCluster() {
    try (HpcSimulators second =
        HpcSimulators.builder().user("other", "secret2").activeHeadNode("HN02").start()) {
      HpcPackComponent component = new HpcPackComponent();
      component.getConfiguration().setServiceUrl(second.hpcPackUrl());
      component.getConfiguration().setUsername("other");
      component.getConfiguration().setPassword("secret2");
      context().addComponent("testcluster", component);
      int job = call("testcluster:createJob", Map.of()).getMessage().getBody(Integer.class);

      assertThat(call("testcluster:getActiveHeadNode", null).getMessage().getBody())
          .isEqualTo("HN02");
      assertThat(call("testcluster:getJob?jobId=" + job, null).getMessage().getBody(Map.class))
          .containsEntry("State", "Configuring");
    }
  }

  @Test
  void theConnectionIsClosedWithItsLastEndpoint() throws Exception {
    call("hpcpack:getVersion", null);
    Endpoint endpoint = endpoints().get(0);
    context().removeEndpoint(endpoint);

    assertThatThrownBy(((HpcPackEndpoint) endpoint)::service)
        .hasMessage("hpcpack:getVersion is not started, or was stopped");
    assertThat(context().createProducerTemplate().requestBody("hpcpack:getVersion", (Object) null))
        .isEqualTo("6.0.7128.0");
  }
}
