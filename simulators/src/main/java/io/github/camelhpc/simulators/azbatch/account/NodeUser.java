package io.github.camelhpc.simulators.azbatch.account;

import io.vertx.core.json.JsonObject;
import java.time.Instant;

/** A user of a node; the service gives out nothing but the address. */
record NodeUser(ComputeNode node, String name) implements Entity {

  @Override
  public JsonObject members() {
    return new JsonObject();
  }

  @Override
  public String key() {
    return Wire.key(name);
  }

  @Override
  public String path() {
    return node.path() + "/users/" + Wire.segment(name);
  }

  @Override
  public String eTag() {
    return null;
  }

  @Override
  public Instant lastModified() {
    return null;
  }
}
