package io.github.camelhpc.hpcsoa;

import io.github.camelhpc.hpcsoa.model.SoaRequest;
import io.github.camelhpc.hpcsoa.wire.GenericRequestWriter;
import io.github.camelhpc.hpcsoa.wire.RequestWriter;
import io.github.camelhpc.hpcsoa.wire.SoapRequestWriter;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.stream.BaseStream;
import org.apache.camel.StreamCache;

/** What a message's body has as requests of a batch. */
final class RequestBodies {

  private RequestBodies() {}

  /**
   * @param generic whether the service is a generic one
   * @throws IllegalArgumentException if the body has no requests; the message says what it can be
   */
  static RequestsEntity entity(Object body, String batch, boolean generic) {
    if (body instanceof byte[] bytes) {
      return new RequestsEntity(out -> out.write(bytes));
    }
    if (body instanceof StreamCache cache) {
      return new RequestsEntity(cache::writeTo);
    }
    if (body instanceof InputStream in) {
      return new RequestsEntity(in::transferTo);
    }
    if (body instanceof CharSequence text) {
      byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
      return new RequestsEntity(out -> out.write(bytes));
    }
    RequestWriter writer =
        generic ? new GenericRequestWriter() : new SoapRequestWriter(batch, null);
    Iterator<?> requests = iterator(body);
    return new RequestsEntity(out -> writer.write(new Requests(requests, generic), out));
  }

  private static Iterator<?> iterator(Object body) {
    if (body instanceof SoaRequest) {
      return List.of(body).iterator();
    }
    if (body instanceof Iterator<?> iterator) {
      return iterator;
    }
    if (body instanceof Iterable<?> iterable) {
      return iterable.iterator();
    }
    if (body instanceof BaseStream<?, ?> stream) {
      return stream.iterator();
    }
    throw new IllegalArgumentException(
        "the body must be SoaRequests (one, or an Iterator or Iterable of them) or the service's own"
            + " format as text, bytes or stream, not "
            + (body == null ? "nothing" : body.getClass().getName()));
  }

  /** Texts are requests of a generic service, numbered by their user data. */
  private static final class Requests implements Iterator<SoaRequest> {

    private final Iterator<?> bodies;
    private final boolean generic;
    private long count;

    private Requests(Iterator<?> bodies, boolean generic) {
      this.bodies = bodies;
      this.generic = generic;
    }

    @Override
    public boolean hasNext() {
      return bodies.hasNext();
    }

    @Override
    public SoaRequest next() {
      Object body = bodies.next();
      count++;
      if (body instanceof SoaRequest request) {
        return request;
      }
      if (generic && body instanceof CharSequence text) {
        return SoaRequest.generic(text.toString(), String.valueOf(count));
      }
      throw new IllegalArgumentException(
          "request "
              + count
              + " of the body must be a SoaRequest"
              + (generic ? " or text" : "")
              + ", not "
              + (body == null ? "nothing" : body.getClass().getName()));
    }
  }
}
