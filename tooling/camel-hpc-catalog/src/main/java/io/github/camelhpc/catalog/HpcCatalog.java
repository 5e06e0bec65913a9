package io.github.camelhpc.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.camel.catalog.CamelCatalog;
import org.apache.camel.tooling.model.JsonMapper;

/**
 * The components {@code hpcpack:}, {@code hpcsoa:}, {@code azbatch:} and {@code dbapi:} in a {@link
 * CamelCatalog}, for tools that complete, explain or check URIs. The jars of the components are not
 * needed for it.
 *
 * <p>The schemas lie where a catalogue looks for those of Camel's own components: with this jar on
 * its class path a catalogue answers questions about the four already. What {@link #addTo} adds is
 * that they are listed too.
 */
public final class HpcCatalog {

  private static final List<String> SCHEMES = List.of("azbatch", "dbapi", "hpcpack", "hpcsoa");

  private HpcCatalog() {}

  /** The schemes of the components, in alphabetical order. */
  public static List<String> schemes() {
    return SCHEMES;
  }

  /**
   * The schema of a component, in the form of Camel's catalogue.
   *
   * @param scheme one of {@link #schemes()}
   * @return JSON
   * @throws IllegalArgumentException for another scheme
   */
  public static String schema(String scheme) {
    if (!SCHEMES.contains(scheme)) {
      throw new IllegalArgumentException(
          "no component has the scheme '" + scheme + "'; there are " + String.join(", ", SCHEMES));
    }
    String resource = "/org/apache/camel/catalog/components/" + scheme + ".json";
    try (InputStream in = HpcCatalog.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Adds the components to a catalogue. Doing it twice changes nothing.
   *
   * @return the same catalogue
   */
  public static CamelCatalog addTo(CamelCatalog catalog) {
    for (String scheme : SCHEMES) {
      String schema = schema(scheme);
      catalog.addComponent(scheme, JsonMapper.generateComponentModel(schema).getJavaType(), schema);
    }
    return catalog;
  }
}
