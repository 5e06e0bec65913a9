package io.github.camelhpc.hpcsoa.wire;

import static javax.xml.stream.XMLStreamConstants.END_DOCUMENT;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import io.github.camelhpc.hpcsoa.model.SoaResponse;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads an array of SOAP envelopes: any root, an envelope a response, and the envelope that ends
 * them (facts/hpcsoa.md §3.2). Document types and entities are refused.
 */
public final class SoapResponseReader extends StreamedResponses {

  private final InputStream in;
  private final ResponseOptions options;
  private XmlCursor cursor;
  private EnvelopeReader envelopes;

  /** Reads with {@link ResponseOptions#DEFAULT}. */
  public SoapResponseReader(InputStream in) {
    this(in, ResponseOptions.DEFAULT);
  }

  /** Reads from where the stream is, when the first response is asked for; closes it. */
  public SoapResponseReader(InputStream in, ResponseOptions options) {
    super(options);
    this.in = in;
    this.options = options;
  }

  @Override
  SoaResponse read() throws IOException {
    if (cursor == null) {
      open();
    }
    cursor.nextItem();
    if (cursor.nextTag("an array of envelopes") != START_ELEMENT) {
      readToEnd();
      return null;
    }
    if (!cursor.localName().equals("Envelope")) {
      throw cursor.malformed(
          "the element %s is where response %d should be, an Envelope was expected"
              .formatted(cursor.localName(), count() + 1));
    }
    if (hasEndMessage()) {
      throw cursor.malformed("an Envelope follows the end of the responses");
    }
    SoaResponse response = envelopes.read(count() + 1);
    if (response != null) {
      return response;
    }
    ended(envelopes.end());
    return read();
  }

  private void open() throws IOException {
    cursor = new XmlCursor(in, options.maxItemSize());
    envelopes = new EnvelopeReader(cursor, options.withBody());
    try {
      cursor.nextTag("front of the root");
    } catch (SoaFormatException e) {
      throw e.offset() > 1 ? e : notXml(e);
    }
    envelopes.inheritNamespaces();
  }

  private static SoaFormatException notXml(SoaFormatException e) {
    return new SoaFormatException(
        "the answer is not XML; for the responses of a generic service set genericService=true",
        e.offset(),
        e);
  }

  private void readToEnd() throws IOException {
    while (cursor.next() != END_DOCUMENT) {
      // comments may follow the root
    }
  }

  @Override
  long offset() {
    return cursor.offset();
  }

  @Override
  public void close() throws IOException {
    closed();
    if (cursor == null) {
      in.close();
    } else {
      cursor.close();
    }
  }
}
