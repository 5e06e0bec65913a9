package io.github.camelhpc.reliability.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.azbatch.AzBatchConstants;
import io.github.camelhpc.dbapi.DbapiConstants;
import io.github.camelhpc.hpcpack.HpcPackConstants;
import io.github.camelhpc.hpcsoa.HpcSoaConstants;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.kafka.KafkaConfiguration;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.HeaderFilterStrategy;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.DefaultHeaderFilterStrategy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Headers that set parameters, in messages from outside: what docs/reliability.md says of them. */
class ParametersFromOutsideTest {

  private final DefaultCamelContext context = new DefaultCamelContext();

  @BeforeEach
  void startContext() {
    context.start();
  }

  @AfterEach
  void stopContext() {
    context.stop();
  }

  private static List<String> headers() {
    return Stream.of(
            HpcPackConstants.class,
            HpcSoaConstants.class,
            AzBatchConstants.class,
            DbapiConstants.class)
        .flatMap(constants -> Arrays.stream(constants.getFields()))
        .map(ParametersFromOutsideTest::text)
        .toList();
  }

  private static String text(Field constant) {
    try {
      return (String) constant.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> spellings(String header) {
    return List.of(
        header, header.toLowerCase(Locale.ROOT), header.toUpperCase(Locale.ROOT), mixed(header));
  }

  private static String mixed(String header) {
    return "cA" + header.substring(2);
  }

  @Test
  void theConsumerOfKafkaDropsThem() {
    HeaderFilterStrategy filter = new KafkaConfiguration().getHeaderFilterStrategy();
    Exchange exchange = new DefaultExchange(context);

    assertThat(headers())
        .flatMap(ParametersFromOutsideTest::spellings)
        .allMatch(spelt -> filter.applyFilterToExternalHeaders(spelt, "1", exchange));
  }

  /** The filter of JMS is Camel's general one with two beginnings, which looks at the case. */
  @Test
  void theFilterThatJmsHasDropsThemInTwoSpellingsOnly() {
    DefaultHeaderFilterStrategy filter = new DefaultHeaderFilterStrategy();
    filter.setInFilterStartsWith(DefaultHeaderFilterStrategy.CAMEL_FILTER_STARTS_WITH);
    Exchange exchange = new DefaultExchange(context);

    assertThat(headers())
        .allSatisfy(
            header -> {
              assertThat(spellings(header))
                  .filteredOn(spelt -> filter.applyFilterToExternalHeaders(spelt, "1", exchange))
                  .containsExactly(header, header.toLowerCase(Locale.ROOT));
              exchange.getMessage().setHeader(mixed(header), "1");
              assertThat(exchange.getMessage().getHeader(header)).isEqualTo("1");
            });
  }

  @Test
  void removeHeadersRemovesThemHoweverTheyAreSpelt() throws Exception {
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:in").removeHeaders("Camel*");
          }
        });
    Map<String, Object> outside =
        headers().stream().collect(Collectors.toMap(ParametersFromOutsideTest::mixed, h -> "1"));
    outside.put("kept", "1");

    Exchange done =
        context
            .createProducerTemplate()
            .request("direct:in", exchange -> exchange.getMessage().setHeaders(outside));

    assertThat(done.getMessage().getHeaders()).containsOnlyKeys("kept");
  }
}
