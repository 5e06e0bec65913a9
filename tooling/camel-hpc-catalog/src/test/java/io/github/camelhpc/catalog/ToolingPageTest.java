package io.github.camelhpc.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The classes on the page are those that the tests run. */
class ToolingPageTest {

  private static final Path PAGE = Path.of("../../docs/tooling.md");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "camel-hpc-catalog/src/test/java/io/github/camelhpc/catalog/MyUrisTest.java",
        "camel-hpc-endpointdsl/src/test/java/io/github/camelhpc/endpointdsl/BurstRoutes.java"
      })
  void thePageHasTheClass(String source) throws IOException {
    String type =
        Files.readString(Path.of("..", source)).replaceFirst("(?s).*?\n((public )?class )", "$1");

    assertThat(Files.readString(PAGE)).contains("```java\n" + type + "```\n");
  }
}
