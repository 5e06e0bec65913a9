package io.github.camelhpc.simulators.azbatch.rest;

import io.github.camelhpc.simulators.azbatch.account.Entity;
import io.github.camelhpc.simulators.azbatch.account.StoredFile;
import io.vertx.core.json.JsonObject;
import java.util.NavigableMap;

/** What an operation answers, when it succeeds. */
public sealed interface Outcome {

  /**
   * Nothing but headers about an entity.
   *
   * @param entity what was made, changed or found; null if it is gone
   */
  record Done(Entity entity) implements Outcome {}

  /** An entity, of which only the selected members are sent. */
  record Single(Entity entity) implements Outcome {}

  /**
   * A list, of which one page of the entries that pass the filter is sent.
   *
   * @param entities all of them by {@link Entity#key()}; may change after the answer
   */
  record Listing(NavigableMap<String, ? extends Entity> entities) implements Outcome {}

  /** An object as it is. Addresses in it are completed as those of {@link Entity#members()}. */
  record Json(JsonObject members) implements Outcome {}

  /** A file: its bytes or a range of them, or, for HEAD, its headers only. */
  record Content(StoredFile file) implements Outcome {}

  /** Nothing but headers, of nothing in particular. */
  static Outcome done() {
    return new Done(null);
  }
}
