package io.github.camelhpc.benchmarks.work;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelhpc.benchmarks.server.ServerContents;
import io.github.camelhpc.dbapi.DbapiComponent;
import io.github.camelhpc.dbapi.model.ResourceResult;
import io.github.camelhpc.dbapi.model.SeriesAttribute;
import io.github.camelhpc.dbapi.model.SeriesBlock;
import io.github.camelhpc.simulators.HpcSimulators;
import io.github.camelhpc.simulators.dbapi.data.DataSet;
import io.github.camelhpc.simulators.dbapi.data.ResourceType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
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

/** All points of one answer, as arrays of doubles. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 3)
public class DbapiPointsBenchmark {

  private static final int RESOURCES = 1_000;
  private static final int ATTRIBUTES = 10;
  private static final int POINTS = 1_000;
  // the values of a resource in hundredths: each number below 10,000 once, but for the missing
  private static final int VALUES = ATTRIBUTES * POINTS;
  private static final int MISSING_ONE_IN = 200;

  private static final String QUERY =
      "vm"
          + IntStream.range(0, ATTRIBUTES)
              .mapToObj(attribute -> "[@metric" + attribute + " rx b .*]")
              .collect(Collectors.joining());
  private static final String START = "20240101_000000";
  private static final String END = "20240101_164000";
  private static final String QUERY_AS_JSON =
      "{\"query\":\"%s\",\"startTime\":\"%s\",\"endTime\":\"%s\",\"utcOffset\":\"UTC+00:00\"}"
          .formatted(QUERY, START, END);

  private static final JsonFactory JSON = new JsonFactory();
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** A server with metrics. */
  public static final class Metrics implements ServerContents {

    @Override
    public HpcSimulators start() {
      ResourceType machines = ResourceType.of("vm").resources(RESOURCES, "web%04d");
      for (int attribute = 0; attribute < ATTRIBUTES; attribute++) {
        int number = attribute;
        machines =
            machines.attribute(
                io.github.camelhpc.simulators.dbapi.data.SeriesAttribute.of(
                    "metric" + number, "metric", "%", signature -> values(signature, number)));
      }
      DataSet dataSet = DataSet.named("defaultDs").with(machines);
      return HpcSimulators.builder()
          .httpsPort(-1)
          .user(USER, PASSWORD)
          .dbapi(server -> server.dataSet(dataSet))
          .start();
    }

    private static LongToDoubleFunction values(String signature, int attribute) {
      long shift = Math.floorMod(signature.hashCode(), VALUES) + (long) attribute * POINTS;
      return second -> value((second / 60 + shift) % VALUES);
    }

    private static double value(long hundredths) {
      return hundredths % MISSING_ONE_IN == 0 ? Double.NaN : hundredths / 100.0;
    }

    @Override
    public Map<String, String> properties(HpcSimulators simulators) {
      String url = simulators.dbapiUrl();
      return Map.of("benchmarks.path", url.substring(simulators.httpUrl().length()));
    }
  }

  private final String serviceUrl = Routes.origin() + System.getProperty("benchmarks.path");
  private final String url =
      serviceUrl + "/dbapi.do?action=query&dataset=defaultDs&processSync=true";
  private Routes routes;
  private CloseableHttpClient client;
  private long points;
  private long missing;
  private double sum;

  @Setup
  public void start() throws Exception {
    DbapiComponent component = new DbapiComponent();
    component.getConfiguration().setServiceUrl(serviceUrl);
    component.getConfiguration().setUsername(ServerContents.USER);
    component.getConfiguration().setPassword(ServerContents.PASSWORD);
    component.getConfiguration().setDataset("defaultDs");
    routes =
        Routes.start(
            "dbapi",
            component,
            new RouteBuilder() {
              @Override
              public void configure() {
                from("direct:component")
                    .to(
                        "dbapi:query?processSync=true&outputType=StreamList&startTime=%s&endTime=%s"
                            .formatted(START, END))
                    .split(body())
                    .streaming()
                    .process(part -> add(part.getMessage().getBody(ResourceResult.class)));
                from("direct:unmarshalJson")
                    .to(url + "&disableStreamCache=true&" + Routes.httpCredentials())
                    .unmarshal()
                    .json()
                    .process(answer -> addMaps(answer.getMessage().getBody(Map.class)));
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
  public double component() throws Exception {
    begin();
    routes.send("direct:component", message -> message.getMessage().setBody(QUERY));
    return complete();
  }

  @Benchmark
  public double unmarshalJson() throws Exception {
    begin();
    routes.send(
        "direct:unmarshalJson",
        message -> {
          message.getMessage().setHeader(Exchange.HTTP_METHOD, "POST");
          message.getMessage().setHeader(Exchange.CONTENT_TYPE, "application/json");
          message.getMessage().setHeader("Accept", "application/json");
          message.getMessage().setBody(QUERY_AS_JSON);
        });
    return complete();
  }

  @Benchmark
  public double jacksonTree() throws Exception {
    return byHand(in -> addNodes(MAPPER.readTree(in)));
  }

  @Benchmark
  public double tokenLoop() throws Exception {
    return byHand(this::addTokens);
  }

  private double byHand(Reading reading) throws IOException {
    begin();
    HttpPost request = new HttpPost(url);
    request.setHeader("Accept", "application/json");
    request.setHeader("Authorization", Routes.basic());
    request.setEntity(new StringEntity(QUERY_AS_JSON, ContentType.APPLICATION_JSON));
    client.execute(
        request,
        response -> {
          reading.read(response.getEntity().getContent());
          return null;
        });
    return complete();
  }

  private void add(ResourceResult resource) {
    resource
        .attributes()
        .values()
        .forEach(
            attribute -> {
              for (SeriesBlock block : ((SeriesAttribute) attribute).blocks()) {
                add(block.values());
              }
            });
  }

  private void addNodes(JsonNode answer) {
    for (JsonNode resource : answer.get("result")) {
      for (JsonNode attribute : resource) {
        if (attribute.isArray()) {
          attribute.forEach(block -> add(doubles(block.get("data"))));
        }
      }
    }
  }

  private static double[] doubles(JsonNode data) {
    double[] values = new double[data.size()];
    int i = 0;
    for (JsonNode value : data) {
      values[i++] = value.isNull() ? Double.NaN : value.doubleValue();
    }
    return values;
  }

  private void addMaps(Map<?, ?> answer) {
    for (Object resource : (List<?>) answer.get("result")) {
      for (Object attribute : ((Map<?, ?>) resource).values()) {
        if (attribute instanceof List<?> blocks) {
          blocks.forEach(block -> add(doubles((List<?>) ((Map<?, ?>) block).get("data"))));
        }
      }
    }
  }

  private static double[] doubles(List<?> data) {
    double[] values = new double[data.size()];
    int i = 0;
    for (Object value : data) {
      values[i++] = value == null ? Double.NaN : ((Number) value).doubleValue();
    }
    return values;
  }

  /** Makes no arrays. */
  private void addTokens(InputStream in) throws IOException {
    try (JsonParser parser = JSON.createParser(in)) {
      while (parser.nextToken() != null) {
        if (parser.currentToken() == JsonToken.START_ARRAY && "data".equals(parser.currentName())) {
          while (parser.nextToken() != JsonToken.END_ARRAY) {
            boolean isNull = parser.currentToken() == JsonToken.VALUE_NULL;
            add(isNull ? Double.NaN : parser.getDoubleValue());
          }
        }
      }
    }
  }

  private void begin() {
    points = 0;
    missing = 0;
    sum = 0;
  }

  private void add(double[] values) {
    for (double value : values) {
      add(value);
    }
  }

  private void add(double value) {
    points++;
    if (Double.isNaN(value)) {
      missing++;
    } else {
      sum += value;
    }
  }

  private double complete() {
    long absent = VALUES / MISSING_ONE_IN;
    long absentHundredths = MISSING_ONE_IN * absent * (absent - 1) / 2;
    long hundredths = VALUES * (VALUES - 1L) / 2 - absentHundredths;
    if (points != (long) RESOURCES * VALUES
        || missing != RESOURCES * absent
        || Math.round(sum) != RESOURCES * hundredths / 100) {
      throw new IllegalStateException(
          "There were %d points, %d missing, with a sum of %f".formatted(points, missing, sum));
    }
    return sum;
  }

  /** What is done with a body. */
  @FunctionalInterface
  private interface Reading {
    void read(InputStream body) throws IOException;
  }
}
