package io.github.camelhpc.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.dbapi.DbapiComponent;
import io.github.camelhpc.dbapi.DbapiException;
import io.github.camelhpc.dbapi.model.ResourceResult;
import io.github.camelhpc.dbapi.wire.AnswerReadException;
import io.github.camelhpc.dbapi.wire.AnswerReader;
import io.github.camelhpc.support.camel.LeaderOnlyPollStrategy;
import io.github.camelhpc.support.http.RetryPolicy;
import io.github.camelhpc.support.http.ServiceOperationFailedException;
import io.github.camelhpc.support.paging.Page;
import org.apache.camel.CamelException;
import org.apache.camel.CamelExchangeException;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.apache.camel.processor.aggregate.AbstractListAggregationStrategy;
import org.apache.camel.processor.aggregate.GroupedBodyAggregationStrategy;
import org.apache.camel.support.DefaultPollingConsumerPollStrategy;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.jboss.jandex.Index;
import org.junit.jupiter.api.Test;

class ComponentClassesTest {

  @Test
  void routesReadTheModelAndWhatIsShared() throws Exception {
    Index index =
        Index.of(
            DbapiComponent.class,
            DbapiException.class,
            ResourceResult.class,
            AnswerReader.class,
            Page.class,
            RetryPolicy.class);
    ComponentClasses classes = new ComponentClasses(index);

    assertThat(classes.schemes()).containsExactly("dbapi");
    assertThat(classes.readByRoutes())
        .containsExactly(
            DbapiComponent.class.getName(),
            DbapiException.class.getName(),
            ResourceResult.class.getName(),
            Page.class.getName());
  }

  @Test
  void routesNameTheExceptionsOfComponentsOfCamelAndOfTheJdk() throws Exception {
    Index index =
        Index.of(
            DbapiException.class,
            ServiceOperationFailedException.class,
            HttpOperationFailedException.class,
            AnswerReadException.class,
            AnswerReader.class,
            CamelExchangeException.class,
            CamelException.class);

    assertThat(RouteExceptions.of(index))
        .contains(
            DbapiException.class.getName(),
            AnswerReadException.class.getName(),
            CamelExchangeException.class.getName(),
            IllegalStateException.class.getName())
        .doesNotContain(AnswerReader.class.getName());
  }

  @Test
  void modelsOfComponentsThatAreNotThereAreLeftOut() throws Exception {
    assertThat(new ComponentClasses(Index.of(ResourceResult.class)).readByRoutes()).isEmpty();
  }

  @Test
  void routesNameWhatCamelBringsInTheseRoles() throws Exception {
    Index index =
        Index.of(
            AbstractListAggregationStrategy.class,
            GroupedBodyAggregationStrategy.class,
            MemoryIdempotentRepository.class,
            DefaultPollingConsumerPollStrategy.class,
            LeaderOnlyPollStrategy.class,
            SSLContextParameters.class,
            Page.class);

    assertThat(RouteBeanClasses.of(index))
        .containsExactly(
            LeaderOnlyPollStrategy.class.getName(),
            GroupedBodyAggregationStrategy.class.getName(),
            DefaultPollingConsumerPollStrategy.class.getName(),
            SSLContextParameters.class.getName(),
            MemoryIdempotentRepository.class.getName());
  }
}
