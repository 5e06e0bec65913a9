package io.github.camelhpc.simulators.azbatch.account;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * An entry about preparation and release tasks that a test has arranged.
 *
 * @param poolId the pool of the job
 * @param number which one it is, from 0 on
 * @param generator what makes the members
 */
record GeneratedStatus(String poolId, int number, IntFunction<Map<String, Object>> generator)
    implements Entity {

  @Override
  public JsonObject members() {
    JsonObject given = new JsonObject(generator.apply(number));
    return new JsonObject()
        .put("poolId", poolId)
        .put("nodeId", key())
        .put("nodeUrl", path())
        .mergeIn(given);
  }

  @Override
  public String key() {
    return String.format("tvm-generated-%06d", number);
  }

  @Override
  public String path() {
    return "/pools/" + poolId + "/nodes/" + key();
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
