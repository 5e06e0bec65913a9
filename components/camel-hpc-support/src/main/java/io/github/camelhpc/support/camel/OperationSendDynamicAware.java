package io.github.camelhpc.support.camel;

import io.github.camelhpc.support.operation.Parameter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.support.component.SendDynamicAwareSupport;
import org.apache.camel.util.URISupport;

/**
 * Lets {@code toD} with changing parameter values use one endpoint: the values become headers for
 * the call, and are gone afterwards. A header that is there already beats the value, as it does
 * with {@code to}.
 */
public abstract class OperationSendDynamicAware extends SendDynamicAwareSupport {

  private final OperationCatalog<?> catalog;

  protected OperationSendDynamicAware(OperationCatalog<?> catalog) {
    this.catalog = catalog;
  }

  /**
   * The known options, which the superclass would ask the endpoint's URI factory for, are of use to
   * lenient endpoints only; and the type of one of the factory's methods differs between Camel 4.14
   * and later lines.
   */
  @Override
  protected void doInit() {}

  @Override
  public boolean isLenientProperties() {
    return false;
  }

  @Override
  public DynamicAwareEntry prepare(Exchange exchange, String uri, String originalUri)
      throws Exception {
    return new DynamicAwareEntry(uri, originalUri, endpointProperties(exchange, uri), null);
  }

  @Override
  public String resolveStaticUri(Exchange exchange, DynamicAwareEntry entry) throws Exception {
    Map<String, Object> fixed = new LinkedHashMap<>(entry.getProperties());
    fixed.keySet().removeIf(option -> catalog.parameter(option) != null);
    return asEndpointUri(exchange, entry.getUri(), fixed);
  }

  @Override
  public Processor createPreProcessor(Exchange exchange, DynamicAwareEntry entry) {
    Map<String, Object> headers = headers(entry, exchange.getMessage());
    return e -> headers.forEach(e.getMessage()::setHeader);
  }

  @Override
  public Processor createPostProcessor(Exchange exchange, DynamicAwareEntry entry) {
    Map<String, Object> headers = headers(entry, exchange.getMessage());
    return headers.isEmpty() ? null : e -> headers.forEach((h, v) -> removeUnchanged(e, h, v));
  }

  /** A header that the operation itself has set since then stays. */
  private static void removeUnchanged(Exchange exchange, String header, Object value) {
    if (value.equals(exchange.getMessage().getHeader(header))) {
      exchange.getMessage().removeHeader(header);
    }
  }

  private Map<String, Object> headers(DynamicAwareEntry entry, Message message) {
    Map<String, Object> headers = new LinkedHashMap<>();
    // a value can stand as RAW(value), which only an endpoint's URI takes
    Map<String, Object> values = new LinkedHashMap<>(entry.getProperties());
    URISupport.resolveRawParameterValues(values);
    values.forEach(
        (option, value) -> {
          Parameter parameter = catalog.parameter(option);
          if (parameter != null && message.getHeader(parameter.header()) == null) {
            headers.put(parameter.header(), value);
          }
        });
    return headers;
  }
}
