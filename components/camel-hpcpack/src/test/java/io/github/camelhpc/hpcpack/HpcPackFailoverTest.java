package io.github.camelhpc.hpcpack;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.simulators.Fault;
import io.github.camelhpc.simulators.HpcSimulators;
import java.net.ConnectException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A cluster with two head nodes, {@code 127.0.0.1} and {@code localhost}. */
class HpcPackFailoverTest extends HpcPackTestSupport {

  private static final String DEAD = "http://127.0.0.1:1/hpc";

  private HpcSimulators second;

  @BeforeEach
  void startSecond() {
    second = HpcSimulators.builder().user("hpcuser", "secret").activeHeadNode("localhost").start();
  }

  @AfterEach
  void stopSecond() {
    second.close();
  }

  private String secondUrl() {
    return second.hpcPackUrl().replace("127.0.0.1", "localhost");
  }

  private void serviceUrl(String... urls) {
    context()
        .getComponent("hpcpack", HpcPackComponent.class)
        .getConfiguration()
        .setServiceUrl(String.join(", ", urls));
  }

  private Object version() {
    return call("hpcpack:getVersion", null).getMessage().getBody();
  }

  @Test
  void theNextIsUsedWhenTheFirstIsDeadAndIsRemembered() {
    serviceUrl(DEAD, secondUrl());

    assertThat(version()).isEqualTo("6.0.7128.0");
    assertThat(version()).isEqualTo("6.0.7128.0");
    assertThat(call("hpcpack:createJob", Map.of()).getMessage().getBody()).isEqualTo(1);

    assertThat(second.requests().count("GET", "/hpc/cluster/version")).isEqualTo(2);
    assertThat(second.requests().count("GET", "/hpc/cluster/activeHeadNode"))
        .as("the good one is remembered")
        .isEqualTo(1);
    assertThat(second.hpcPack().jobCount()).isEqualTo(1);
  }

  @Test
  void theActiveOneIsUsedWhenTheFirstIsNotActive() {
    try (HpcSimulators passive =
        HpcSimulators.builder().user("hpcuser", "secret").activeHeadNode("LOCALHOST").start()) {
      serviceUrl(passive.hpcPackUrl(), secondUrl());

      version();
      version();

      assertThat(passive.requests().all())
          .singleElement()
          .hasToString("GET /hpc/cluster/activeHeadNode 200");
      assertThat(second.requests().count()).isEqualTo(2);
    }
  }

  @Test
  void theFirstIsUsedAgainWhenTheSecondFails() {
    try (HpcSimulators first =
        HpcSimulators.builder().user("hpcuser", "secret").activeHeadNode("127.0.0.1").start()) {
      serviceUrl(first.hpcPackUrl(), secondUrl());
      version();
      assertThat(second.requests().count()).isZero();

      first.faults().percentage(100, Fault.resetBeforeAnswer());
      version();
      assertThat(second.requests().count("GET", "/hpc/cluster/version")).isEqualTo(1);

      first.faults().clear();
      second.faults().percentage(100, Fault.status(503));
      long before = first.requests().count("GET", "/hpc/cluster/version");
      version();
      version();
      assertThat(first.requests().count("GET", "/hpc/cluster/version")).isEqualTo(before + 2);
    }
  }

  @Test
  void whenAllAreDeadTheFailureNamesTheOption() {
    serviceUrl(DEAD, "http://localhost:1/hpc");

    assertThat(send("hpcpack:getVersion?maxRetries=1", null, Map.of()).getException())
        .isInstanceOf(ConnectException.class)
        .hasMessageContaining("check the option serviceUrl");
  }
}
