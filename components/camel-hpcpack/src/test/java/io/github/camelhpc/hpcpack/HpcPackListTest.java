package io.github.camelhpc.hpcpack;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.hpcpack.model.PropertyMap;
import io.github.camelhpc.simulators.Fault;
import io.github.camelhpc.simulators.HpcSimulators;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists in all output types, over both ways of paging. */
class HpcPackListTest extends HpcPackTestSupport {

  @Override
  protected RoutesBuilder createRouteBuilder() {
    return new RouteBuilder() {
      @Override
      public void configure() {
        from("direct:stream")
            .to("hpcpack:listJobs?outputType=StreamList&rowsPerRead=10")
            .split(body())
            .streaming()
            .to("mock:entry");
        from("direct:abandon")
            .to("hpcpack:listJobs?outputType=StreamList&rowsPerRead=10")
            .process(exchange -> exchange.getMessage().getBody(Iterator.class).next())
            .throwException(new IllegalStateException("enough"));
        from("direct:pages")
            .loopDoWhile(simple("${header.CamelHpcPackQueryId} != null || ${header.first}"))
            .removeHeader("first")
            .to("hpcpack:listJobs?outputType=Page&rowsPerRead=10")
            .to("mock:page")
            .end();
      }
    };
  }

  private static void jobs(int count) {
    simulator.hpcPack().createJobs(count, Map.of("Name", "many"));
  }

  private static long requests() {
    return simulator.requests().count("GET", "/hpc/jobs");
  }

  private static List<String> ids(List<PropertyMap> jobs) {
    return jobs.stream().map(job -> job.get("Id")).toList();
  }

  @SuppressWarnings("unchecked")
  private List<PropertyMap> list(String options) {
    return call("hpcpack:listJobs?" + options, null).getMessage().getBody(List.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "xml"})
  void aListHasAllPages(String format) {
    jobs(25);

    List<PropertyMap> all = list("rowsPerRead=10&dataFormat=" + format);

    assertThat(ids(all)).hasSize(25).startsWith("1", "2").endsWith("25").doesNotHaveDuplicates();
    assertThat(requests()).isEqualTo(3);
  }

  @Test
  void aListCanStartAtARow() {
    jobs(25);

    List<PropertyMap> all = list("rowsPerRead=10&startRow=3&sortBy=Id&ascending=false");

    assertThat(ids(all)).hasSize(22).startsWith("22", "21").endsWith("1");
    assertThat(requests()).isEqualTo(3);
  }

  @Test
  void maxResultsEndsReading() {
    jobs(95);

    assertThat(list("rowsPerRead=10&maxResults=15")).hasSize(15);
    assertThat(requests()).isEqualTo(2);
  }

  @Test
  void aStreamIsSplitEntryByEntry() throws Exception {
    jobs(25);
    getMockEndpoint("mock:entry").expectedMessageCount(25);

    template().sendBody("direct:stream", null);

    getMockEndpoint("mock:entry").assertIsSatisfied();
    assertThat(getMockEndpoint("mock:entry").getExchanges().get(24).getMessage().getBody(Map.class))
        .containsEntry("Id", "25");
  }

  @Test
  void aStreamThatIsAbandonedReadsNoFurtherPages() {
    jobs(95);

    Exchange exchange = send("direct:abandon", null, Map.of());

    assertThat(exchange.getException()).hasMessageContaining("enough");
    Iterator<?> stream = exchange.getMessage().getBody(Iterator.class);
    assertThat(stream.hasNext()).isFalse();
    assertThat(requests()).as("the page in hand, and the one ahead").isLessThanOrEqualTo(2);
  }

  @Test
  void pagesAreAskedForWithTheHeaderOfThePageBefore() throws Exception {
    jobs(25);
    getMockEndpoint("mock:page").expectedMessageCount(3);

    Exchange last = call("direct:pages", null, new HashMap<>(Map.of("first", true)));

    getMockEndpoint("mock:page").assertIsSatisfied();
    assertThat(last.getMessage().getHeaders()).doesNotContainKey(HpcPackConstants.QUERY_ID);
    assertThat(requests()).isEqualTo(3);
  }

  @Test
  void pagesByRowTellTheTotal() {
    jobs(25);

    Exchange first = call("hpcpack:listJobs?outputType=Page&rowsPerRead=10&startRow=0", null);
    assertThat(first.getMessage().getHeader(HpcPackConstants.ROW_COUNT)).isEqualTo(25L);
    assertThat(first.getMessage().getHeader(HpcPackConstants.START_ROW)).isEqualTo("10");

    Exchange last =
        call(
            "hpcpack:listJobs?outputType=Page&rowsPerRead=10",
            null,
            Map.of(HpcPackConstants.START_ROW, 20));
    assertThat(last.getMessage().getBody(List.class)).hasSize(5);
    assertThat(last.getMessage().getHeaders()).doesNotContainKey(HpcPackConstants.START_ROW);
  }

  @Test
  void aListIsReadAnewWhenTheServerLostTheContinuation() {
    jobs(25);
    simulator.faults().next(Fault.stall(Duration.ZERO), Fault.status(400).body("no such query"));

    List<PropertyMap> all = list("rowsPerRead=10");

    assertThat(ids(all)).hasSize(25).doesNotHaveDuplicates();
    assertThat(requests()).as("two, of which the second failed, and three").isEqualTo(5);
  }

  @Test
  void aContinuationExpires() {
    jobs(25);
    Exchange first = call("hpcpack:listJobs?outputType=Page&rowsPerRead=10", null);
    Map<String, Object> next =
        Map.of(HpcPackConstants.QUERY_ID, first.getMessage().getHeader(HpcPackConstants.QUERY_ID));
    advance(Duration.ofMinutes(61));

    Exchange late = send("hpcpack:listJobs?outputType=Page&rowsPerRead=10", null, next);

    assertThat(late.getException()).isInstanceOf(HpcPackException.class);
  }

  @Test
  void anEmptyListIsEmpty() {
    assertThat(list("rowsPerRead=10")).isEmpty();
  }

  @Test
  void anOldServerIsNotAskedForRows() {
    try (HpcSimulators old =
        HpcSimulators.builder().user("hpcuser", "secret").hpcPackVersion("5.3.6435.0").start()) {
      old.hpcPack().createJobs(25, Map.of());
      Exchange exchange =
          send("hpcpack:listJobs?startRow=10&serviceUrl=" + old.hpcPackUrl(), null, Map.of());

      assertThat(exchange.getException())
          .isInstanceOf(IOException.class)
          .hasMessageContaining("does not know startRow")
          .hasMessageContaining("remove the option startRow");
      assertThat(
              call("hpcpack:listJobs?rowsPerRead=10&serviceUrl=" + old.hpcPackUrl(), null)
                  .getMessage()
                  .getBody(List.class))
          .hasSize(25);
    }
  }
}
