package io.github.camelhpc.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.processor.ThrottlerRejectedExecutionException;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FailuresTest {

  private final DefaultCamelContext context = new DefaultCamelContext();
  private final Failures failures = new Failures();

  @AfterEach
  void close() throws IOException {
    context.close();
  }

  private Exchange failed(Throwable failure) {
    Exchange exchange = new DefaultExchange(context);
    exchange.setProperty(ExchangePropertyKey.EXCEPTION_CAUGHT, failure);
    return exchange;
  }

  @Test
  void aDefectTellsAClientNothingOfTheInside() {
    for (Exception defect :
        new Exception[] {
          new NullPointerException("Cannot invoke \"io.github.camelhpc.Some.thing()\""),
          new IllegalStateException(),
          new ClassCastException("class java.lang.String cannot be cast to class java.util.Map")
        }) {
      Exchange exchange = failed(defect);
      assertThat(failures.httpStatus(exchange)).isEqualTo(500);
      assertThat(failures.answer(exchange))
          .isEqualTo(
              Map.of("error", "the request failed inside the application; its log says why"));
      assertThat(failures.sentence(exchange)).isNotBlank();
    }
  }

  @Test
  void whatIsNoDefectIsTold() {
    Exchange exchange = failed(new IOException("the cluster cannot be reached"));
    assertThat(failures.httpStatus(exchange)).isEqualTo(503);
    assertThat(failures.answer(exchange))
        .isEqualTo(Map.of("error", "the cluster cannot be reached"));
  }

  @Test
  void jobsAboveTheRateAreRefusedWithTheNameOfTheSetting() {
    Exchange exchange = failed(new ThrottlerRejectedExecutionException(""));
    assertThat(failures.httpStatus(exchange)).isEqualTo(429);
    assertThat(failures.answer(exchange).get("error"))
        .contains("app.api.submissions-per-second", "try again");
  }
}
