package io.github.camelhpc.simulators.hpcsoa.rest;

import io.github.camelhpc.simulators.Answer;
import io.github.camelhpc.simulators.StateLock;
import io.github.camelhpc.simulators.hpcsoa.SoaFault;
import io.github.camelhpc.simulators.hpcsoa.session.BatchRequest;
import io.github.camelhpc.simulators.hpcsoa.session.SoaSession;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/**
 * Takes the requests of a batch while they come. After an error the rest of the body is passed over
 * before the fault is sent, because most clients do not read an answer while they send; the
 * requests before the error stay in the batch.
 */
final class RequestUpload {

  private final SoaExchange exchange;
  private final RoutingContext context;
  private final StateLock lock;
  private final SoaSession session;
  private final RequestParser parser;
  private final boolean commit;
  private SoaFault fault;

  RequestUpload(
      SoaExchange exchange,
      StateLock lock,
      SoaSession session,
      RequestParser parser,
      boolean commit) {
    this.exchange = exchange;
    this.context = exchange.context();
    this.lock = lock;
    this.session = session;
    this.parser = parser;
    this.commit = commit;
  }

  void receive() {
    HttpServerRequest request = context.request();
    request.handler(piece -> attempt(() -> take(piece)));
    request.endHandler(end -> complete());
    if (request.headers().contains(HttpHeaders.EXPECT, HttpHeaders.CONTINUE, true)) {
      context.response().writeContinue();
    }
    request.resume();
  }

  private void attempt(Runnable step) {
    if (fault != null) {
      return;
    }
    try {
      step.run();
    } catch (SoaFault refused) {
      fault = refused;
    }
  }

  private void take(Buffer piece) {
    List<BatchRequest> requests = parser.feed(piece.getBytes());
    if (!requests.isEmpty()) {
      lock.run(() -> session.send(exchange.path("batch"), requests));
    }
  }

  private void complete() {
    attempt(parser::end);
    if (commit) {
      attempt(() -> lock.run(() -> session.commit(exchange.path("batch"))));
    }
    Answer answer =
        fault == null
            ? Answer.empty(commit ? 201 : 200)
            : Documents.of(exchange.wantsJson()).fault(fault);
    answer.send(context);
  }
}
