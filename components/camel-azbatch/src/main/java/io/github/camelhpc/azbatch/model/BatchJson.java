package io.github.camelhpc.azbatch.model;

import io.github.camelhpc.support.json.JsonFormatException;
import io.github.camelhpc.support.json.JsonReader;
import io.github.camelhpc.support.json.JsonWriter;
import io.github.camelhpc.support.paging.Page;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * JSON as Azure Batch writes and takes it (facts/azbatch.md §2). Every {@code read} of a stream
 * takes an answer to its end, checks that nothing follows, and leaves the stream open; what is
 * malformed, cut off or of another kind gives a {@link JsonFormatException} and never a part.
 */
public final class BatchJson {

  private static final String ITEMS = "value";
  private static final String NEXT_LINK = "odata.nextLink";

  private BatchJson() {}

  /** An object as a Map in its order. */
  public static Map<String, Object> readObject(InputStream answer) throws IOException {
    return JsonReader.answer(answer, JsonReader::object);
  }

  /** An object as a Map in its order; the message of the exception repeats nothing of the text. */
  public static Map<String, Object> readObject(String body) throws JsonFormatException {
    return JsonReader.body(body, JsonReader::object);
  }

  /** Any value; the message of the exception repeats nothing of the text. */
  public static Object readValue(String body) throws JsonFormatException {
    return JsonReader.body(body, JsonReader::value);
  }

  /** The items of a list that has one page only. */
  public static List<Map<String, Object>> readItems(InputStream answer) throws IOException {
    return readPage(answer, item -> item).items();
  }

  /**
   * A page of a list: the items, and the link to the next page as the service wrote it, or null
   * after the last.
   *
   * @param reading makes of an item's members what the page holds
   */
  public static <T> Page<T> readPage(
      InputStream answer, Function<Map<String, Object>, ? extends T> reading) throws IOException {
    return readPageOf(answer, json -> reading.apply(json.object()));
  }

  /**
   * The same.
   *
   * @param reading reads an item, which is at hand
   */
  public static <T> Page<T> readPageOf(InputStream answer, JsonReader.Reading<? extends T> reading)
      throws IOException {
    return JsonReader.answer(answer, json -> page(json, reading));
  }

  private static <T> Page<T> page(JsonReader json, JsonReader.Reading<? extends T> reading)
      throws IOException {
    List<T> items = new ArrayList<>();
    List<String> lists = new ArrayList<>();
    List<String> links = new ArrayList<>();
    json.members(
        "an object with the member value",
        name -> {
          if (name.equals(ITEMS)) {
            lists.add(name);
            json.items("an array", () -> items.add(reading.read(json)));
          } else if (name.equals(NEXT_LINK)) {
            links.add(json.text());
          } else {
            json.skip();
          }
        });
    if (lists.size() != 1) {
      throw new JsonFormatException("the answer has no single member value with a list", null);
    }
    String link = links.isEmpty() ? "" : links.get(links.size() - 1);
    return new Page<>(items, link.isEmpty() ? null : link, null);
  }

  /**
   * A value as JSON in UTF-8: a Map, a {@link BatchModel}, text, a number, true or false, or an
   * Iterable of such.
   *
   * @throws IllegalArgumentException if it holds something that cannot be written; the message says
   *     what
   */
  public static byte[] bytes(Object value) {
    return JsonWriter.bytes(value);
  }
}
