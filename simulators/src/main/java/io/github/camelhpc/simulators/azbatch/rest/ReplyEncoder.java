package io.github.camelhpc.simulators.azbatch.rest;

import io.github.camelhpc.simulators.azbatch.account.Entity;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Makes the answer of what an operation has done (facts/azbatch.md §0, §2). */
final class ReplyEncoder {

  /** Of RFC 1123, with two digits for the day. */
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
          .withZone(ZoneOffset.UTC);

  private final Listings listings;
  private final FileReplies files;

  ReplyEncoder(Listings listings, FileReplies files) {
    this.listings = listings;
    this.files = files;
  }

  static String httpDate(Instant time) {
    return time == null ? null : HTTP_DATE.format(time);
  }

  Reply encode(BatchCall call, RequestOrigin origin, Outcome outcome) {
    int status = call.operation().form().status();
    if (outcome instanceof Outcome.Done done) {
      return done(status, origin, done.entity());
    }
    if (outcome instanceof Outcome.Single single) {
      return single(call, origin, single.entity());
    }
    if (outcome instanceof Outcome.Listing listing) {
      return listing(call, origin, listing);
    }
    if (outcome instanceof Outcome.Json json) {
      return Reply.json(status, whole(call, origin, json.members()).toBuffer());
    }
    return files.encode(call, origin, ((Outcome.Content) outcome).file());
  }

  private static Reply done(int status, RequestOrigin origin, Entity entity) {
    Reply reply = Reply.empty(status);
    if (entity == null) {
      return reply;
    }
    String address = origin.of(entity.path());
    return withVersion(reply.with("DataServiceId", address), entity)
        .with("Location", status == 201 ? address : null);
  }

  private static Reply single(BatchCall call, RequestOrigin origin, Entity entity) {
    JsonObject body = metadata(call, origin);
    body.mergeIn(Selection.of(call, origin.url()).of(entity.members()));
    return withVersion(Reply.json(call.operation().form().status(), body.toBuffer()), entity);
  }

  private static Reply withVersion(Reply reply, Entity entity) {
    return reply.with("ETag", entity.eTag()).with("Last-Modified", httpDate(entity.lastModified()));
  }

  private Reply listing(BatchCall call, RequestOrigin origin, Outcome.Listing listing) {
    Listings.Page page = listings.page(call, listing.entities());
    Selection selection = Selection.of(call, origin.url());
    JsonArray entries = new JsonArray();
    page.entries().forEach(members -> entries.add(selection.of(members)));
    JsonObject body = metadata(call, origin).put("value", entries);
    page.lastKey().ifPresent(key -> body.put("odata.nextLink", origin.nextLink(key)));
    return Reply.json(call.operation().form().status(), body.toBuffer());
  }

  private static JsonObject whole(BatchCall call, RequestOrigin origin, JsonObject members) {
    return metadata(call, origin).mergeIn(Selection.whole(origin.url()).of(members));
  }

  private static JsonObject metadata(BatchCall call, RequestOrigin origin) {
    return new JsonObject()
        .put("odata.metadata", origin.metadata(call.operation().form().fragment()));
  }
}
