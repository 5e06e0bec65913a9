package io.github.camelhpc.dbapi.wire;

import io.github.camelhpc.support.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a refusal says (facts/dbapi.md §7).
 *
 * @param code opaque text, as {@code 720600E6}; null if it says none
 * @param error words; null if it says none
 */
public record FaultBody(String code, String error) {

  private static final FaultBody SILENT = new FaultBody(null, null);
  private static final List<String> CODES = List.of("code", "errorcode");
  private static final List<String> ERRORS = List.of("error", "message", "errormessage");

  /** Reads it; a body that is missing, or not the service's, says nothing. */
  public static FaultBody read(byte[] body) {
    if (body == null || body.length == 0) {
      return SILENT;
    }
    try {
      return JsonReader.answer(new ByteArrayInputStream(body), FaultBody::read);
    } catch (IOException e) {
      return SILENT;
    }
  }

  private static FaultBody read(JsonReader json) throws IOException {
    if (!json.isObject()) {
      json.skip();
      return SILENT;
    }
    Map<String, String> texts = new HashMap<>();
    FaultBody[] inner = {SILENT};
    json.members(
        "an object",
        name -> {
          String key = name.toLowerCase(Locale.ROOT);
          boolean wanted = CODES.contains(key) || ERRORS.contains(key);
          if (wanted && json.isObject()) {
            inner[0] = read(json);
          } else if (!wanted || json.isArray()) {
            json.skip();
          } else {
            // as it is written: 720000E9 without quotes is a number to JSON
            texts.put(key, json.text());
          }
        });
    String code = first(CODES, texts);
    String error = first(ERRORS, texts);
    return new FaultBody(
        code == null ? inner[0].code : code, error == null ? inner[0].error : error);
  }

  private static String first(List<String> names, Map<String, String> texts) {
    return names.stream()
        .map(texts::get)
        .filter(text -> text != null && !text.isBlank())
        .map(String::strip)
        .findFirst()
        .orElse(null);
  }
}
