package io.github.camelhpc.hpcsoa.wire;

import io.github.camelhpc.hpcsoa.model.WebServiceFault;
import io.github.camelhpc.support.http.PageText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads an error answer by what it looks like: the service's fault in XML or JSON, other JSON, a
 * text, or the HTML of a gateway (facts/hpcsoa.md §6).
 */
public final class WebServiceFaultReader {

  private WebServiceFaultReader() {}

  /** Never fails: what cannot be understood is kept as text. {@code null} is an empty answer. */
  public static WebServiceFault read(byte[] body) {
    if (body == null || body.length == 0) {
      return WebServiceFault.ofMessage("");
    }
    try {
      AnswerNode root = AnswerNode.read(body);
      WebServiceFault fault = fault(root);
      if (fault != null) {
        return fault;
      }
      if (root.isLeaf() && root.text() != null) {
        return WebServiceFault.ofMessage(root.text());
      }
    } catch (IOException e) {
      // HTML is seldom well-formed, and a text is neither JSON nor XML
    }
    return WebServiceFault.ofMessage(plain(body));
  }

  // the fault itself, or one wrapped in a member such as error
  private static WebServiceFault fault(AnswerNode node) {
    String message = node.childText("Message");
    String code = node.childText("Code");
    if (message != null || code != null) {
      return new WebServiceFault(number(code), message, values(node.child("Values")));
    }
    for (AnswerNode child : node.children()) {
      WebServiceFault fault = fault(child);
      if (fault != null) {
        return fault;
      }
    }
    return null;
  }

  private static Long number(String code) {
    try {
      return code == null ? null : Long.valueOf(code);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  // pairs of any name with key and value, or the members of an object
  private static Map<String, String> values(AnswerNode node) {
    Map<String, String> values = new LinkedHashMap<>();
    if (node == null) {
      return values;
    }
    for (AnswerNode item : node.children()) {
      String key = item.isLeaf() ? item.name() : item.childText("key");
      String value = item.isLeaf() ? item.text() : item.childText("value");
      values.put(key == null ? String.valueOf(values.size()) : key, value == null ? "" : value);
    }
    return values;
  }

  private static String plain(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8).strip();
    text = text.startsWith("\uFEFF") ? text.substring(1) : text;
    return text.startsWith("<") ? PageText.of(text) : text;
  }
}
