package io.github.camelhpc.hpcsoa.wire;

import static javax.xml.stream.XMLStreamConstants.CHARACTERS;
import static javax.xml.stream.XMLStreamConstants.END_DOCUMENT;
import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A small answer in JSON or XML, so that what it means is read in one way: names count, in any case
 * and any namespace, their order does not (facts/hpcsoa.md §2.2).
 *
 * @param name the element's or member's name; empty in an array and at a JSON root
 * @param text the text; {@code null} for null, nil, and where there are children
 */
record AnswerNode(String name, String text, List<AnswerNode> children) {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  /** Reads what it looks like, whatever its content type says. */
  static AnswerNode read(byte[] answer) throws IOException {
    int first = 0;
    while (first < answer.length && !isPrintable(answer[first])) {
      first++;
    }
    if (first == answer.length) {
      throw new SoaFormatException("the answer is empty, JSON or XML was expected", first);
    }
    return answer[first] == '<' ? ofXml(answer, first) : ofJson(answer);
  }

  // white space and byte order marks do not count
  private static boolean isPrintable(byte b) {
    return b > ' ';
  }

  private static AnswerNode ofJson(byte[] answer) throws IOException {
    try {
      return of("", MAPPER.readTree(answer));
    } catch (JsonProcessingException e) {
      throw new SoaFormatException(
          "the service's JSON is malformed: " + e.getOriginalMessage(),
          Math.max(0, e.getLocation() == null ? 0 : e.getLocation().getByteOffset()),
          e);
    }
  }

  private static AnswerNode of(String name, JsonNode json) {
    List<AnswerNode> children = new ArrayList<>();
    for (Map.Entry<String, JsonNode> member : json.properties()) {
      children.add(of(member.getKey(), member.getValue()));
    }
    if (json.isArray()) {
      json.forEach(item -> children.add(of("", item)));
    }
    return new AnswerNode(
        name, json.isValueNode() && !json.isNull() ? json.asText() : null, List.copyOf(children));
  }

  private static AnswerNode ofXml(byte[] answer, int first) throws IOException {
    // blanks before an XML declaration are not XML, but a byte order mark is
    boolean blanks = first > 0 && answer[0] > 0;
    int start = blanks ? first : 0;
    ByteArrayInputStream in = new ByteArrayInputStream(answer, start, answer.length - start);
    try (XmlCursor cursor = new XmlCursor(in, answer.length)) {
      cursor.nextTag("front of the root");
      AnswerNode root = element(cursor);
      while (cursor.next() != END_DOCUMENT) {
        // comments may follow the root
      }
      return root;
    }
  }

  private static AnswerNode element(XmlCursor cursor) throws IOException {
    String name = cursor.localName();
    boolean nil = cursor.isNil();
    StringBuilder text = new StringBuilder();
    List<AnswerNode> children = new ArrayList<>();
    int event;
    while ((event = cursor.next()) != END_ELEMENT) {
      if (event == START_ELEMENT) {
        children.add(element(cursor));
      } else if (event == CHARACTERS) {
        text.append(cursor.text());
      }
    }
    return new AnswerNode(
        name, nil || !children.isEmpty() ? null : text.toString(), List.copyOf(children));
  }

  boolean isLeaf() {
    return children.isEmpty();
  }

  /** The first child of that name, in any case; {@code null} if there is none. */
  AnswerNode child(String childName) {
    for (AnswerNode child : children) {
      if (child.name.equalsIgnoreCase(childName)) {
        return child;
      }
    }
    return null;
  }

  /** The stripped text of that child; {@code null} if there is none. */
  String childText(String childName) {
    AnswerNode child = child(childName);
    return child == null || child.text == null ? null : child.text.strip();
  }
}
