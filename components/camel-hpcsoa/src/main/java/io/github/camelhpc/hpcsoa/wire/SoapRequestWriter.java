package io.github.camelhpc.hpcsoa.wire;

import io.github.camelhpc.hpcsoa.model.SoaRequest;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import javax.xml.stream.XMLStreamException;

/**
 * Writes an array of SOAP envelopes, a request each (facts/hpcsoa.md §3.2). Bodies have to be
 * well-formed elements without document types. Requests without a message id get one.
 *
 * <p>A writer is for the requests of one message: when it writes them again, the n-th request has
 * the id it had before, so that the broker drops what it has already.
 */
public final class SoapRequestWriter implements RequestWriter {

  private static final String ROOT = "HPCServer2008_WebAPI_MessageArray";
  private static final String ENVELOPE_START =
      "<s:Envelope xmlns:s=\"%s\" xmlns:a=\"%s\"><s:Header><a:Action s:mustUnderstand=\"1\">"
          .formatted(Soap.ENVELOPE, Soap.ADDRESSING);

  private final MessageIds ids = new MessageIds();
  private final BodyXml bodies = new BodyXml();
  private final String batch;
  private final String defaultAction;

  /** Names neither the batch nor an action. */
  public SoapRequestWriter() {
    this(null, null);
  }

  /**
   * @param batch the name of the batch; {@code null} not to write it, which the service allows
   * @param defaultAction the action of requests that have none, or {@code null}
   */
  public SoapRequestWriter(String batch, String defaultAction) {
    this.batch = batch;
    this.defaultAction = defaultAction;
  }

  @Override
  public long write(Iterator<SoaRequest> requests, OutputStream out) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    writer.write('<' + ROOT + '>');
    long count = 0;
    while (requests.hasNext()) {
      count++;
      write(count, requests.next(), writer);
    }
    writer.write("</" + ROOT + '>');
    writer.flush();
    return count;
  }

  private void write(long number, SoaRequest request, Writer writer) throws IOException {
    String body = body(number, request);
    String userData = RequestText.userData(number, request);
    writer.write(ENVELOPE_START);
    writeText(number, request, action(number, request), "the action ", writer);
    writer.write("</a:Action><a:MessageID>");
    writeText(number, request, messageId(number, request), "the message id ", writer);
    writer.write("</a:MessageID>");
    if (!userData.isEmpty()) {
      writeHeader("UserDataNS", number, request, userData, writer);
    }
    if (batch != null) {
      writeHeader("ClientIdNS", number, request, batch, writer);
    }
    writer.write("</s:Header><s:Body>");
    writer.write(body);
    writer.write("</s:Body></s:Envelope>");
  }

  private void writeHeader(String name, long number, SoaRequest request, String text, Writer writer)
      throws IOException {
    String element = "HPCServer2008_Broker_" + name;
    writer.write('<' + element + " xmlns=\"" + Soap.HPC + "\">");
    writeText(number, request, text, element + ' ', writer);
    writer.write("</" + element + '>');
  }

  private String body(long number, SoaRequest request) {
    if (request == null || request.body() == null || request.body().isBlank()) {
      throw RequestText.refused(
          number, request, "has no body; set it to the XML of one element, such as <Echo …>");
    }
    try {
      String element = bodies.element(request.body());
      String why = RequestText.whyNotXml(element);
      if (why != null) {
        throw RequestText.refused(number, request, "cannot be sent: the body " + why);
      }
      return element;
    } catch (XMLStreamException e) {
      throw RequestText.refused(
          number, request, "has a body that is not one well-formed element: " + e.getMessage());
    }
  }

  private String action(long number, SoaRequest request) {
    String action =
        request.action() == null || request.action().isBlank() ? defaultAction : request.action();
    if (action == null || action.isBlank()) {
      throw RequestText.refused(number, request, "has no action; set it");
    }
    return action;
  }

  private String messageId(long number, SoaRequest request) {
    return request.messageId() == null || request.messageId().isBlank()
        ? ids.of(number)
        : request.messageId();
  }

  private static void writeText(
      long number, SoaRequest request, String text, String what, Writer writer) throws IOException {
    String why = RequestText.whyNotXml(text);
    if (why != null) {
      throw RequestText.refused(number, request, "cannot be sent: " + what + why);
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> writer.write("&amp;");
        case '<' -> writer.write("&lt;");
        case '>' -> writer.write("&gt;");
        // a parser would make a line feed of it
        case '\r' -> writer.write("&#13;");
        default -> writer.write(c);
      }
    }
  }
}
