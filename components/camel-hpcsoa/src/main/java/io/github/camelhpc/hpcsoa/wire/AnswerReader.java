package io.github.camelhpc.hpcsoa.wire;

import io.github.camelhpc.hpcsoa.model.BrokerClientStatus;
import io.github.camelhpc.hpcsoa.model.SessionInfo;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the service's small answers, JSON or XML as they look (facts/hpcsoa.md §2, §4). Throws
 * {@link SoaFormatException} if an answer is malformed or not what was asked for; does not close
 * the streams.
 */
public final class AnswerReader {

  // the answers read here have a few hundred bytes
  private static final int MAX_SIZE = 4 << 20;

  private AnswerReader() {}

  /** The session that createSession and attachSession answer. */
  public static SessionInfo readSessionInfo(InputStream in) throws IOException {
    AnswerNode root = read(in);
    long id = number(root, "Id", -1);
    if (id < 0) {
      throw new SoaFormatException("the answer has no session's Id", 0);
    }
    String brokerNode = root.childText("BrokerNode");
    return new SessionInfo(
        brokerNode == null || brokerNode.isEmpty() ? null : brokerNode,
        (int) inRange(id, "Id"),
        Boolean.parseBoolean(root.childText("IsDurable")),
        number(root, "MaxMessageSize", 0),
        (int) inRange(number(root, "ServiceOperationTimeout", 0), "ServiceOperationTimeout"),
        version(root.child("ServiceVersion")));
  }

  /** The state of a batch: a number or a name, in JSON, XML or as it is. */
  public static BrokerClientStatus readStatus(InputStream in) throws IOException {
    byte[] answer = in.readNBytes(1024);
    try {
      return BrokerClientStatus.of(new String(answer, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      throw new SoaFormatException(e.getMessage(), 0, e);
    }
  }

  /** The names of the clusters that getClusters answers. */
  public static List<String> readClusters(InputStream in) throws IOException {
    List<String> names = new ArrayList<>();
    collectNames(read(in), names);
    return List.copyOf(names);
  }

  private static void collectNames(AnswerNode node, List<String> names) {
    if ("Name".equals(node.childText("Name")) && node.childText("Value") != null) {
      names.add(node.childText("Value"));
    }
    node.children().forEach(child -> collectNames(child, names));
  }

  private static AnswerNode read(InputStream in) throws IOException {
    byte[] answer = in.readNBytes(MAX_SIZE + 1);
    if (answer.length > MAX_SIZE) {
      throw new SoaFormatException(
          "the answer has more than %d bytes".formatted(MAX_SIZE), MAX_SIZE);
    }
    return AnswerNode.read(answer);
  }

  // a string, or the fields of .NET's Version, of which -1 is not set (facts/hpcsoa.md §2.2)
  private static String version(AnswerNode node) {
    if (node == null || node.isLeaf()) {
      return node == null || node.text() == null || node.text().isBlank()
          ? null
          : node.text().strip();
    }
    StringBuilder version = new StringBuilder();
    for (String part : List.of("Major", "Minor", "Build", "Revision")) {
      String value = node.childText('_' + part);
      value = value == null ? node.childText(part) : value;
      if (value == null || value.startsWith("-")) {
        break;
      }
      version.append(version.isEmpty() ? "" : ".").append(value);
    }
    return version.isEmpty() ? null : version.toString();
  }

  private static long number(AnswerNode root, String name, long absent) throws IOException {
    String text = root.childText(name);
    if (text == null || text.isEmpty()) {
      return absent;
    }
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new SoaFormatException("%s in the answer is not a whole number".formatted(name), 0, e);
    }
  }

  private static long inRange(long number, String name) throws IOException {
    if (number != (int) number) {
      throw new SoaFormatException("%s in the answer has more than 32 bits".formatted(name), 0);
    }
    return number;
  }
}
