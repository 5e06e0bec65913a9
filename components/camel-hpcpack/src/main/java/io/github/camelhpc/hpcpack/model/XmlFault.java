package io.github.camelhpc.hpcpack.model;

import java.io.CharConversionException;
import java.io.IOException;
import java.util.Locale;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamException;

/**
 * Where and why XML could not be read, in words of one sentence's size.
 *
 * @param line line, from 1; -1 if not known
 * @param column column, from 1; -1 if not known
 * @param reason why, without a full stop
 */
public record XmlFault(int line, int column, String reason) {

  /**
   * Takes a parser's exception apart.
   *
   * @param failure what the parser or JAXB threw
   * @throws IOException the failure of the stream, if that was the cause
   */
  public static XmlFault of(Exception failure) throws IOException {
    for (Throwable cause = failure; cause != null; cause = next(cause)) {
      if (cause instanceof IOException io && !(io instanceof CharConversionException)) {
        throw io;
      }
      if (cause instanceof XMLStreamException xml && next(xml) == null) {
        return of(xml);
      }
    }
    return new XmlFault(-1, -1, reason(failure.getMessage()));
  }

  /** The sentence's end: the place, if known, and the reason. */
  @Override
  public String toString() {
    return line < 0 ? ": " + reason : " at line %d, column %d: %s".formatted(line, column, reason);
  }

  private static XmlFault of(XMLStreamException failure) {
    Location location = failure.getLocation();
    return new XmlFault(
        location == null ? -1 : location.getLineNumber(),
        location == null ? -1 : location.getColumnNumber(),
        reason(failure.getMessage()));
  }

  private static Throwable next(Throwable failure) {
    if (failure instanceof XMLStreamException xml && xml.getNestedException() != null) {
      return xml.getNestedException();
    }
    return failure.getCause();
  }

  private static String reason(String message) {
    if (message == null) {
      return "it is malformed";
    }
    // the JDK's parser writes "ParseError at [row,col]:[1,5]\nMessage: reason"
    int start = message.indexOf("Message: ");
    String reason = start < 0 ? message : message.substring(start + "Message: ".length());
    if (reason.contains("must start and end within the same entity")) {
      return "it ends too early";
    }
    // this text repeats what follows the &, which can be a part of a password
    if (reason.toLowerCase(Locale.ROOT).contains("entity") || reason.contains("'&'")) {
      return "an & does not begin an entity XML knows; write a plain & as &amp;";
    }
    // these texts are missing in the JDK, it gives their keys
    if (reason.startsWith("http://www.w3.org/TR/")) {
      return "a namespace prefix is not declared, or declared wrongly";
    }
    return withoutStop(reason.strip());
  }

  private static String withoutStop(String reason) {
    return reason.endsWith(".") ? reason.substring(0, reason.length() - 1) : reason;
  }
}
