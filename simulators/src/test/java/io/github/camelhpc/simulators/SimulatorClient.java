package io.github.camelhpc.simulators;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A small client of the simulator's HPC Pack, for tests. */
public final class SimulatorClient {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final String base;
  private final Map<String, String> headers;

  private SimulatorClient(String base, Map<String, String> headers) {
    this.base = base;
    this.headers = headers;
  }

  /** A client of the service, with the credentials of the first user. */
  public static SimulatorClient of(HpcSimulators simulators) {
    return new SimulatorClient(simulators.hpcPackUrl(), Map.of())
        .as(simulators.userName(), simulators.password());
  }

  /** A client of a service elsewhere. */
  public static SimulatorClient at(String url, String user, String password) {
    return new SimulatorClient(url, Map.of()).as(user, password);
  }

  /** The same with another base URL. */
  public SimulatorClient at(String url) {
    return new SimulatorClient(url, headers);
  }

  /** The same with other credentials. */
  public SimulatorClient as(String user, String password) {
    String credentials = user + ":" + password;
    return with(
        "Authorization",
        "Basic "
            + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
  }

  /** The same with one more header. */
  public SimulatorClient with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new SimulatorClient(base, more);
  }

  /** The same without a header. */
  public SimulatorClient without(String name) {
    Map<String, String> fewer = new LinkedHashMap<>(headers);
    fewer.remove(name);
    return new SimulatorClient(base, fewer);
  }

  public HttpResponse<String> get(String path) {
    return send("GET", path, null);
  }

  public HttpResponse<String> post(String path) {
    return send("POST", path, null);
  }

  public HttpResponse<String> post(String path, String body) {
    return send("POST", path, body);
  }

  public HttpResponse<String> put(String path, String body) {
    return send("PUT", path, body);
  }

  public HttpResponse<String> send(String method, String path, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (body != null && !headers.containsKey("Content-Type")) {
      request.header("Content-Type", "application/json");
    }
    headers.forEach(request::header);
    try {
      return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Makes a job and gives its id. */
  public int createJob(String... namesAndValues) {
    return Integer.parseInt(ok(post("/jobs", properties(namesAndValues))).body());
  }

  /** Adds a task and gives its number. */
  public int addTask(int jobId, String... namesAndValues) {
    return Integer.parseInt(
        ok(post("/jobs/" + jobId + "/tasks", properties(namesAndValues))).body());
  }

  /** Makes a job with one task of each of the command lines, and submits it. */
  public int runJob(String... commandLines) {
    int job = createJob();
    for (String commandLine : commandLines) {
      addTask(job, "CommandLine", commandLine);
    }
    submit(job);
    return job;
  }

  public void submit(int jobId) {
    ok(post("/jobs/" + jobId + "/submit"));
  }

  /** One property of a job, a task ({@code 3/tasks/1}) or a subtask. */
  public String property(Object jobPath, String name) {
    return properties(jobPath).get(name);
  }

  public Map<String, String> properties(Object jobPath) {
    return map(ok(get("/jobs/" + jobPath)).body());
  }

  public String state(Object jobPath) {
    return property(jobPath, "State");
  }

  /** The rows of a list. */
  public List<Map<String, String>> rows(String path) {
    return rowsOf(ok(get(path)));
  }

  public static List<Map<String, String>> rowsOf(HttpResponse<String> response) {
    return new JsonArray(response.body())
        .stream()
            .map(JsonObject.class::cast)
            .map(row -> map(row.getJsonArray("Properties").encode()))
            .toList();
  }

  public static Map<String, String> map(String jsonProperties) {
    Map<String, String> map = new LinkedHashMap<>();
    new JsonArray(jsonProperties)
        .stream()
            .map(JsonObject.class::cast)
            .forEach(property -> map.put(property.getString("Name"), property.getString("Value")));
    return map;
  }

  public static String properties(String... namesAndValues) {
    JsonArray array = new JsonArray();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      array.add(
          new JsonObject().put("Name", namesAndValues[i]).put("Value", namesAndValues[i + 1]));
    }
    return array.encode();
  }

  public static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static HttpResponse<String> ok(HttpResponse<String> response) {
    if (response.statusCode() / 100 != 2) {
      throw new AssertionError(
          response.uri() + " answered " + response.statusCode() + ": " + response.body());
    }
    return response;
  }
}
