package io.github.camelhpc.test.hostile;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelhpc.test.server.MisbehavingServer.Request;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * A request as places and what stands there: the parts of the path, the query, the names of the
 * headers, and the members or elements of a body in JSON or XML.
 */
record FlatRequest(Map<String, String> places) {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  /** Names that the components make. */
  private static final Pattern UUID =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);

  /** Servers differ in nothing but their port. */
  static FlatRequest of(Request request, int port) {
    RequestShape shape = RequestShape.of(request);
    Map<String, String> places = new TreeMap<>();
    places.put("method", shape.method());
    places.put("host", shape.host().replaceFirst(":" + port + "$", ""));
    List<String> segments = shape.segments();
    for (int i = 0; i < segments.size(); i++) {
      places.put("path " + i, segments.get(i));
    }
    shape.query().forEach((name, value) -> places.put("query " + name, value));
    shape.headers().forEach(name -> places.put("header " + name, ""));
    addBody(request.body(), places);
    places.replaceAll((place, value) -> UUID.matcher(value).replaceAll("uuid"));
    return new FlatRequest(places);
  }

  private static void addBody(String body, Map<String, String> places) {
    try {
      if (body.startsWith("<")) {
        addElement("body", xml(body), places);
      } else if (!body.isEmpty()) {
        addMembers("body", JSON.readTree(body), places);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void addMembers(String place, JsonNode node, Map<String, String> places) {
    if (node.isValueNode()) {
      places.put(place, node.asText());
    }
    node.fields().forEachRemaining(m -> addMembers(place + "/" + m.getKey(), m.getValue(), places));
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      addMembers(place + "/" + i, node.get(i), places);
    }
  }

  private static Element xml(String body) throws IOException {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(body)))
          .getDocumentElement();
    } catch (SAXException | ParserConfigurationException e) {
      throw new IOException(e);
    }
  }

  private static void addElement(String place, Element element, Map<String, String> places) {
    String own = place + "/" + element.getTagName();
    StringBuilder text = new StringBuilder();
    int child = 0;
    for (Node n = element.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n instanceof Element inner) {
        addElement(own + "/" + child++, inner, places);
      } else {
        text.append(n.getNodeValue());
      }
    }
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      Node attribute = element.getAttributes().item(i);
      places.put(own + "@" + attribute.getNodeName(), attribute.getNodeValue());
    }
    places.put(own, text.toString());
  }

  /** Whether it has the same places, with the same in each but where the value stands. */
  boolean isLike(FlatRequest usual, String value) {
    return places.keySet().equals(usual.places.keySet())
        && places.entrySet().stream()
            .allMatch(
                e -> e.getValue().equals(usual.places.get(e.getKey())) || has(e.getValue(), value));
  }

  /** Whether the value stands somewhere in it. */
  boolean has(String value) {
    return places.values().stream().anyMatch(place -> has(place, value));
  }

  /** A service that reads ids without regard to case may be sent them in lower case. */
  private static boolean has(String place, String value) {
    return place.toLowerCase(Locale.ROOT).contains(value.toLowerCase(Locale.ROOT));
  }

  /** Short enough to be read. */
  @Override
  public String toString() {
    String text = places.toString();
    return text.length() < 1_000 ? text : text.substring(0, 1_000) + "…";
  }
}
