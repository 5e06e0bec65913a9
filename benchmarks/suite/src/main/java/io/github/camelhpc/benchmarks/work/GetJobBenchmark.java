package io.github.camelhpc.benchmarks.work;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.camelhpc.benchmarks.server.ServerContents;
import io.github.camelhpc.simulators.HpcSimulators;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A job's properties, by its id. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 4, time = 1)
public class GetJobBenchmark {

  private static final int JOBS = 100;
  private static final String PROPERTIES =
      "Id,Name,State,Owner,UserName,Priority,UnitType,JobTemplate,MinCores,MaxCores,MinNodes,"
          + "MaxNodes,CreateTime,SubmitTime,StartTime,EndTime,ChangeTime,RequeueCount,ErrorMessage,"
          + "Project";
  private static final JsonFactory JSON = new JsonFactory();

  /** A head node with jobs. */
  public static final class Jobs implements ServerContents {

    @Override
    public HpcSimulators start() {
      HpcSimulators simulators = HpcSimulators.builder().httpsPort(-1).user(USER, PASSWORD).start();
      simulators.hpcPack().createJobs(JOBS, Map.of("Name", "pricing", "Project", "risk"));
      simulators.hpcPack().setAllJobs("Running");
      return simulators;
    }

    @Override
    public Map<String, String> properties(HpcSimulators simulators) {
      return HpcPackRoutes.path(simulators);
    }
  }

  private final String serviceUrl = HpcPackRoutes.serviceUrl();
  private final String authorization = Routes.basic();
  private Routes routes;
  private CloseableHttpClient client;
  private int last;

  @Setup
  public void start() throws Exception {
    String query = "properties=" + PROPERTIES + "&" + Routes.httpCredentials();
    routes =
        Routes.start(
            "hpcpack",
            HpcPackRoutes.component(),
            new RouteBuilder() {
              @Override
              public void configure() {
                from("direct:component").to("hpcpack:getJob?properties=" + PROPERTIES);
                from("direct:componentToD")
                    .toD("hpcpack:getJob?jobId=${header.id}&properties=" + PROPERTIES);
                from("direct:http").to(serviceUrl + "?" + query).unmarshal().json();
                from("direct:httpToD")
                    .toD(serviceUrl + "/jobs/${header.id}?" + query)
                    .unmarshal()
                    .json();
              }
            });
    client = HttpClients.custom().disableAutomaticRetries().disableCookieManagement().build();
  }

  @TearDown
  public void stop() throws Exception {
    routes.close();
    client.close();
  }

  @Benchmark
  public Map<?, ?> component(ProcessorCounter processor) throws Exception {
    processor.count();
    return routed("direct:component", "CamelHpcPackJobId", nextId());
  }

  @Benchmark
  public Map<?, ?> componentToD(ProcessorCounter processor) throws Exception {
    processor.count();
    return routed("direct:componentToD", "id", nextId());
  }

  @Benchmark
  public List<?> http(ProcessorCounter processor) throws Exception {
    processor.count();
    int id = nextId();
    Exchange exchange =
        routes.send(
            "direct:http",
            message -> {
              message.getMessage().setHeader(Exchange.HTTP_PATH, "/jobs/" + id);
              message.getMessage().setHeader("Accept", "application/json");
            });
    return complete(exchange.getMessage().getBody(List.class));
  }

  @Benchmark
  public List<?> httpToD(ProcessorCounter processor) throws Exception {
    processor.count();
    int id = nextId();
    Exchange exchange =
        routes.send(
            "direct:httpToD",
            message -> {
              message.getMessage().setHeader("id", id);
              message.getMessage().setHeader("Accept", "application/json");
            });
    return complete(exchange.getMessage().getBody(List.class));
  }

  @Benchmark
  public Map<String, String> byHand(ProcessorCounter processor) throws Exception {
    processor.count();
    HttpGet request = new HttpGet(serviceUrl + "/jobs/" + nextId() + "?properties=" + PROPERTIES);
    request.setHeader("Accept", "application/json");
    request.setHeader("Authorization", authorization);
    return client.execute(request, response -> parsed(response.getEntity().getContent()));
  }

  private static Map<String, String> parsed(InputStream in) throws IOException {
    Map<String, String> properties = new LinkedHashMap<>();
    try (JsonParser parser = JSON.createParser(in)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.START_OBJECT) {
        String name = null;
        String value = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          boolean isName = parser.currentName().equals("Name");
          parser.nextToken();
          if (isName) {
            name = parser.getText();
          } else {
            value = parser.getText();
          }
        }
        properties.put(name, value);
      }
    }
    complete(properties.entrySet());
    return properties;
  }

  private Map<?, ?> routed(String uri, String header, int id) throws Exception {
    Exchange exchange = routes.send(uri, message -> message.getMessage().setHeader(header, id));
    Map<?, ?> properties = exchange.getMessage().getBody(Map.class);
    complete(properties.entrySet());
    return properties;
  }

  private static <T extends Collection<?>> T complete(T properties) {
    if (properties.size() != 20) {
      throw new IllegalStateException("20 properties were expected: " + properties);
    }
    return properties;
  }

  private int nextId() {
    last = last % JOBS + 1;
    return last;
  }
}
