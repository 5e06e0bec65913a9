package io.github.camelhpc.simulators.dbapi.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.camelhpc.simulators.StateLock;
import io.github.camelhpc.simulators.StreamedAnswer;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * Writes a result of any size as the client reads it: a piece in each turn of the event loop, and
 * none while the client is behind.
 */
final class ResultStream {

  /** What stands before the result. */
  @FunctionalInterface
  interface Beginning {
    void writeTo(JsonGenerator json) throws IOException;
  }

  private static final JsonFactory FACTORY = new JsonFactory();
  private static final int PIECE = 64 << 10;

  private final RoutingContext context;
  private final StateLock lock;
  private final Beginning beginning;
  private final Context loop;
  private final AtomicBoolean awake = new AtomicBoolean();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(PIECE + (PIECE >> 2));
  private final JsonGenerator json;
  private final ResultWriter result;
  private StreamedAnswer answer;

  /** To be made on the event loop of the request. */
  ResultStream(
      RoutingContext context,
      StateLock lock,
      Beginning beginning,
      Function<JsonGenerator, ResultWriter> result) {
    this.context = context;
    this.lock = lock;
    this.beginning = beginning;
    loop = context.vertx().getOrCreateContext();
    try {
      json = FACTORY.createGenerator(bytes);
    } catch (IOException notPossibleInMemory) {
      throw new UncheckedIOException(notPossibleInMemory);
    }
    this.result = result.apply(json);
  }

  void start(int status) {
    try {
      json.writeStartObject();
      beginning.writeTo(json);
      json.writeArrayFieldStart("result");
    } catch (IOException notPossibleInMemory) {
      throw new UncheckedIOException(notPossibleInMemory);
    }
    answer = StreamedAnswer.begin(context, status, DbapiCall.JSON, Buffer.buffer());
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
      return;
    }
    if (answer.isFull()) {
      answer.onDrain(this::wake);
      return;
    }
    try {
      writePiece();
    } catch (IOException notPossibleInMemory) {
      throw new UncheckedIOException(notPossibleInMemory);
    } catch (RuntimeException | Error metricFailed) {
      answer.cutOff();
      throw metricFailed;
    }
  }

  private void writePiece() throws IOException {
    boolean more = lock.call(this::fill);
    if (!more) {
      json.writeEndArray();
      json.writeEndObject();
    }
    json.flush();
    answer.write(Buffer.buffer(bytes.toByteArray()));
    bytes.reset();
    if (more) {
      wake();
    } else {
      answer.end();
    }
  }

  private boolean fill() {
    try {
      boolean more = true;
      while (more && bytes.size() < PIECE) {
        more = result.writeOn();
      }
      return more;
    } catch (IOException notPossibleInMemory) {
      throw new UncheckedIOException(notPossibleInMemory);
    }
  }
}
