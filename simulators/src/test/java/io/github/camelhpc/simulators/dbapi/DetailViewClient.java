package io.github.camelhpc.simulators.dbapi;

import io.github.camelhpc.simulators.HpcSimulators;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
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
import java.util.concurrent.CompletableFuture;

/** A small client of dbapi.do, for tests. */
final class DetailViewClient {

  static final String RANGE =
      "\"startTime\":\"20260301_080000\",\"endTime\":\"20260301_090000\",\"utcOffset\":\"UTC+00:00\"";

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final String base;
  private final String dataSet;
  private final Map<String, String> headers;

  private DetailViewClient(String base, String dataSet, Map<String, String> headers) {
    this.base = base;
    this.dataSet = dataSet;
    this.headers = headers;
  }

  static DetailViewClient of(HpcSimulators simulators) {
    return new DetailViewClient(simulators.dbapiUrl(), "defaultDs", Map.of())
        .as(simulators.userName(), simulators.password());
  }

  DetailViewClient as(String user, String password) {
    byte[] credentials = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return with("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
  }

  DetailViewClient with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new DetailViewClient(base, dataSet, more);
  }

  DetailViewClient without(String name) {
    Map<String, String> fewer = new LinkedHashMap<>(headers);
    fewer.remove(name);
    return new DetailViewClient(base, dataSet, fewer);
  }

  DetailViewClient of(String otherDataSet) {
    return new DetailViewClient(base, otherDataSet, headers);
  }

  /** The server waits so many seconds. */
  DetailViewClient waiting(int seconds) {
    return with("x-waitTime", String.valueOf(seconds));
  }

  /** Performs an action with further parameters, names and values in turn. */
  HttpResponse<String> get(String action, String... parameters) {
    return send(request(action, parameters).GET());
  }

  HttpResponse<String> post(String action, String body, String... parameters) {
    return send(request(action, parameters).POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  HttpRequest.Builder request(String action, String... parameters) {
    StringBuilder url =
        new StringBuilder(base + "/dbapi.do?action=" + action + "&dataset=" + dataSet);
    for (int i = 0; i < parameters.length; i += 2) {
      url.append('&')
          .append(parameters[i])
          .append('=')
          .append(URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8));
    }
    return request(URI.create(url.toString()));
  }

  HttpResponse<String> getPath(String path) {
    return send(request(URI.create(base + path)).GET());
  }

  private HttpRequest.Builder request(URI uri) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri);
    headers.forEach(request::header);
    return request;
  }

  static HttpResponse<String> send(HttpRequest.Builder request) {
    return send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static <T> HttpResponse<T> send(
      HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
    try {
      return HTTP.send(request.build(), body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  HttpResponse<String> token(String path, String form) {
    return send(
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)));
  }

  /** Asks for the hour before the clock's start. */
  HttpResponse<String> query(String query, String... parameters) {
    return post("query", hour(query), parameters);
  }

  CompletableFuture<HttpResponse<String>> queryLater(String query, String... parameters) {
    return HTTP.sendAsync(
        request("query", parameters).POST(HttpRequest.BodyPublishers.ofString(hour(query))).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  CompletableFuture<HttpResponse<String>> statusLater(String requestId) {
    return HTTP.sendAsync(
        request("getStatus", "requestId", requestId).GET().build(),
        HttpResponse.BodyHandlers.ofString());
  }

  InputStream stream(String body) {
    return send(
            request("query", "processSync", "true").POST(HttpRequest.BodyPublishers.ofString(body)),
            HttpResponse.BodyHandlers.ofInputStream())
        .body();
  }

  private static String hour(String query) {
    return "{\"query\":"
        + new JsonArray().add(query).encode().replaceAll("^\\[|]$", "")
        + ","
        + RANGE
        + "}";
  }

  /** The answer to a query that is not waited for, and the id in it. */
  String start(String query) {
    return json(waiting(0).query(query)).getString("id");
  }

  HttpResponse<String> status(String requestId) {
    return waiting(0).get("getStatus", "requestId", requestId);
  }

  HttpResponse<String> abort(String requestId) {
    return get("abortRequest", "requestId", requestId);
  }

  static JsonObject json(HttpResponse<String> response) {
    return new JsonObject(response.body());
  }

  static JsonObject status(HttpResponse<String> response) {
    return json(response).getJsonObject("status");
  }

  static List<JsonObject> items(HttpResponse<String> response) {
    return json(response).getJsonArray("result").stream().map(JsonObject.class::cast).toList();
  }

  static List<String> names(HttpResponse<String> response) {
    return items(response).stream().map(item -> item.getString("name")).toList();
  }
}
