package io.github.camelhpc.simulators.azbatch.rest;

import io.github.camelhpc.simulators.azbatch.AccountCatalog;
import io.github.camelhpc.simulators.azbatch.BatchFault;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Images, applications, and how pools were used. */
public final class AccountResources implements Resources {

  /** Usage is known that late (facts/azbatch.md §1.1). */
  private static final Duration START_DELAY = Duration.ofMinutes(150);

  private static final Duration END_DELAY = Duration.ofHours(2);

  private final AccountCatalog catalog;

  public AccountResources(AccountCatalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public Map<ServedOperation, OperationHandler> handlers() {
    return Map.of(
        ServedOperation.LIST_SUPPORTED_IMAGES,
        call -> new Outcome.Listing(catalog.images()),
        ServedOperation.LIST_APPLICATIONS,
        call -> new Outcome.Listing(catalog.applications()),
        ServedOperation.GET_APPLICATION,
        this::application,
        ServedOperation.LIST_POOL_USAGE_METRICS,
        this::usage);
  }

  private Outcome application(BatchCall call) {
    String id = call.path("applicationId").toLowerCase(Locale.ROOT);
    return Optional.ofNullable(catalog.applications().get(id))
        .map(Outcome.Single::new)
        .orElseThrow(
            () ->
                BatchFault.of(
                    404, "ApplicationNotFound", "The specified application does not exist."));
  }

  /** Without a start only the last interval that is known. */
  private Outcome usage(BatchCall call) {
    Instant latestStart = call.now().minus(START_DELAY);
    Instant latestEnd = call.now().minus(END_DELAY);
    Instant end = call.time("endtime").orElse(latestEnd);
    Instant start = call.time("starttime").orElse(lastStart(end));
    require(!end.isAfter(latestEnd), call, "endtime", "It must be 2 hours ago at least.");
    require(
        call.time("starttime").isEmpty() || !start.isAfter(latestStart),
        call,
        "starttime",
        "It must be 2.5 hours ago at least.");
    require(!start.isAfter(end), call, "starttime", "It must be before endtime.");
    NavigableMap<String, AccountCatalog.Entry> wanted = new TreeMap<>(catalog.usage());
    wanted
        .values()
        .removeIf(
            entry ->
                time(entry, "startTime").isBefore(start) || time(entry, "endTime").isAfter(end));
    return new Outcome.Listing(wanted);
  }

  private Instant lastStart(Instant end) {
    return catalog.usage().values().stream()
        .filter(entry -> !time(entry, "endTime").isAfter(end))
        .map(entry -> time(entry, "startTime"))
        .max(Instant::compareTo)
        .orElse(end);
  }

  private static Instant time(AccountCatalog.Entry entry, String name) {
    return Instant.parse(entry.members().getString(name));
  }

  private static void require(boolean right, BatchCall call, String name, String reason) {
    if (!right) {
      throw BatchFault.invalidQuery(name, call.query(name).orElse(""), reason);
    }
  }
}
