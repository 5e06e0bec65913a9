package io.github.camelhpc.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.dbapi.DbapiComponent;
import io.quarkus.test.QuarkusUnitTest;
import jakarta.inject.Inject;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An application with one of the four components. */
class OneComponentTest {

  @RegisterExtension
  static final QuarkusUnitTest APPLICATION =
      new QuarkusUnitTest()
          .withEmptyApplication()
          .setLogRecordPredicate(record -> record.getMessage().startsWith("Installed features"))
          .assertLogRecords(
              records ->
                  assertThat(records)
                      .singleElement()
                      .satisfies(
                          record ->
                              assertThat(record.getParameters()[0].toString())
                                  .contains("camel-hpc", "camel-dbapi")
                                  .doesNotContain("hpcpack", "hpcsoa", "azbatch")));

  @Inject CamelContext context;

  @Test
  void theComponentIsThereAndNoOther() {
    assertThat(context.getComponent("dbapi")).isInstanceOf(DbapiComponent.class);
    assertThat(context.getComponent("hpcpack")).isNull();
  }
}
