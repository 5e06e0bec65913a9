package io.github.camelhpc.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.apache.camel.catalog.CamelCatalog;
import org.apache.camel.catalog.ConfigurationPropertiesValidationResult;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.catalog.EndpointValidationResult;
import org.apache.camel.catalog.suggest.CatalogSuggestionStrategy;
import org.apache.camel.tooling.model.ComponentModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A catalogue knows the components; their jars are not on the class path of this test. */
class HpcCatalogTest {

  private final CamelCatalog catalog = HpcCatalog.addTo(new DefaultCamelCatalog());

  static List<String> schemes() {
    return HpcCatalog.schemes();
  }

  @ParameterizedTest
  @MethodSource("schemes")
  void aComponentHasItsModel(String scheme) {
    ComponentModel model = catalog.componentModel(scheme);

    assertThat(model.getScheme()).isEqualTo(scheme);
    assertThat(model.getArtifactId()).isEqualTo("camel-" + scheme);
    assertThat(model.getEndpointOptions()).hasSizeGreaterThan(50);
    assertThat(model.getComponentOptions()).hasSizeGreaterThan(40);
    assertThat(model.getEndpointHeaders()).isNotEmpty();
    assertThatThrownBy(() -> Class.forName(model.getJavaType()))
        .isInstanceOf(ClassNotFoundException.class);
  }

  @Test
  void theComponentsAreListedNextToCamelsOwn() {
    HpcCatalog.addTo(catalog);

    assertThat(catalog.findComponentNames())
        .containsAll(HpcCatalog.schemes())
        .contains("timer", "file")
        .doesNotHaveDuplicates();
    assertThat(new DefaultCamelCatalog().findComponentNames())
        .doesNotContainAnyElementsOf(HpcCatalog.schemes());
    assertThat(catalog.listComponentsAsJson()).contains("\"camel-hpcsoa\"");
  }

  @Test
  void theComponentsAreListedByACatalogueThatHasAnsweredBefore() {
    CamelCatalog caching = new DefaultCamelCatalog(true);
    caching.findComponentNames();

    HpcCatalog.addTo(caching);

    assertThat(caching.findComponentNames()).containsAll(HpcCatalog.schemes());
  }

  @Test
  void aUriIsReadAndWritten() throws Exception {
    String uri = "hpcpack:listJobs?delay=15000&jobState=Failed";

    Map<String, String> properties = catalog.endpointProperties(uri);

    assertThat(properties)
        .containsEntry("operation", "listJobs")
        .containsEntry("delay", "15000")
        .containsEntry("jobState", "Failed");
    assertThat(catalog.asEndpointUri("hpcpack", properties, false)).isEqualTo(uri);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hpcpack:runJob?awaitTimeout=2h&failOnUnsuccessful=true",
        "hpcsoa:runBatch?serviceName=PricingService&genericService=true",
        "azbatch:runTasks?poolId=render&outputType=StreamList&jobCleanup=DELETE",
        "dbapi:runQuery?startTime=now-1h&endTime=now&resultFormat=CSV",
        "hpcpack:getJob?jobId=${header.id}",
        "hpcpack:listJobs?serviceUrl={{cluster}}"
      })
  void aGoodUriIsValid(String uri) {
    EndpointValidationResult result = catalog.validateEndpointProperties(uri);

    assertThat(result.isSuccess()).as(result.summaryErrorMessage(false)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hpcpack:listJobs?jobSate=Failed | jobSate | jobState",
        "azbatch:runTasks?poolID=render | poolID | poolId",
        "hpcsoa:runBatch?servicename=x | servicename | serviceName",
        "dbapi:runQuery?startime=now | startime | startTime"
      })
  void aMisspeltOptionIsFoundAndTheRightOneSuggested(String uri, String wrong, String right) {
    catalog.setSuggestionStrategy(new CatalogSuggestionStrategy());

    EndpointValidationResult result = catalog.validateEndpointProperties(uri);

    assertThat(result.getUnknown()).containsExactly(wrong);
    assertThat(result.getUnknownSuggestions().get(wrong)).contains(right);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hpcpack:listJobs?jobState=Runing | jobState",
        "hpcpack:listJob | operation",
        "azbatch:listJobs?outputType=Stream | outputType",
        "hpcsoa:getResponses?emit=often | emit",
        "dbapi:query?httpMethod=PUT | httpMethod"
      })
  void aValueThatIsNotAllowedIsFound(String uri, String option) {
    EndpointValidationResult result = catalog.validateEndpointProperties(uri);

    assertThat(result.getInvalidEnum()).containsOnlyKeys(option);
  }

  @Test
  void aMisspeltLineOfApplicationPropertiesIsFound() {
    ConfigurationPropertiesValidationResult good =
        catalog.validateConfigurationProperty(
            "camel.component.hpcpack.service-url = https://headnode/hpc");
    ConfigurationPropertiesValidationResult misspelt =
        catalog.validateConfigurationProperty("camel.component.hpcpack.service-uri = x");

    assertThat(good.isSuccess()).as(good.summaryErrorMessage(false)).isTrue();
    assertThat(misspelt.isSuccess()).isFalse();
    assertThat(misspelt.summaryErrorMessage(false)).contains("service-uri");
  }

  @Test
  void theJarAloneMakesACatalogueKnowTheComponents() {
    CamelCatalog untouched = new DefaultCamelCatalog();

    assertThat(untouched.validateEndpointProperties("hpcpack:listJobs?jobSate=x").getUnknown())
        .containsExactly("jobSate");
  }

  @Test
  void anotherSchemeIsRefused() {
    assertThatThrownBy(() -> HpcCatalog.schema("hpc"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no component has the scheme 'hpc'; there are azbatch, dbapi, hpcpack, hpcsoa");
  }
}
