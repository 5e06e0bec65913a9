package io.github.camelhpc.simulators.hpcsoa.rest;

import io.github.camelhpc.simulators.StateLock;
import io.github.camelhpc.simulators.StreamedAnswer;
import io.github.camelhpc.simulators.hpcsoa.session.Batch;
import io.github.camelhpc.simulators.hpcsoa.session.ReadStep;
import io.github.camelhpc.simulators.hpcsoa.session.Reading;
import io.github.camelhpc.simulators.hpcsoa.session.SoaSession;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Writes responses as they become ready and as the client reads them: a piece in each turn of the
 * event loop, and none while the client is behind.
 */
final class ResponseStream {

  private static final int PIECE = 64 << 10;

  private final SoaExchange exchange;
  private final StateLock lock;
  private final SoaSession session;
  private final ResponseEncoder encoder;
  private final Context loop;
  private final Reading reading;
  private final AtomicBoolean awake = new AtomicBoolean();
  private Batch batch;
  private StreamedAnswer answer;

  /**
   * To be called on the event loop of the request.
   *
   * @throws io.github.camelhpc.simulators.hpcsoa.SoaFault if a parameter is wrong
   */
  ResponseStream(
      SoaExchange exchange, StateLock lock, SoaSession session, ResponseEncoder encoder) {
    this.exchange = exchange;
    this.lock = lock;
    this.session = session;
    this.encoder = encoder;
    loop = exchange.context().vertx().getOrCreateContext();
    reading =
        new Reading(
            exchange.count(),
            exchange.query("action").orElse(""),
            // the default is stated nowhere (facts/hpcsoa.md §3.3)
            exchange.flag("reset", false),
            exchange.query("clientdata").orElse(""),
            this::wake);
  }

  void start() {
    batch = lock.call(() -> session.open(exchange.path("batch"), reading));
    Buffer beginning = Buffer.buffer();
    encoder.begin(beginning);
    answer = StreamedAnswer.begin(exchange.context(), 200, encoder.contentType(), beginning);
    answer.onClosed(this::close);
    wake();
  }

  private void wake() {
    if (awake.compareAndSet(false, true)) {
      loop.runOnContext(turn -> writeOn());
    }
  }

  private void writeOn() {
    awake.set(false);
    if (answer.isOver()) {
      close();
    } else if (answer.isFull()) {
      answer.onDrain(this::wake);
    } else {
      writePiece();
    }
  }

  private void writePiece() {
    Buffer piece = Buffer.buffer(PIECE + (PIECE >> 3));
    ReadStep last;
    try {
      last = lock.call(() -> fill(piece));
    } catch (RuntimeException | Error generatorFailed) {
      cutOff();
      throw generatorFailed;
    }
    if (last instanceof ReadStep.Replaced) {
      cutOff();
      return;
    }
    if (last instanceof ReadStep.End end) {
      encoder.end(piece, reading.count(), end.reason());
      // before the client knows, so that its next call does not wait for this one
      close();
    }
    if (piece.length() > 0) {
      answer.write(piece);
    }
    if (last instanceof ReadStep.End) {
      answer.end();
    } else if (last instanceof ReadStep.Next) {
      wake();
    }
  }

  /** Gives the step that it stopped at: a response if the piece is full. */
  private ReadStep fill(Buffer piece) {
    ReadStep step;
    do {
      step = session.next(batch, reading);
      if (step instanceof ReadStep.Next next) {
        encoder.response(piece, next.response());
      }
    } while (step instanceof ReadStep.Next && piece.length() < PIECE);
    return step;
  }

  /** The client must not take this for the end. */
  private void cutOff() {
    answer.cutOff();
    close();
  }

  private void close() {
    lock.run(() -> session.close(batch, reading));
  }
}
