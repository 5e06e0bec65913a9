package io.github.camelhpc.hpcpack.wire;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Marshaller;
import jakarta.xml.bind.Unmarshaller;
import java.io.ByteArrayOutputStream;

/**
 * JAXB for the wire's classes. A context is made once, when first needed: it takes long. It is one
 * for each class, so that a document declares its own namespace only, as the service's do.
 */
final class WireXml {

  private static final ClassValue<JAXBContext> CONTEXTS =
      new ClassValue<>() {
        @Override
        protected JAXBContext computeValue(Class<?> type) {
          try {
            return JAXBContext.newInstance(type);
          } catch (JAXBException e) {
            throw new IllegalStateException("JAXB cannot work with " + type.getName(), e);
          }
        }
      };

  private WireXml() {}

  static Unmarshaller unmarshaller(Class<?> type) throws JAXBException {
    return CONTEXTS.get(type).createUnmarshaller();
  }

  /** An element as UTF-8, without an XML declaration. */
  static byte[] bytes(Object element) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      Marshaller marshaller = CONTEXTS.get(element.getClass()).createMarshaller();
      marshaller.setProperty(Marshaller.JAXB_FRAGMENT, true);
      marshaller.marshal(element, bytes);
    } catch (JAXBException e) {
      throw new IllegalStateException("JAXB cannot write what it has classes for", e);
    }
    return bytes.toByteArray();
  }
}
