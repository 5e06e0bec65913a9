package io.github.camelhpc.simulators.azbatch.account;

import io.vertx.core.json.JsonObject;
import java.time.Instant;

/** What the preparation and release tasks of a job did on a node (facts/azbatch.md §3.1). */
final class PreparationStatus implements Entity {

  private final ComputeNode node;
  private final JsonObject preparation = new JsonObject();
  private JsonObject release;

  PreparationStatus(ComputeNode node) {
    this.node = node;
  }

  /** The preparation task starts: for the first time, or again after a reboot of the node. */
  void preparationStarted(Instant now, String directory, int retries, boolean isRetry) {
    Object lastRetry = isRetry ? Wire.time(now) : preparation.getValue("lastRetryTime");
    preparation.clear();
    started(preparation, now, directory);
    preparation.put("retryCount", retries);
    if (retries > 0) {
      Wire.putIfPresent(preparation, "lastRetryTime", lastRetry);
    }
  }

  void preparationEnded(Instant now, CommandEnd end) {
    ended(preparation, now, end);
  }

  void releaseStarted(Instant now, String directory) {
    release = new JsonObject();
    started(release, now, directory);
  }

  void releaseEnded(Instant now, CommandEnd end) {
    ended(release, now, end);
  }

  private void started(JsonObject info, Instant now, String directory) {
    info.put("startTime", Wire.time(now))
        .put("state", "running")
        .put("taskRootDirectory", node.shownPath(directory))
        .put("taskRootDirectoryUrl", node.fileUrl(directory));
  }

  private static void ended(JsonObject info, Instant now, CommandEnd end) {
    info.put("endTime", Wire.time(now)).put("state", "completed");
    end.write(info);
  }

  @Override
  public JsonObject members() {
    JsonObject members =
        new JsonObject()
            .put("poolId", node.pool().id())
            .put("nodeId", node.id())
            .put("nodeUrl", node.path())
            .put("jobPreparationTaskExecutionInfo", preparation.copy());
    // only if the release task has run on this node
    return release == null ? members : members.put("jobReleaseTaskExecutionInfo", release.copy());
  }

  @Override
  public String key() {
    return node.key();
  }

  @Override
  public String path() {
    return node.path();
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
