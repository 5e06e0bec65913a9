package io.github.camelhpc.support.camel;

import java.io.File;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Message;
import org.apache.camel.StreamCache;
import org.apache.camel.WrappedFile;
import org.apache.camel.support.ExchangeHelper;

/** Reads the body of a message for an operation: streams and files become text. */
final class MessageBodies {

  private MessageBodies() {}

  /**
   * @return null, text, or the object that the body is
   */
  static Object read(Exchange exchange) throws InvalidPayloadException {
    Message message = exchange.getMessage();
    Object body = message.getBody();
    if (body instanceof byte[] bytes) {
      return text(bytes, exchange);
    }
    if (body instanceof Reader) {
      return kept(message, message.getMandatoryBody(String.class));
    }
    if (body instanceof InputStream
        || body instanceof StreamCache
        || body instanceof File
        || body instanceof Path
        || body instanceof WrappedFile) {
      String text = text(message.getMandatoryBody(byte[].class), exchange);
      return body instanceof InputStream && !(body instanceof StreamCache)
          ? kept(message, text)
          : text;
    }
    return body;
  }

  /** A stream can be read once: the message keeps the text, so that a failed exchange has it. */
  private static String kept(Message message, String text) {
    message.setBody(text);
    return text;
  }

  private static String text(byte[] bytes, Exchange exchange) {
    Charset marked = byteOrderMark(bytes);
    if (marked != null) {
      int mark = marked.equals(StandardCharsets.UTF_8) ? 3 : 2;
      return new String(bytes, mark, bytes.length - mark, marked);
    }
    String named = ExchangeHelper.getCharsetName(exchange, false);
    return new String(bytes, named == null ? StandardCharsets.UTF_8 : Charset.forName(named));
  }

  private static Charset byteOrderMark(byte[] bytes) {
    if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
      return StandardCharsets.UTF_8;
    }
    if (starts(bytes, 0xFE, 0xFF)) {
      return StandardCharsets.UTF_16BE;
    }
    return starts(bytes, 0xFF, 0xFE) ? StandardCharsets.UTF_16LE : null;
  }

  private static boolean starts(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
