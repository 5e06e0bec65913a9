package io.github.camelhpc.simulators.hpcsoa.rest;

import com.fasterxml.aalto.AsyncByteArrayFeeder;
import com.fasterxml.aalto.AsyncXMLStreamReader;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import io.github.camelhpc.simulators.hpcsoa.SoaFault;
import io.github.camelhpc.simulators.hpcsoa.session.BatchRequest;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** Requests as SOAP envelopes in one root element of any name (facts/hpcsoa.md §3.2). */
final class SoapRequestParser implements RequestParser {

  private static final InputFactoryImpl FACTORY = new InputFactoryImpl();

  private final AsyncXMLStreamReader<AsyncByteArrayFeeder> xml = FACTORY.createAsyncForByteArray();
  private final List<BatchRequest> complete = new ArrayList<>();
  private final EnvelopeReader envelope;
  private int depth;
  private boolean hasRoot;

  SoapRequestParser(int maxMessageSize) {
    envelope = new EnvelopeReader(xml, maxMessageSize);
  }

  @Override
  public List<BatchRequest> feed(byte[] piece) {
    complete.clear();
    try {
      xml.getInputFeeder().feedInput(piece, 0, piece.length);
      readOn();
    } catch (XMLStreamException e) {
      throw malformed(e);
    }
    return List.copyOf(complete);
  }

  @Override
  public void end() {
    try {
      xml.getInputFeeder().endOfInput();
      readOn();
    } catch (XMLStreamException e) {
      throw malformed(e);
    }
    if (!hasRoot || depth > 0) {
      throw SoaFault.argument("The array of messages is not complete.");
    }
  }

  private static SoaFault malformed(XMLStreamException e) {
    String reason = String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
    return SoaFault.argument("The array of messages is not well-formed XML: " + reason);
  }

  private void readOn() throws XMLStreamException {
    while (xml.hasNext()) {
      switch (xml.next()) {
        case AsyncXMLStreamReader.EVENT_INCOMPLETE -> {
          return;
        }
        case AsyncXMLStreamReader.START_ELEMENT -> start();
        case AsyncXMLStreamReader.END_ELEMENT -> end(depth--);
        case AsyncXMLStreamReader.CHARACTERS,
            AsyncXMLStreamReader.CDATA,
            AsyncXMLStreamReader.SPACE ->
            envelope.text(depth);
        case AsyncXMLStreamReader.DTD, AsyncXMLStreamReader.ENTITY_REFERENCE ->
            throw SoaFault.argument("The XML must not have a document type or entities.");
        default -> {
          // comments and processing instructions mean nothing
        }
      }
    }
  }

  private void start() {
    depth++;
    hasRoot = true;
    envelope.start(depth);
  }

  private void end(int closing) {
    envelope.end(closing);
    if (closing == EnvelopeReader.DEPTH) {
      complete.add(envelope.request());
    }
  }
}
