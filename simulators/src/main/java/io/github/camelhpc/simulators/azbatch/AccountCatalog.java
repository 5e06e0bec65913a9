package io.github.camelhpc.simulators.azbatch;

import io.github.camelhpc.simulators.azbatch.account.Entity;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What the account has beside pools, jobs and schedules; nothing of it changes by itself. */
public final class AccountCatalog {

  private final NavigableMap<String, Entry> applications = new TreeMap<>();
  private final NavigableMap<String, Entry> usage = new TreeMap<>();
  private final NavigableMap<String, Entry> images = new TreeMap<>();

  /** No applications and no usage, and some images. */
  public AccountCatalog() {
    image("canonical", "0001-com-ubuntu-server-jammy", "22_04-lts", "ubuntu 22.04", "linux");
    image("canonical", "ubuntu-24_04-lts", "server", "ubuntu 24.04", "linux");
    image("almalinux", "almalinux-x86_64", "8-gen2", "el 8", "linux");
    image("microsoftwindowsserver", "windowsserver", "2022-datacenter", "windows amd64", "windows");
  }

  /** The applications by their ids in lower case. */
  public NavigableMap<String, Entry> applications() {
    return applications;
  }

  /** How pools were used, by time and pool. */
  public NavigableMap<String, Entry> usage() {
    return usage;
  }

  /** The images that nodes can have. */
  public NavigableMap<String, Entry> images() {
    return images;
  }

  void addApplication(String id, String displayName, List<String> versions) {
    JsonObject members = new JsonObject().put("id", id);
    if (displayName != null) {
      members.put("displayName", displayName);
    }
    add(applications, id, members.put("versions", new JsonArray(versions)), "/applications/" + id);
  }

  void addUsage(String poolId, Instant start, Instant end, String vmSize, double coreHours) {
    JsonObject members =
        new JsonObject()
            .put("poolId", poolId)
            .put("startTime", start.toString())
            .put("endTime", end.toString())
            .put("vmSize", vmSize.toLowerCase(Locale.ROOT))
            .put("totalCoreHours", coreHours);
    add(usage, start + " " + poolId + " " + vmSize, members, "/poolusagemetrics");
  }

  private void image(String publisher, String offer, String sku, String agent, String osType) {
    JsonObject members =
        new JsonObject()
            .put("nodeAgentSKUId", "batch.node." + agent)
            .put(
                "imageReference",
                new JsonObject()
                    .put("publisher", publisher)
                    .put("offer", offer)
                    .put("sku", sku)
                    .put("version", "latest"))
            .put("osType", osType)
            .put("verificationType", "verified");
    add(images, publisher + " " + offer + " " + sku, members, "/supportedimages");
  }

  private static void add(
      NavigableMap<String, Entry> entries, String id, JsonObject members, String path) {
    String key = id.toLowerCase(Locale.ROOT);
    entries.put(key, new Entry(key, members, path));
  }

  /** An entry of one of the lists; it has no version. */
  public record Entry(String key, JsonObject members, String path) implements Entity {

    @Override
    public String eTag() {
      return null;
    }

    @Override
    public Instant lastModified() {
      return null;
    }
  }
}
