package io.github.camelhpc.simulators.hpcpack.rest;

import io.github.camelhpc.simulators.SimulatorClock;
import io.github.camelhpc.simulators.hpcpack.HpcPackFault;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Listings of which a client has read a part (facts/hpcpack.md §5.3). The rows of a listing are
 * chosen when it begins; a query id says which listing and how far, so that a page can be asked for
 * again.
 */
final class Continuations {

  /** After this time without a further page a listing is forgotten. */
  static final Duration LIFETIME = Duration.ofMinutes(60);

  /** Clients forget listings, too; the oldest ones go then. */
  private static final int MAX_OPEN = 200;

  private final SimulatorClock clock;
  private final Map<String, Open> open = new LinkedHashMap<>(16, 0.75f, true);

  Continuations(SimulatorClock clock) {
    this.clock = clock;
  }

  /** Keeps a listing; what is returned is the query id for its row number {@code next}. */
  String begin(String resource, List<?> rows, int next) {
    dropOld();
    String key = UUID.randomUUID().toString();
    open.put(key, new Open(resource, List.copyOf(rows), clock.now()));
    return key + ":" + next;
  }

  /**
   * Finds a listing again.
   *
   * @throws HpcPackFault if the id is none, of another resource, or too old
   */
  <T> Position<T> resume(String queryId, String resource) {
    int colon = queryId.lastIndexOf(':');
    String key = colon < 0 ? queryId : queryId.substring(0, colon);
    Open listing = open.get(key);
    if (colon < 0
        || listing == null
        || !listing.resource.equals(resource)
        || clock.now().isAfter(listing.lastUse.plus(LIFETIME))) {
      open.remove(key);
      throw HpcPackFault.badRequest(
          "The queryId is unknown or has expired; read the list from its beginning.");
    }
    open.put(key, new Open(resource, listing.rows, clock.now()));
    @SuppressWarnings("unchecked") // a resource always lists the same kind of rows
    List<T> rows = (List<T>) listing.rows;
    return new Position<>(key, rows, offset(queryId.substring(colon + 1), rows.size()));
  }

  private static int offset(String text, int size) {
    if (!text.matches("\\d{1,9}") || Integer.parseInt(text) >= size) {
      throw HpcPackFault.badRequest("The queryId is not one that this service gave.");
    }
    return Integer.parseInt(text);
  }

  private void dropOld() {
    Iterator<Open> iterator = open.values().iterator();
    while (iterator.hasNext()) {
      Open oldest = iterator.next();
      boolean expired = clock.now().isAfter(oldest.lastUse.plus(LIFETIME));
      if (!expired && open.size() < MAX_OPEN) {
        return;
      }
      iterator.remove();
    }
  }

  /**
   * A place in a listing.
   *
   * @param key what its query ids begin with
   * @param rows all of its rows
   * @param offset the next row
   */
  record Position<T>(String key, List<T> rows, int offset) {
    String queryId(int next) {
      return key + ":" + next;
    }
  }

  private record Open(String resource, List<?> rows, Instant lastUse) {}
}
