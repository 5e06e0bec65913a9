package io.github.camelhpc.simulators.hpcsoa;

import io.github.camelhpc.simulators.HpcSimulators;
import io.github.camelhpc.simulators.SimulatorClient;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A small client of the simulator's SOA web service, for tests. */
final class SoaClient {

  static final String ECHO = "http://tempuri.org/IEcho/Echo";

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final String PART = "\uFFFF";
  private static final String END = "\u0000";

  private final HttpClient http;
  private final String base;
  private final Map<String, String> headers;

  private SoaClient(HttpClient http, String base, Map<String, String> headers) {
    this.http = http;
    this.base = base;
    this.headers = headers;
  }

  static SoaClient of(HpcSimulators simulators) {
    return new SoaClient(HTTP, simulators.hpcSoaUrl(), Map.of())
        .as(simulators.userName(), simulators.password())
        .with("api-version", "2011-11-01")
        .with("Accept", "application/json");
  }

  SoaClient at(String url) {
    return new SoaClient(http, url, headers);
  }

  /** The same by another client. */
  SoaClient by(HttpClient other) {
    return new SoaClient(other, base, headers);
  }

  SoaClient below(String path) {
    return at(base + path);
  }

  SoaClient as(String user, String password) {
    String credentials = user + ":" + password;
    return with(
        "Authorization",
        "Basic "
            + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
  }

  SoaClient with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new SoaClient(http, base, more);
  }

  SoaClient without(String name) {
    Map<String, String> fewer = new LinkedHashMap<>(headers);
    fewer.remove(name);
    return new SoaClient(http, base, fewer);
  }

  SoaClient xml() {
    return with("Accept", "application/xml");
  }

  HttpResponse<String> get(String path) {
    return send(request("GET", path, HttpRequest.BodyPublishers.noBody()));
  }

  HttpResponse<String> post(String path) {
    return post(path, HttpRequest.BodyPublishers.ofByteArray(new byte[0]));
  }

  HttpResponse<String> post(String path, String body) {
    return post(path, HttpRequest.BodyPublishers.ofString(body));
  }

  HttpResponse<String> post(String path, HttpRequest.BodyPublisher body) {
    return send(request("POST", path, body));
  }

  CompletableFuture<HttpResponse<String>> postLater(String path) {
    return http.sendAsync(
        request("POST", path, HttpRequest.BodyPublishers.noBody()).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<InputStream> stream(String path) {
    try {
      return http.send(
          request("POST", path, HttpRequest.BodyPublishers.noBody()).build(),
          HttpResponse.BodyHandlers.ofInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private HttpRequest.Builder request(
      String method, String path, HttpRequest.BodyPublisher publisher) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path)).method(method, publisher);
    headers.forEach(request::header);
    return request;
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static JsonObject startInfo(String service) {
    return new JsonObject()
        .put("ServiceName", service)
        .put("Username", "HPC\\hpcuser")
        .put("Password", "secret")
        .put("MaxMessageSize", 65536)
        .put("Runtime", -1);
  }

  HttpResponse<String> create(JsonObject startInfo) {
    return with("Content-Type", "application/json; charset=utf-8")
        .post("/sessions/Create?durable=false", startInfo.encode());
  }

  int createSession(JsonObject startInfo) {
    return new JsonObject(ok(create(startInfo)).body()).getInteger("Id");
  }

  int createSession(String service) {
    return createSession(startInfo(service));
  }

  static String batch(int session, String batch) {
    return "/session/" + session + "/batch/" + SimulatorClient.encode(batch);
  }

  HttpResponse<String> sendRaw(int session, String batch, String query, String body) {
    return with("Content-Type", "application/octet-stream")
        .post(batch(session, batch) + query, body);
  }

  /** Sends generic requests whose user data is their input, and commits. */
  void sendGeneric(int session, String batch, String... inputs) {
    ok(sendRaw(session, batch, "?genericservice=true&commit=true", generic(inputs)));
  }

  static String generic(String... inputs) {
    StringBuilder body = new StringBuilder();
    for (String input : inputs) {
      body.append(input).append(PART).append(input).append(END);
    }
    return body.toString();
  }

  static String soap(String... envelopes) {
    return "<HPCServer2008_WebAPI_MessageArray>"
        + String.join("", envelopes)
        + "</HPCServer2008_WebAPI_MessageArray>";
  }

  static String envelope(String action, String messageId, String userData, String body) {
    return """
    <s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:a="http://www.w3.org/2005/08/addressing">
     <s:Header>
      <a:Action s:mustUnderstand="1">%s</a:Action>
      <a:MessageID>%s</a:MessageID>
      <HPCServer2008_Broker_UserDataNS xmlns="http://www.microsoft.com/hpc">%s</HPCServer2008_Broker_UserDataNS>
     </s:Header>
     <s:Body>%s</s:Body>
    </s:Envelope>
    """
        .formatted(action, messageId, userData, body);
  }

  static String echo(String messageId, String userData, String text) {
    return envelope(
        ECHO,
        messageId,
        userData,
        "<Echo xmlns=\"http://tempuri.org/\"><input>" + text + "</input></Echo>");
  }

  HttpResponse<String> commit(int session, String batch) {
    return post(batch(session, batch) + "/Commit");
  }

  String status(int session, String batch) {
    return ok(get(batch(session, batch) + "/Status")).body();
  }

  /** The items of a generic answer, each with its parts; the end item too. */
  List<List<String>> responses(int session, String batch, String query) {
    return items(ok(post(responsePath(session, batch, query))).body());
  }

  static String responsePath(int session, String batch, String query) {
    return batch(session, batch) + "/Response?genericservice=true&" + query;
  }

  /** The user data of the responses; of the end item the reason. */
  List<String> userData(int session, String batch, String query) {
    return responses(session, batch, query).stream().map(item -> item.get(2)).toList();
  }

  static List<List<String>> items(String body) {
    if (!body.endsWith(END)) {
      throw new AssertionError("The answer does not end with U+0000: " + body);
    }
    List<List<String>> items = new ArrayList<>();
    for (String item : body.split(END)) {
      items.add(List.of(item.split(PART, -1)));
    }
    return items;
  }

  static int code(HttpResponse<String> response) {
    Matcher code = Pattern.compile("\"?Code\"?[:>](\\d+)").matcher(response.body());
    if (!code.find()) {
      throw new AssertionError(
          "There is no fault in the answer " + response.statusCode() + ": " + response.body());
    }
    return Integer.parseInt(code.group(1));
  }

  static HttpResponse<String> ok(HttpResponse<String> response) {
    if (response.statusCode() / 100 != 2) {
      throw new AssertionError(
          response.uri() + " answered " + response.statusCode() + ": " + response.body());
    }
    return response;
  }
}
