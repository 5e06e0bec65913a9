package io.github.camelhpc.azbatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.simulators.LoggedRequest;
import io.github.camelhpc.support.operation.InvalidParameterException;
import io.github.camelhpc.support.paging.PageIterator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists that come in pages. */
class AzBatchPagingTest extends AzBatchTestSupport {

  @Override
  protected RoutesBuilder createRouteBuilder() {
    return new RouteBuilder() {
      @Override
      public void configure() {
        from("direct:stream")
            .to("azbatch:listTasks?jobId=j1&maxResults=10&outputType=StreamList")
            .split(body())
            .streaming()
            .to("mock:tasks");
        from("direct:abandon")
            .to("azbatch:listTasks?jobId=j1&maxResults=10&outputType=StreamList")
            .setHeader("first", simple("${body.next[id]}"))
            .setBody(constant("enough"));
        from("direct:pages")
            .to("azbatch:listTasks?jobId=j1&maxResults=10&outputType=Page")
            .to("mock:pages")
            .filter(header(AzBatchConstants.NEXT_LINK).isNotNull())
            .to("direct:pages");
      }
    };
  }

  private void jobWithTasks(int count) {
    job("j1");
    for (int i = 0; i < count; i++) {
      simulator.azBatch().createTask("j1", "t%03d".formatted(i), "run");
    }
  }

  private List<LoggedRequest> pages() {
    return requests("GET", "/jobs/j1/tasks");
  }

  @Test
  void aListIsCollectedFromAllPages() {
    jobWithTasks(25);

    List<Map<String, Object>> tasks = list("azbatch:listTasks?jobId=j1&maxResults=10");

    assertThat(tasks)
        .extracting(task -> task.get("id"))
        .hasSize(25)
        .isSorted()
        .doesNotHaveDuplicates();
    assertThat(pages()).hasSize(3);
    assertThat(pages().get(0).query()).contains("maxresults=10").doesNotContain("skiptoken");
  }

  @Test
  void theLinkToTheNextPageIsFollowedAsTheServiceWroteIt() {
    jobWithTasks(25);

    List<String> links = new ArrayList<>();
    Exchange page =
        call("azbatch:listTasks?jobId=j1&maxResults=10&outputType=Page&select=id", null);
    while (page.getMessage().getHeader(AzBatchConstants.NEXT_LINK) != null) {
      String link = page.getMessage().getHeader(AzBatchConstants.NEXT_LINK, String.class);
      links.add(link);
      page =
          call(
              "azbatch:listTasks?jobId=j1&outputType=Page",
              null,
              Map.of(AzBatchConstants.NEXT_LINK, link));
    }

    assertThat(links).hasSize(2).allMatch(link -> link.matches(".*\\$skiptoken=.*[/:=].*"));
    assertThat(pages()).hasSize(3);
    for (int i = 0; i < links.size(); i++) {
      LoggedRequest followed = pages().get(i + 1);
      assertThat(simulator.azBatchUrl() + followed.path() + "?" + followed.query())
          .isEqualTo(links.get(i));
    }
    assertThat(page.getMessage().getBody(List.class)).hasSize(5);
  }

  @Test
  void aStreamIsReadOnePageAhead() throws Exception {
    jobWithTasks(35);
    MockEndpoint tasks = getMockEndpoint("mock:tasks");
    tasks.expectedMessageCount(35);
    List<Integer> pagesReadAt = new ArrayList<>();
    tasks.whenAnyExchangeReceived(e -> pagesReadAt.add(pages().size()));

    call("direct:stream", null);

    tasks.assertIsSatisfied();
    assertThat(pages()).hasSize(4);
    assertThat(pagesReadAt.get(0)).isLessThanOrEqualTo(2);
    assertThat(pagesReadAt.get(15)).isLessThanOrEqualTo(3);
  }

  @Test
  void aStreamThatIsAbandonedReadsNoFurtherPages() {
    jobWithTasks(100);

    Exchange exchange = call("direct:abandon", null);

    assertThat(exchange.getMessage().getHeader("first")).isEqualTo("t000");
    assertThat(pages().size()).isLessThanOrEqualTo(2);
  }

  @Test
  void pagesCanBeReadByARouteThatCallsItself() throws Exception {
    jobWithTasks(25);
    MockEndpoint pages = getMockEndpoint("mock:pages");
    pages.expectedMessageCount(3);

    call("direct:pages", null);

    pages.assertIsSatisfied();
    assertThat(pages.getReceivedExchanges())
        .extracting(page -> page.getMessage().getBody(List.class).size())
        .containsExactly(10, 10, 5);
    assertThat(pages.getReceivedExchanges().get(2).getMessage().getHeaders())
        .doesNotContainKey("CamelAzBatchNextLink");
  }

  @ParameterizedTest
  @CsvSource({"5, 5, 1", "10, 10, 1", "11, 11, 2", "99, 25, 3"})
  void limitBoundsTheWholeList(int limit, int entries, int requests) {
    jobWithTasks(25);

    assertThat(list("azbatch:listTasks?jobId=j1&maxResults=10&limit=" + limit)).hasSize(entries);

    assertThat(pages()).hasSize(requests);
  }

  @Test
  void aPageOfNoEntriesIsRefusedBeforeItIsAskedFor() {
    assertThat(failure("azbatch:listJobs?maxResults=0", null))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessage(
            "azbatch:listJobs: maxResults must be at least 1, not 0; change the option maxResults"
                + " or the header CamelAzBatchMaxResults");
    assertThat(simulator.requests().count()).isZero();
  }

  @Test
  void aLinkThatIsNoneIsRefused() {
    assertThat(
            send(
                    "azbatch:listJobs?outputType=Page",
                    null,
                    Map.of(AzBatchConstants.NEXT_LINK, "/jobs?api-version=1"))
                .getException())
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("nextLink must be the absolute URL that the page before gave");
    assertThat(simulator.requests().count()).isZero();
  }

  @Test
  void aStreamIsAnIterator() {
    jobWithTasks(1);
    advance(Duration.ofMinutes(1));

    assertThat(answer("azbatch:listTasks?jobId=j1&outputType=StreamList", null))
        .isInstanceOf(PageIterator.class);
  }
}
