package io.github.camelhpc.quarkus.it;

import static io.github.camelhpc.quarkus.it.Routes.ask;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Services.class)
class DbapiTest {

  private static final String QUERY = "vm[=name rx vm001][@cpuUsage rx b .*]";

  @Test
  void answersAQueryAsCsv() {
    assertThat(ask("/dbapi/csv", QUERY).lines())
        .hasSizeGreaterThan(30)
        .anyMatch(line -> line.contains("vm001") && line.contains("cpu Usage"));
  }

  @Test
  void answersAQueryAsRows() {
    assertThat(ask("/dbapi/rows", QUERY)).isEqualTo("vm001 %");
  }

  @Test
  void answersAQueryAsResources() {
    assertThat(ask("/dbapi/resources", QUERY)).isEqualTo("vm#vm001 true");
  }

  @Test
  void writesResourcesAsJson() {
    assertThat(ask("/dbapi/resources-json", QUERY)).contains("vm#vm001", "cpu Usage");
  }

  @Test
  void readsErrors() {
    assertThat(ask("/dbapi/error")).matches("\\d{3} [A-Z_]+");
  }

  @Test
  void watchesARequest() {
    assertThat(ask("/dbapi/changes")).isNotEmpty();
  }
}
