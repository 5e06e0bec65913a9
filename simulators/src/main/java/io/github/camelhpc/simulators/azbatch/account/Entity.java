package io.github.camelhpc.simulators.azbatch.account;

import io.vertx.core.json.JsonObject;
import java.time.Instant;

/** Something that the service gives out as JSON: a job, a task, a file of a node, and so on. */
public interface Entity {

  /**
   * The members by their wire names and in their wire forms, without {@code odata.metadata}; {@code
   * stats} too, if there are any: they are left out again where nobody asked for them.
   *
   * <p>Addresses of the account itself begin with a slash ({@code "nodeUrl": "/pools/p/nodes/n"}):
   * members named {@code url}, {@code location} or {@code …Url} get the origin that the client uses
   * in front of such a value, at every depth. Whoever gets the object does not change it.
   */
  JsonObject members();

  /** What lists are sorted by, and what it is found by in them: the id in lower case. */
  String key();

  /**
   * The path of its address, percent-encoded, with the ids in the letter case of their creation
   * ({@code /jobs/Job1}).
   */
  String path();

  /** The version of its contents, {@code 0x8D…} without quotes; null if it has none. */
  String eTag();

  /** When it was last changed; null if that is not known. */
  Instant lastModified();
}
