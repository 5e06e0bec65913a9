package io.github.camelhpc.simulators.azbatch.rest;

import io.github.camelhpc.simulators.azbatch.BatchFault;
import io.github.camelhpc.simulators.azbatch.account.Entity;
import io.github.camelhpc.simulators.azbatch.filter.Filter;
import io.github.camelhpc.simulators.azbatch.filter.FilterParser;
import io.github.camelhpc.simulators.azbatch.filter.FilterRules;
import io.github.camelhpc.simulators.azbatch.filter.FilterSyntaxException;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;

/**
 * Cuts lists into pages. A page begins after the last entry of the one before, so that pages fit
 * together although entries come and go.
 */
final class Listings {

  private static final int MAX_RESULTS = 1000;

  private final boolean emptyLastPage;

  /**
   * @param emptyLastPage whether a page that is filled exactly has a next one in any case
   */
  Listings(boolean emptyLastPage) {
    this.emptyLastPage = emptyLastPage;
  }

  /**
   * Some entries of a list.
   *
   * @param entries their members
   * @param lastKey the key of the last one, if there is a next page
   */
  record Page(List<JsonObject> entries, Optional<String> lastKey) {}

  Page page(BatchCall call, NavigableMap<String, ? extends Entity> entities) {
    int size =
        call.operation().form().isPaged()
            ? call.query("maxresults").map(Listings::limited).orElse(MAX_RESULTS)
            : Integer.MAX_VALUE;
    Filter filter = filter(call);
    List<JsonObject> entries = new ArrayList<>();
    String lastKey = null;
    for (Entity entity : rest(call, entities).values()) {
      if (entries.size() == size && emptyLastPage) {
        break;
      }
      JsonObject members = entity.members();
      if (filter.test(members)) {
        if (entries.size() == size) {
          return new Page(entries, Optional.of(lastKey));
        }
        entries.add(members);
        lastKey = entity.key();
      }
    }
    boolean filled = emptyLastPage && entries.size() == size;
    return new Page(entries, filled ? Optional.of(lastKey) : Optional.empty());
  }

  private static int limited(String maxResults) {
    return Math.min(Integer.parseInt(maxResults), MAX_RESULTS);
  }

  private static NavigableMap<String, ? extends Entity> rest(
      BatchCall call, NavigableMap<String, ? extends Entity> entities) {
    Optional<String> token = call.query(SkipToken.PARAMETER);
    return token.isPresent() ? entities.tailMap(SkipToken.key(token.get()), false) : entities;
  }

  private static Filter filter(BatchCall call) {
    Optional<String> text = call.query("$filter");
    if (text.isEmpty()) {
      return Filter.all();
    }
    try {
      return FilterParser.parse(text.get(), rules(call.operation()));
    } catch (FilterSyntaxException wrong) {
      throw BatchFault.invalidQuery(
          "$filter", text.get(), "The filter is invalid: " + wrong.getMessage() + ".");
    }
  }

  private static FilterRules rules(ServedOperation operation) {
    return switch (operation) {
      case LIST_PREPARATION_AND_RELEASE_TASK_STATUS -> FilterRules.preparationAndRelease();
      case LIST_JOBS -> FilterRules.jobs();
      case LIST_JOBS_FROM_SCHEDULE -> FilterRules.jobsOfSchedule();
      case LIST_TASKS -> FilterRules.tasks();
      case LIST_POOLS -> FilterRules.pools();
      case LIST_NODES -> FilterRules.nodes();
      case LIST_JOB_SCHEDULES -> FilterRules.jobSchedules();
      case LIST_TASK_FILES, LIST_NODE_FILES -> FilterRules.files();
      case LIST_SUPPORTED_IMAGES -> FilterRules.supportedImages();
      case LIST_POOL_NODE_COUNTS -> FilterRules.poolNodeCounts();
      case LIST_POOL_USAGE_METRICS -> FilterRules.poolUsageMetrics();
      default -> FilterRules.none();
    };
  }
}
