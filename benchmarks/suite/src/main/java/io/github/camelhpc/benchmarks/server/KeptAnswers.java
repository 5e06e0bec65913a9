package io.github.camelhpc.benchmarks.server;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.RequestOptions;
import java.util.HashMap;
import java.util.Map;

/**
 * Stands before the simulators and keeps their answers: the same request, which is the same method,
 * path, query and body, gets the same answer again, whatever its other headers say. So the server
 * costs little and the same for each peer. One thread serves all.
 */
final class KeptAnswers implements AutoCloseable {

  private record Question(HttpMethod method, String uri, String accept, Buffer body) {}

  private record Answer(int status, MultiMap headers, Buffer body) {}

  private static final Buffer NOTHING = Buffer.buffer();

  private final Map<Question, Answer> answers = new HashMap<>();
  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
  private final HttpClient simulators = vertx.createHttpClient();
  private final String origin;
  private String url;

  private KeptAnswers(String origin) {
    this.origin = origin;
  }

  static KeptAnswers of(String origin) {
    KeptAnswers kept = new KeptAnswers(origin);
    int port =
        kept.vertx
            .createHttpServer()
            .requestHandler(kept::answer)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join()
            .actualPort();
    kept.url = "http://127.0.0.1:" + port;
    return kept;
  }

  String url() {
    return url;
  }

  private void answer(HttpServerRequest request) {
    Future<Buffer> sent =
        request.method() == HttpMethod.GET ? Future.succeededFuture(NOTHING) : request.body();
    sent.compose(body -> answer(request, body))
        .onSuccess(answer -> send(answer, request.response()))
        .onFailure(failure -> request.response().setStatusCode(502).end(String.valueOf(failure)));
  }

  private Future<Answer> answer(HttpServerRequest request, Buffer body) {
    Question question =
        new Question(request.method(), request.uri(), request.getHeader(HttpHeaders.ACCEPT), body);
    Answer kept = answers.get(question);
    return kept != null
        ? Future.succeededFuture(kept)
        : ask(request, body)
            .onSuccess(
                answer -> {
                  if (answer.status() < 300) {
                    answers.put(question, answer);
                  }
                });
  }

  private Future<Answer> ask(HttpServerRequest request, Buffer body) {
    RequestOptions options =
        new RequestOptions()
            .setMethod(request.method())
            .setAbsoluteURI(origin + request.uri())
            .setHeaders(
                MultiMap.caseInsensitiveMultiMap()
                    .addAll(request.headers())
                    .remove(HttpHeaders.TRANSFER_ENCODING)
                    .remove(HttpHeaders.ACCEPT_ENCODING)
                    .remove(HttpHeaders.EXPECT)
                    .remove(HttpHeaders.CONTENT_LENGTH));
    boolean hasLength = request.headers().contains(HttpHeaders.CONTENT_LENGTH);
    return simulators
        .request(options)
        // a length of 0 that the client did not send is not in its signature
        .compose(sent -> body.length() == 0 && !hasLength ? sent.send() : sent.send(body))
        .compose(
            response ->
                response
                    .body()
                    .map(
                        bytes ->
                            new Answer(response.statusCode(), headers(response.headers()), bytes)));
  }

  private static MultiMap headers(MultiMap all) {
    return MultiMap.caseInsensitiveMultiMap()
        .addAll(all)
        .remove(HttpHeaders.TRANSFER_ENCODING)
        .remove(HttpHeaders.CONNECTION)
        .remove(HttpHeaders.CONTENT_LENGTH);
  }

  private static void send(Answer answer, HttpServerResponse response) {
    response.setStatusCode(answer.status());
    response.headers().addAll(answer.headers());
    if (answer.body().length() <= Parts.SIZE) {
      response.end(answer.body());
    } else {
      response.putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(answer.body().length()));
      new Parts(answer.body(), response).send();
    }
  }

  @Override
  public void close() {
    vertx.close();
  }

  /** A large body is sent as fast as it is read, not all at once. */
  private static final class Parts {

    static final int SIZE = 128 * 1024;

    private final Buffer body;
    private final HttpServerResponse response;
    private int sent;

    Parts(Buffer body, HttpServerResponse response) {
      this.body = body;
      this.response = response;
    }

    void send() {
      response.drainHandler(ready -> send());
      while (!response.ended() && !response.writeQueueFull() && !response.closed()) {
        int end = Math.min(body.length(), sent + SIZE);
        Buffer part = body.slice(sent, end);
        sent = end;
        if (end == body.length()) {
          response.drainHandler(null);
          response.end(part);
          return;
        }
        response.write(part);
      }
    }
  }
}
