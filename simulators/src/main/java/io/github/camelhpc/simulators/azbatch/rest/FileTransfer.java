package io.github.camelhpc.simulators.azbatch.rest;

import io.github.camelhpc.simulators.StreamedAnswer;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;

/** Sends a file as fast as the client reads it. */
final class FileTransfer {

  private static final System.Logger LOGGER = System.getLogger(FileTransfer.class.getName());
  private static final int PIECE = 64 << 10;

  private final StreamedAnswer answer;
  private final InputStream file;
  private long left;

  private FileTransfer(StreamedAnswer answer, InputStream file, long length) {
    this.answer = answer;
    this.file = file;
    left = length;
  }

  static void begin(RoutingContext context, Reply reply) {
    StreamedAnswer answer =
        StreamedAnswer.begin(context, reply.status(), reply.contentType(), Buffer.buffer());
    FileTransfer transfer = new FileTransfer(answer, reply.file(), reply.fileLength());
    answer.onClosed(transfer::close);
    transfer.proceed();
  }

  private void proceed() {
    try {
      while (left > 0 && !answer.isOver()) {
        if (answer.isFull()) {
          answer.onDrain(this::proceed);
          return;
        }
        writePiece();
      }
      answer.end();
    } catch (IOException lost) {
      LOGGER.log(System.Logger.Level.WARNING, "A file could not be read to its end.", lost);
      answer.cutOff();
    }
    close();
  }

  private void writePiece() throws IOException {
    byte[] piece = file.readNBytes((int) Math.min(PIECE, left));
    if (piece.length == 0) {
      left = 0;
      return;
    }
    left -= piece.length;
    answer.write(Buffer.buffer(piece));
  }

  private void close() {
    try {
      file.close();
    } catch (IOException alreadyLost) {
      LOGGER.log(System.Logger.Level.DEBUG, "A file could not be closed.", alreadyLost);
    }
  }
}
