package io.github.camelhpc.hpcpack.wire;

import io.github.camelhpc.hpcpack.model.PropertyMap;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/**
 * How requests are written and answers are read (facts/hpcpack.md §2). Safe for use by several
 * threads.
 *
 * <p>Every {@code read} takes the answer's body to its end, checks that nothing follows, and leaves
 * the stream open. Names of members are read in any case, members that are not known are skipped,
 * those that are missing are taken as empty. An answer that is malformed, cut off or of another
 * kind gives a {@link WireFormatException} and never a part of the result; a failure of the
 * connection gives the stream's own {@link IOException}.
 */
public interface WireFormat {

  /** The header Content-Type of the bodies written. */
  String contentType();

  /** The header Accept that asks for the answers read. */
  String accept();

  /**
   * A list of properties: an array of RestProperty, or ArrayOfProperty.
   *
   * @param properties names and values, in their order; a {@code null} value is written as empty
   * @throws IllegalArgumentException if the format cannot hold a character in it
   */
  byte[] writeProperties(Map<String, String> properties);

  /**
   * A text: a JSON string, or the string element. Messages are sent so, and job XML (§2.4).
   *
   * @throws IllegalArgumentException if the format cannot hold a character in it
   */
  byte[] writeText(String text);

  /**
   * An object of the 2019 API, such as a NodeGroup (§9). JSON only.
   *
   * @param mapOrJsonText a Map, or JSON text of an object, which is sent as it is
   * @throws IllegalArgumentException if it is neither
   * @throws UnsupportedOperationException if the format is XML, for which no form is known
   */
  byte[] writeObject(Object mapOrJsonText);

  /** The id of what was created. */
  int readId(InputStream in) throws IOException;

  /** A text, such as the version; empty for null. */
  String readText(InputStream in) throws IOException;

  /** A list of names; null entries are left out. */
  List<String> readNames(InputStream in) throws IOException;

  /** The properties of one job, task, node. */
  PropertyMap readProperties(InputStream in) throws IOException;

  /** The rows of a listing. Equal names are one String in memory, whatever the number of rows. */
  List<PropertyMap> readObjects(InputStream in) throws IOException;

  /**
   * An object of the 2019 API, with its members' types and spelling (§9). JSON only.
   *
   * @throws UnsupportedOperationException if the format is XML, for which no form is known
   */
  Map<String, Object> readMap(InputStream in) throws IOException;

  /**
   * A list of objects of the 2019 API (§9); null entries are left out. JSON only.
   *
   * @throws UnsupportedOperationException if the format is XML, for which no form is known
   */
  List<Map<String, Object>> readMaps(InputStream in) throws IOException;

  /**
   * What an error answer says, in whatever form it came (§6). Never throws.
   *
   * @param body the answer's body; may be empty or {@code null}
   * @param contentType the header Content-Type, or {@code null}
   */
  default WireFault readFault(byte[] body, String contentType) {
    return FaultReader.read(body, contentType);
  }
}
