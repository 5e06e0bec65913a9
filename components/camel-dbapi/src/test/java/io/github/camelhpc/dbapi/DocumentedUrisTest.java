package io.github.camelhpc.dbapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.test.ComponentUrisTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentedUrisTest extends ComponentUrisTest<DbapiOperation> {

  DocumentedUrisTest() {
    super(DbapiTestSupport.TESTED);
  }

  @Test
  void theComponentsPageHasUris() throws IOException {
    assertThat(urisOfThePage())
        .hasSizeGreaterThan(5)
        .anyMatch(uri -> uri.startsWith("dbapi:runQuery?"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "see `dbapi:getStatuses?requestId=1_2`",
        "see `dbapi:getStatus?request=1_2`",
        "to(\"dbapi:getStatus?requestId=1_2&maxResults=7\")",
        "```yaml\n- from: {uri: dbapi:getStatus, parameters: {dellay: 15s}}\n```\n",
        "```yaml\n- from:\n    uri: direct:a\n    steps:\n      - to: dbapi:runQuerry\n```\n"
      })
  void aMisspeltUriIsFound(String document) {
    assertMisspelt(document);
  }
}
