package io.github.camelhpc.hpcsoa;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.test.ComponentUrisTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentedUrisTest extends ComponentUrisTest<SoaOperation> {

  DocumentedUrisTest() {
    super(HpcSoaTestSupport.TESTED);
  }

  @Test
  void theComponentsPageHasUris() throws IOException {
    assertThat(urisOfThePage())
        .hasSizeGreaterThan(5)
        .anyMatch(uri -> uri.startsWith("hpcsoa:runBatch?serviceName="));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "see `hpcsoa:getResponsess?batch=b`",
        "see `hpcsoa:getResponses?batsh=b`",
        "to(\"hpcsoa:purgeBatch?commit=true\")",
        "```yaml\n- from: {uri: hpcsoa:getResponses, parameters: {dellay: 15s}}\n```\n",
        "```yaml\n- from:\n    uri: direct:a\n    steps:\n      - to: hpcsoa:closeSesion\n```\n"
      })
  void aMisspeltUriIsFound(String document) {
    assertMisspelt(document);
  }
}
