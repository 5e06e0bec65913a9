package io.github.camelhpc.app;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.azbatch.AzBatchConstants;
import io.github.camelhpc.dbapi.DbapiConstants;
import io.github.camelhpc.hpcpack.HpcPackConstants;
import io.github.camelhpc.hpcsoa.HpcSoaConstants;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spi.HeaderFilterStrategy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who calls a route by HTTP does not set a parameter of what the route calls. */
@QuarkusTest
@QuarkusTestResource(SimulatedCluster.class)
class HeadersFromOutsideTest {

  /** What the route says, and what a caller would like. */
  private static final String OURS = "47110815";

  private static final String THEIRS = "66600666";

  /** A call whose target depends on a parameter. */
  enum Target {
    HPCPACK("hpcpack:getJob?jobId=" + OURS, HpcPackConstants.JOB_ID),
    HPCSOA(
        "hpcsoa:getRequestStatus?sessionId=1&brokerNode=127.0.0.1&batch=" + OURS,
        HpcSoaConstants.BATCH),
    AZBATCH("azbatch:getJob?jobId=" + OURS, AzBatchConstants.JOB_ID),
    DBAPI("dbapi:getStatus?dataset=defaultDs&requestId=" + OURS, DbapiConstants.REQUEST_ID);

    private final String uri;
    private final String header;

    Target(String uri, String header) {
      this.uri = uri;
      this.header = header;
    }

    List<String> spellings() {
      return List.of(
          header,
          header.toLowerCase(Locale.ROOT),
          header.toUpperCase(Locale.ROOT),
          header.substring(0, 1).toLowerCase(Locale.ROOT) + header.substring(1));
    }

    String path(String filter) {
      return "/outside/" + filter + "/" + name();
    }
  }

  /** Where a caller can name something. */
  enum Place {
    HEADER(RequestSpecification::header),
    QUERY(RequestSpecification::queryParam),
    FORM(RequestSpecification::formParam),
    MULTIPART(RequestSpecification::multiPart);

    private interface Setting {
      RequestSpecification set(RequestSpecification request, String name, String value);
    }

    private final Setting setting;

    Place(Setting setting) {
      this.setting = setting;
    }

    void send(String path, String name) {
      setting.set(given(), name, THEIRS).post(path);
    }
  }

  /** Lets everything in and out. */
  private static final class NoFilter implements HeaderFilterStrategy {

    @Override
    public boolean applyFilterToCamelHeaders(String name, Object value, Exchange exchange) {
      return false;
    }

    @Override
    public boolean applyFilterToExternalHeaders(String name, Object value, Exchange exchange) {
      return false;
    }
  }

  @Inject CamelContext context;
  private String route;

  @AfterEach
  void removeRoute() throws Exception {
    context.getRouteController().stopRoute(route);
    context.removeRoute(route);
  }

  @ParameterizedTest
  @EnumSource
  void aCallerSetsNoParameter(Target target) throws Exception {
    String path = route(target, "usual", "");

    for (Place place : Place.values()) {
      for (String spelt : target.spellings()) {
        place.send(path, spelt);
      }
    }

    assertThat(asked(THEIRS)).isEmpty();
    assertThat(asked(OURS))
        .hasSizeGreaterThanOrEqualTo(Place.values().length * target.spellings().size());
  }

  /** What the filter of the consumer is good for, and that the test above could fail. */
  @ParameterizedTest
  @EnumSource
  void withoutTheFilterACallerWould(Target target) throws Exception {
    context.getRegistry().bind("noFilter", new NoFilter());
    String path = route(target, "none", "?headerFilterStrategy=#noFilter");

    for (Place place : Place.values()) {
      SimulatedCluster.simulators().requests().clear();
      place.send(path, target.header);
      assertThat(asked(THEIRS)).as(place.name()).isNotEmpty();
    }
  }

  private String route(Target target, String filter, String options) throws Exception {
    String path = target.path(filter);
    route = path;
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("platform-http:" + path + options).routeId(path).to(target.uri);
          }
        });
    SimulatedCluster.simulators().requests().clear();
    return path;
  }

  private static List<String> asked(String id) {
    return SimulatedCluster.simulators().requests().all().stream()
        .map(request -> request.path() + "?" + request.query())
        .filter(asked -> asked.contains(id))
        .toList();
  }
}
