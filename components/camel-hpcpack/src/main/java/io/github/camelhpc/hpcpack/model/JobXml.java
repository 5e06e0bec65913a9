package io.github.camelhpc.hpcpack.model;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Marshaller;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.function.UnaryOperator;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamException;
import org.w3c.dom.DOMException;

/**
 * Reads and writes job XML: the document that createJobFromXml takes and that HPC Pack exports
 * (facts/hpcpack.md §3.5). Any namespace or none is read; document types and entities are refused.
 */
public final class JobXml {

  /** The namespace written. */
  public static final String NAMESPACE = "http://schemas.microsoft.com/HPCS2008R2/scheduler/";

  private JobXml() {}

  /**
   * Reads a job.
   *
   * @param in the document; read to its end, not closed
   * @throws JobXmlException if it is not well-formed, has a document type, or is not a job
   * @throws IOException if the stream cannot be read
   */
  public static Job read(InputStream in) throws IOException {
    return read(() -> SafeXmlReader.of(in, NAMESPACE, UnaryOperator.identity()));
  }

  /**
   * Reads a job.
   *
   * @param xml the document; an encoding declared in it does not matter
   * @throws JobXmlException if it is not well-formed, has a document type, or is not a job
   */
  public static Job read(String xml) {
    return inMemory(() -> read(() -> open(xml)));
  }

  /**
   * Writes a job, without an XML declaration.
   *
   * @throws JobXmlException if the job has a text with characters that XML cannot hold
   */
  public static String write(Job job) {
    StringWriter xml = new StringWriter();
    try {
      Marshaller marshaller = Context.JOB.createMarshaller();
      marshaller.setProperty(Marshaller.JAXB_FRAGMENT, true);
      marshaller.marshal(job, xml);
    } catch (JAXBException e) {
      throw new IllegalArgumentException("the job cannot be written as XML: " + e.getMessage(), e);
    }
    // JAXB lets control characters pass
    return requireJob(xml.toString());
  }

  /**
   * Checks, without reading it in full, that a text is a job XML that the server can parse.
   *
   * @return the text
   * @throws JobXmlException if it is not well-formed, has a document type, or its root is not Job
   */
  public static String requireJob(String xml) {
    return inMemory(
        () -> {
          try {
            SafeXmlReader reader = open(xml);
            toRoot(reader);
            reader.finish();
            return xml;
          } catch (XMLStreamException e) {
            throw new JobXmlException(XmlFault.of(e));
          }
        });
  }

  private static Job read(Opening opening) throws IOException {
    try {
      SafeXmlReader reader = opening.open();
      toRoot(reader);
      Job job = Context.JOB.createUnmarshaller().unmarshal(reader, Job.class).getValue();
      reader.finish();
      return job;
    } catch (XMLStreamException | JAXBException | DOMException e) {
      // DOM: an element that the model does not know has a name that is none, such as <:a>
      throw new JobXmlException(XmlFault.of(e));
    }
  }

  private static SafeXmlReader open(String xml) throws XMLStreamException {
    String start = xml.startsWith("\ufeff") ? xml.substring(1) : xml;
    // a declaration must stand at the very start; texts in Java and YAML often begin with a line
    return SafeXmlReader.of(new StringReader(start.stripLeading()), NAMESPACE);
  }

  private static void toRoot(SafeXmlReader reader) throws XMLStreamException {
    reader.nextTag();
    if (!reader.getLocalName().equals("Job")) {
      Location place = reader.getLocation();
      throw new XMLStreamException(
          "the root element must be Job, not " + reader.getLocalName(), place);
    }
  }

  private static <T> T inMemory(Reading<T> reading) {
    try {
      return reading.read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Opening {
    SafeXmlReader open() throws XMLStreamException;
  }

  private interface Reading<T> {
    T read() throws IOException;
  }

  /** Made once, when first needed: it takes long. */
  private static final class Context {

    static final JAXBContext JOB = create();

    private static JAXBContext create() {
      try {
        return JAXBContext.newInstance(Job.class);
      } catch (JAXBException e) {
        throw new IllegalStateException("JAXB cannot work with the job model", e);
      }
    }
  }
}
