package io.github.camelhpc.support.camel;

import java.util.Map;
import java.util.Set;
import org.apache.camel.spi.EndpointUriFactory;
import org.apache.camel.support.component.EndpointUriFactorySupport;

/** What the Camel build generates for a real component. */
public class TinyEndpointUriFactory extends EndpointUriFactorySupport
    implements EndpointUriFactory {

  @Override
  public boolean isEnabled(String scheme) {
    return "tiny".equals(scheme);
  }

  @Override
  public String buildUri(String scheme, Map<String, Object> properties, boolean encode) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Set<String> propertyNames() {
    return Set.of("thingId", "filter", "delay");
  }

  @Override
  public Set<String> secretPropertyNames() {
    return Set.of();
  }

  @Override
  public Map<String, String> multiValuePrefixes() {
    return Map.of();
  }

  @Override
  public boolean isLenientProperties() {
    return false;
  }
}
