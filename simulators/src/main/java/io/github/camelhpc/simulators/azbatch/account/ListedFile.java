package io.github.camelhpc.simulators.azbatch.account;

import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;

/** A file or directory as a task or node offers it. */
final class ListedFile implements StoredFile {

  private static final String MODE = "0100644";

  private final String owner;
  private final String name;
  private final DiskEntry entry;
  private final boolean windows;

  /**
   * @param owner the address of the task or node
   * @param name the path below it
   * @param windows whether the node runs Windows
   */
  ListedFile(String owner, String name, DiskEntry entry, boolean windows) {
    this.owner = owner;
    this.name = name;
    this.entry = entry;
    this.windows = windows;
  }

  @Override
  public JsonObject members() {
    JsonObject members =
        new JsonObject()
            .put("name", windows ? name.replace('/', '\\') : name)
            .put("url", path())
            .put("isDirectory", entry.directory());
    // a directory has no properties (facts/azbatch.md §2.6)
    return entry.directory() ? members : members.put("properties", properties());
  }

  private JsonObject properties() {
    JsonObject properties = new JsonObject();
    Wire.putTime(properties, "creationTime", creationTime());
    properties
        .put("lastModified", Wire.time(entry.modified()))
        .put("contentLength", Long.toString(entry.length()))
        .put("contentType", contentType());
    Wire.putIfPresent(properties, "fileMode", mode());
    return properties;
  }

  @Override
  public String key() {
    return name;
  }

  @Override
  public String path() {
    return owner + "/files/" + Wire.segment(name);
  }

  @Override
  public String eTag() {
    return null;
  }

  @Override
  public Instant lastModified() {
    return entry.modified();
  }

  @Override
  public boolean isDirectory() {
    return entry.directory();
  }

  @Override
  public long length() {
    return entry.length();
  }

  /** Linux nodes do not know it (facts/azbatch.md §2.6). */
  @Override
  public Instant creationTime() {
    return windows ? entry.created() : null;
  }

  @Override
  public String contentType() {
    return name.endsWith(".txt") ? "text/plain" : "application/octet-stream";
  }

  @Override
  public String mode() {
    return windows ? null : MODE;
  }

  @Override
  public InputStream open() throws IOException {
    return entry.directory() ? new ByteArrayInputStream(new byte[0]) : entry.content().open();
  }
}
