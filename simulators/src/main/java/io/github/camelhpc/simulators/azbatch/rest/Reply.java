package io.github.camelhpc.simulators.azbatch.rest;

import io.vertx.core.buffer.Buffer;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer in the form that is sent.
 *
 * @param status the HTTP status
 * @param headers its own headers, beside those that all answers have
 * @param contentType the type of the body; null if there is none
 * @param body the body; null if there is none, or if it is a file
 * @param file the file, from the first byte that is sent on; null if there is none
 * @param fileLength how many bytes of it are sent
 */
record Reply(
    int status,
    Map<String, String> headers,
    String contentType,
    Buffer body,
    InputStream file,
    long fileLength) {

  /** The type of all bodies but files. */
  static final String JSON = "application/json;odata=minimalmetadata";

  static Reply empty(int status) {
    return new Reply(status, Map.of(), null, null, null, 0);
  }

  static Reply json(int status, Buffer body) {
    return new Reply(status, Map.of(), JSON, body, null, 0);
  }

  /** The same with one more header, unless it has no value. */
  Reply with(String name, String value) {
    if (value == null) {
      return this;
    }
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Reply(status, more, contentType, body, file, fileLength);
  }
}
