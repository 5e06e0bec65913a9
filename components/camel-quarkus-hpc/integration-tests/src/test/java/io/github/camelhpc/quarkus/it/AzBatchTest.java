package io.github.camelhpc.quarkus.it;

import static io.github.camelhpc.quarkus.it.Routes.ask;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Services.class)
class AzBatchTest {

  @Test
  void runsTasksAndReadsTheirResults() {
    String tasks =
        "{\"tasks\": [{\"id\": \"a\", \"commandLine\": \"x\"}, {\"id\": \"b\", \"commandLine\": \"y\"}]}";
    assertThat(ask("/azbatch/run", tasks)).startsWith("2 ").contains("a=0", "b=0");
  }

  @Test
  void readsTypedObjects() {
    assertThat(ask("/azbatch/preparation")).isEqualTo("node-1 7 FailureExitCode");
  }

  @Test
  void writesTypedObjectsAsJson() {
    assertThat(ask("/azbatch/preparation-json"))
        .contains("\"nodeId\":\"node-1\"", "\"exitCode\":7", "\"code\":\"FailureExitCode\"");
  }

  @Test
  void readsErrors() {
    assertThat(ask("/azbatch/error")).isEqualTo("404 JobNotFound false");
  }

  @Test
  void saysThatALibraryIsMissing() {
    assertThat(ask("/azbatch/without-azure-identity")).contains("com.azure:azure-identity");
  }

  @Test
  void watchesNodes() {
    assertThat(ask("/azbatch/changes")).isEqualTo("prepared 7");
  }
}
