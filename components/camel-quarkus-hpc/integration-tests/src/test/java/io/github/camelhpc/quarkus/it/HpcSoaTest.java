package io.github.camelhpc.quarkus.it;

import static io.github.camelhpc.quarkus.it.Routes.ask;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Services.class)
class HpcSoaTest {

  @Test
  void runsABatchAndStreamsItsResponses() {
    String rows = "call,100,100,1,0.05,0.2\nput,100,100,1,0.05,0.2\nswap,100,100,1,0.05,0.2";
    assertThat(ask("/hpcsoa/price", rows).split(";"))
        .contains("1 10.450584", "2 5.573526")
        .anyMatch(line -> line.startsWith("3 failed: An option is a call or a put"));
  }

  @Test
  void makesASessionWithSettings() {
    assertThat(ask("/hpcsoa/session")).matches("(\\d+) \\1");
  }

  @Test
  void readsErrors() {
    assertThat(ask("/hpcsoa/error")).matches("\\d{3} hpcsoa:attachSession \\w+");
  }

  @Test
  void consumesResponses() {
    assertThat(ask("/hpcsoa/responses")).startsWith("row ");
  }
}
