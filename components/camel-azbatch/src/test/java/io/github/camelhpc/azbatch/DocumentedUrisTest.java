package io.github.camelhpc.azbatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.test.ComponentUrisTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentedUrisTest extends ComponentUrisTest<BatchOperation> {

  DocumentedUrisTest() {
    super(AzBatchTestSupport.TESTED);
  }

  @Test
  void theComponentsPageHasUris() throws IOException {
    assertThat(urisOfThePage())
        .hasSizeGreaterThan(10)
        .anyMatch(uri -> uri.startsWith("azbatch:runTasks?poolId="));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "see `azbatch:getJobs?jobId=j`",
        "see `azbatch:getJob?job=j`",
        "to(\"azbatch:getJob?jobId=j&filter=x\")",
        "```yaml\n- from: {uri: azbatch:listJobs, parameters: {dellay: 15s}}\n```\n",
        "```yaml\n- from:\n    uri: direct:a\n    steps:\n      - to: azbatch:adJob\n```\n"
      })
  void aMisspeltUriIsFound(String document) {
    assertMisspelt(document);
  }
}
