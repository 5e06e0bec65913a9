package io.github.camelhpc.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.camel.catalog.CamelCatalog;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.catalog.EndpointValidationResult;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The example of docs/tooling.md. */
class MyUrisTest {

  private final CamelCatalog catalog = HpcCatalog.addTo(new DefaultCamelCatalog());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hpcpack:listJobs?jobState=Failed&properties=Id,Name,State",
        "dbapi:runQuery?startTime=now-1h&endTime=now&resultFormat=CSV"
      })
  void isValid(String uri) {
    EndpointValidationResult result = catalog.validateEndpointProperties(uri);

    assertThat(result.isSuccess()).as(result.summaryErrorMessage(true)).isTrue();
  }
}
