package io.github.camelhpc.simulators.azbatch.account;

import io.vertx.core.json.JsonObject;
import java.time.Instant;

/** An entity with an id of its own that gets a new version with every change. */
abstract class VersionedEntity implements Entity {

  private final AccountContext context;
  private final String id;
  private final String key;
  private final Instant creationTime;
  private String eTag;
  private Instant lastModified;

  VersionedEntity(AccountContext context, String id) {
    this.context = context;
    this.id = id;
    key = Wire.key(id);
    creationTime = context.now();
    changed();
  }

  /** Gives it a new version. */
  final void changed() {
    eTag = context.nextETag();
    lastModified = context.now();
  }

  /** The members that all of them begin with. */
  final JsonObject head(Object displayName) {
    JsonObject members = new JsonObject().put("id", id);
    Wire.putIfPresent(members, "displayName", displayName);
    return members
        .put("url", path())
        .put("eTag", eTag)
        .put("lastModified", Wire.time(lastModified))
        .put("creationTime", Wire.time(creationTime));
  }

  final AccountContext context() {
    return context;
  }

  final Instant now() {
    return context.now();
  }

  final Instant creationTime() {
    return creationTime;
  }

  /** The id in the letter case of its creation. */
  public final String id() {
    return id;
  }

  @Override
  public final String key() {
    return key;
  }

  @Override
  public final String eTag() {
    return eTag;
  }

  @Override
  public final Instant lastModified() {
    return lastModified;
  }
}
