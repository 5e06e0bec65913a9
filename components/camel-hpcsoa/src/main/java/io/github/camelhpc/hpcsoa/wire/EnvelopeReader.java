package io.github.camelhpc.hpcsoa.wire;

import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import io.github.camelhpc.hpcsoa.model.EndOfResponses;
import io.github.camelhpc.hpcsoa.model.SoaResponse;
import java.io.IOException;

/** Reads one envelope: its headers, and then its body as the headers say (facts/hpcsoa.md §3.2). */
final class EnvelopeReader {

  // the names begin with HPCServer2008 or HPCPack2008 (facts/hpcsoa.md §8)
  private static final String USER_DATA = "_Broker_UserDataNS";
  private static final String REQUEST_ACTION = "_Broker_RequestActionNS";

  private final XmlCursor cursor;
  private final SoapBodyReader body;
  private final NamespaceScope namespaces = new NamespaceScope();
  private final RepeatedText actions = new RepeatedText();
  private final RepeatedText requestActions = new RepeatedText();
  private String action;
  private String requestAction;
  private String relatesTo;
  private String userData;
  private EndOfResponses end;
  private SoaResponse response;

  EnvelopeReader(XmlCursor cursor, boolean withBody) {
    this.cursor = cursor;
    this.body = new SoapBodyReader(cursor, withBody, namespaces);
  }

  /** To be told, at the root, of the namespaces that hold for all envelopes. */
  void inheritNamespaces() {
    namespaces.add(cursor.reader());
    namespaces.markOuter();
  }

  /**
   * Reads from the start of an envelope to its end.
   *
   * @param number the envelope's number among the responses, for messages
   * @return {@code null} if it is the message at the end, which {@link #end()} then gives
   */
  SoaResponse read(long number) throws IOException {
    begin();
    while (cursor.nextTag("an envelope") == START_ELEMENT) {
      switch (cursor.localName()) {
        case "Header" -> readHeader();
        case "Body" -> readBody(number);
        default -> cursor.skipElement();
      }
    }
    if (response == null && end == null) {
      throw cursor.malformed("response %d has no Body".formatted(number));
    }
    return response;
  }

  private void begin() {
    namespaces.reset();
    namespaces.add(cursor.reader());
    action = null;
    requestAction = null;
    relatesTo = null;
    userData = "";
    response = null;
  }

  private void readHeader() throws IOException {
    while (cursor.nextTag("a header") == START_ELEMENT) {
      String name = cursor.localName();
      if (name.equals("Action") && Soap.isAddressing(cursor.namespace())) {
        action = cursor.elementText(actions);
      } else if (name.equals("RelatesTo") && Soap.isAddressing(cursor.namespace())) {
        relatesTo = cursor.elementText();
      } else if (name.endsWith(USER_DATA)) {
        userData = cursor.elementText();
      } else if (name.endsWith(REQUEST_ACTION)) {
        requestAction = cursor.elementText(requestActions);
      } else {
        cursor.skipElement();
      }
    }
  }

  private void readBody(long number) throws IOException {
    if (response != null || end != null) {
      throw cursor.malformed("response %d has two bodies".formatted(number));
    }
    namespaces.add(cursor.reader());
    if (StreamedResponses.END_ACTION.equals(action)) {
      end = body.readEnd(number - 1);
    } else if (StreamedResponses.BROKER_UNAVAILABLE_ACTION.equals(action)) {
      throw new BrokerUnavailableException();
    } else {
      body.read();
      response =
          new SoaResponse(
              action, requestAction, relatesTo, userData, body.output(), body.xml(), body.fault());
    }
  }

  /** What the end message says; {@code null} before it. */
  EndOfResponses end() {
    return end;
  }
}
