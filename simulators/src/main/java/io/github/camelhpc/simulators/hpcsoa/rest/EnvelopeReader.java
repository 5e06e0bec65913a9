package io.github.camelhpc.simulators.hpcsoa.rest;

import io.github.camelhpc.simulators.hpcsoa.SoaCall;
import io.github.camelhpc.simulators.hpcsoa.SoaFault;
import io.github.camelhpc.simulators.hpcsoa.session.BatchRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;

/** Collects what matters of one SOAP envelope after the other. */
final class EnvelopeReader {

  static final String SOAP = "http://www.w3.org/2003/05/soap-envelope";
  static final String ADDRESSING = "http://www.w3.org/2005/08/addressing";

  /** How deep in the document an envelope is; header and body, and their children, follow. */
  static final int DEPTH = 2;

  private static final int PART = DEPTH + 1;
  private static final int CHILD = DEPTH + 2;

  private final XMLStreamReader xml;
  private final int maxMessageSize;
  private final List<Map<String, String>> namespaces = new ArrayList<>();
  private final StringBuilder headerText = new StringBuilder();
  private BodyElement body;
  private boolean inHeader;
  private boolean inBody;
  private String action;
  private String messageId;
  private String userData;

  EnvelopeReader(XMLStreamReader xml, int maxMessageSize) {
    this.xml = xml;
    this.maxMessageSize = maxMessageSize;
  }

  void start(int depth) {
    if (depth <= PART) {
      rememberNamespaces(depth);
    }
    if (depth == DEPTH) {
      beginEnvelope();
    } else if (depth == PART) {
      inHeader = isSoap("Header");
      inBody = isSoap("Body");
    } else if (depth >= CHILD && inBody) {
      startInBody(depth);
    } else if (depth == CHILD) {
      headerText.setLength(0);
    }
  }

  private void rememberNamespaces(int depth) {
    while (namespaces.size() >= depth) {
      namespaces.remove(namespaces.size() - 1);
    }
    Map<String, String> inScope = new LinkedHashMap<>();
    if (!namespaces.isEmpty()) {
      inScope.putAll(namespaces.get(namespaces.size() - 1));
    }
    for (int i = 0; i < xml.getNamespaceCount(); i++) {
      inScope.put(
          BodyElement.orEmpty(xml.getNamespacePrefix(i)),
          BodyElement.orEmpty(xml.getNamespaceURI(i)));
    }
    namespaces.add(inScope);
  }

  private void beginEnvelope() {
    if (!isSoap("Envelope")) {
      throw SoaFault.argument(
          "The array of messages has envelopes of SOAP 1.2 in it, not " + xml.getLocalName() + ".");
    }
    action = null;
    messageId = "";
    userData = "";
    body = null;
  }

  private boolean isSoap(String name) {
    return xml.getLocalName().equals(name) && SOAP.equals(xml.getNamespaceURI());
  }

  private void startInBody(int depth) {
    if (depth == CHILD) {
      if (body != null) {
        throw SoaFault.argument("The SOAP body of a request must have one element.");
      }
      body = new BodyElement(namespaces.get(namespaces.size() - 1), maxMessageSize);
    }
    body.start(xml);
  }

  void text(int depth) {
    if (depth >= CHILD && (inBody || inHeader)) {
      try {
        if (inBody) {
          body.text(xml.getText());
        } else {
          headerText.append(xml.getText());
        }
      } catch (IllegalStateException e) {
        // Aalto finds out late that the text is malformed, and wraps that
        throw SoaFault.argument("The array of messages is not well-formed XML.");
      }
    }
  }

  void end(int depth) {
    if (depth >= CHILD && inBody) {
      body.end(xml);
    } else if (depth == CHILD && inHeader) {
      header(xml.getLocalName(), BodyElement.orEmpty(xml.getNamespaceURI()), headerText.toString());
    }
  }

  private void header(String name, String namespace, String text) {
    if (name.equals("Action") && namespace.equals(ADDRESSING)) {
      action = text.strip();
    } else if (name.equals("MessageID") && namespace.equals(ADDRESSING)) {
      messageId = text.strip();
    } else if (name.endsWith("_Broker_UserDataNS")) {
      // by the end of the name, since the beginning differs (facts/hpcsoa.md §8)
      userData = RequestParser.checkedUserData(text);
    }
  }

  /** The request of the envelope that has just ended. */
  BatchRequest request() {
    if (action == null || action.isEmpty()) {
      throw SoaFault.argument("The envelope of a request has no a:Action.");
    }
    if (body == null) {
      throw SoaFault.argument("The SOAP body of a request is empty.");
    }
    boolean generic = action.equals(SoaCall.GENERIC_ACTION) && body.isGenericOperation();
    String input = generic ? body.allText() : body.toXml();
    return new BatchRequest(new SoaCall(action, input, userData, generic), messageId);
  }
}
