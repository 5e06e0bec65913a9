package io.github.camelhpc.hpcpack;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.test.ComponentUrisTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentedUrisTest extends ComponentUrisTest<HpcPackOperation> {

  DocumentedUrisTest() {
    super(HpcPackTestSupport.TESTED);
  }

  @Test
  void theComponentsPageHasUris() throws IOException {
    assertThat(urisOfThePage())
        .hasSizeGreaterThan(5)
        .anyMatch(uri -> uri.startsWith("hpcpack:runJob?awaitTimeout="));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "see `hpcpack:getJobb?jobId=1`",
        "see `hpcpack:getJob?jobbId=1`",
        "from(\"hpcpack:listJobs?emit=sometimes\")",
        "to(\"hpcpack:getJob?taskId=3\")",
        "```yaml\n- from: {uri: hpcpack:listJobs, parameters: {dellay: 15s}}\n```\n",
        "```yaml\n- from:\n    uri: direct:a\n    steps:\n      - to: hpcpack:sumbitJob\n```\n",
        "```yaml\n- from:\n    uri: hpcpack:listJobs\n    parameters: {jobState: Runing}\n```\n"
      })
  void aMisspeltUriIsFound(String document) {
    assertMisspelt(document);
  }
}
