package io.github.camelhpc.simulators.azbatch.account;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;

/** An extension of the virtual machine of a node: NodeVMExtension. */
record NodeExtension(ComputeNode node, JsonObject definition) implements Entity {

  @Override
  public JsonObject members() {
    return new JsonObject()
        .put("provisioningState", "Succeeded")
        .put("vmExtension", definition)
        .put(
            "instanceView",
            new JsonObject()
                .put("name", definition.getString("name"))
                .put("statuses", new JsonArray()));
  }

  @Override
  public String key() {
    return Wire.key(definition.getString("name"));
  }

  @Override
  public String path() {
    return node.path() + "/extensions/" + Wire.segment(definition.getString("name"));
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
