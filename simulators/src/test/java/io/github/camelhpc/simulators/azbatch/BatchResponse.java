package io.github.camelhpc.simulators.azbatch;

import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** What the stand-in answered. */
public record BatchResponse(int status, String reason, MultiMap headers, String body) {

  public JsonObject json() {
    return new JsonObject(body);
  }

  /** A header, or null. */
  public String header(String name) {
    return headers.get(name);
  }

  /** The code of a refusal. */
  public String code() {
    return json().getString("code");
  }

  /** A value of a refusal, or null. */
  public String detail(String key) {
    for (Object detail : json().getJsonArray("values", new JsonArray())) {
      if (((JsonObject) detail).getString("key").equals(key)) {
        return ((JsonObject) detail).getString("value");
      }
    }
    return null;
  }

  /** The address of the next page, or null. */
  public String nextLink() {
    return json().getString("odata.nextLink");
  }

  /** One member of all entries of a page. */
  public List<String> column(String member) {
    List<String> column = new ArrayList<>();
    for (Object entry : json().getJsonArray("value")) {
      column.add(((JsonObject) entry).getString(member));
    }
    return column;
  }
}
