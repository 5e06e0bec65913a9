package io.github.camelhpc.app.seen;

import io.github.camelhpc.app.Cluster;
import io.github.camelhpc.app.leader.Leadership;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.quarkus.main.events.AfterConfigure;
import org.apache.camel.quarkus.main.events.AfterStop;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.processor.idempotent.FileIdempotentRepository;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The beans that routes name in {@code idempotentRepository}: {@code #seen}, and what {@code
 * app.seen.names} names besides. A database is not touched before a route uses one.
 */
@ApplicationScoped
public class SeenRepositories {

  private static final Logger LOG = LoggerFactory.getLogger(SeenRepositories.class);

  /** For the user's routes. */
  private static final String NAME = "seen";

  /** What one route has completed, another one has not: the application's own has its own name. */
  private static final String OWN_NAME = "statusLogSeen";

  /** Consumers ask once a day for what is still there. */
  private static final Duration SHORTEST = Duration.ofDays(2);

  /** The first time when consumers have asked, even if their cluster was away for a day. */
  private static final int PURGED_EVERY_HOURS = 24;

  /** So many changes in memory, before the oldest are forgotten. */
  private static final int IN_MEMORY = 100_000;

  private final SeenSettings settings;
  private final SeenDatabase database;
  private final Cluster cluster;
  private final Leadership leadership;
  private final Clock clock = Clock.systemUTC();
  private ScheduledExecutorService purges;

  @Inject
  SeenRepositories(
      SeenSettings settings, SeenDatabase database, Cluster cluster, Leadership leadership) {
    this.settings = settings;
    this.database = database;
    this.cluster = cluster;
    this.leadership = leadership;
  }

  /** After the cluster is known, and before routes are loaded. */
  void bind(@Observes @Priority(Cluster.PRIORITY + 1) AfterConfigure event) {
    requireKeep();
    requireSharedDatabase();
    requirePackagedDatabase();
    CamelContext context = event.getCamelContext(CamelContext.class);
    Stream.concat(Stream.of(NAME, OWN_NAME), settings.names().stream().flatMap(List::stream))
        .forEach(
            name -> context.getRegistry().bind(name, IdempotentRepository.class, repository(name)));
    if (!kind().isDatabase()) {
      return;
    }
    purges = Executors.newSingleThreadScheduledExecutor(SeenRepositories::thread);
    purges.scheduleWithFixedDelay(
        this::purge, PURGED_EVERY_HOURS, PURGED_EVERY_HOURS, TimeUnit.HOURS);
  }

  private void requireKeep() {
    if (settings.keep().compareTo(SHORTEST) < 0) {
      throw new IllegalStateException(
          "app.seen.keep is too short, consumers look once a day: set it to 2d at least");
    }
  }

  private void requireSharedDatabase() {
    if (leadership.isElective() && settings.kind().filter(SeenKind::isOfOne).isPresent()) {
      throw new IllegalStateException(
          "app.seen=h2 or file is for one application, but app.leader-election says that there are"
              + " others: set app.seen=postgresql, or remove app.seen");
    }
    if (leadership.isElective() && settings.kind().isEmpty()) {
      LOG.warn(
          "What this application has completed, no other one knows: set app.seen=postgresql, so"
              + " that the next leader goes on where this one ends");
    }
  }

  private void requirePackagedDatabase() {
    settings
        .kind()
        .filter(kind -> !kind.isPackaged())
        .ifPresent(
            kind -> {
              throw new IllegalStateException(
                  "app.seen="
                      + kind.name().toLowerCase(Locale.ROOT)
                      + " is not part of this executable: set app.seen=file, or see"
                      + " docs/application.md for an executable with PostgreSQL");
            });
  }

  private IdempotentRepository repository(String name) {
    return switch (kind()) {
      case MEMORY -> MemoryIdempotentRepository.memoryIdempotentRepository(IN_MEMORY);
      case FILE -> file(name);
      case H2, POSTGRESQL -> new SeenRepository(database.open(kind()), name, clock);
    };
  }

  /** Without a limit, or it would drop its oldest keys, which say that lists were started. */
  private IdempotentRepository file(String name) {
    return FileIdempotentRepository.fileIdempotentRepository(
        settings.folder().toAbsolutePath().resolve(name + ".txt").toFile(), IN_MEMORY, 0);
  }

  private SeenKind kind() {
    if (cluster.isSimulated()) {
      return SeenKind.MEMORY;
    }
    return settings.kind().orElse(leadership.isElective() ? SeenKind.MEMORY : ofOne());
  }

  private static SeenKind ofOne() {
    return SeenKind.H2.isPackaged() ? SeenKind.H2 : SeenKind.FILE;
  }

  private static Thread thread(Runnable purge) {
    Thread thread = new Thread(purge, "seen-purge");
    thread.setDaemon(true);
    return thread;
  }

  /** Forgets what is too old; what fails is done the next day. */
  void purge() {
    try {
      Instant before = clock.instant().minus(settings.keep());
      int purged = new SeenRepository(database.open(kind()), NAME, clock).purge(before);
      LOG.debug("{} completed changes were purged", purged);
    } catch (RuntimeException e) {
      LOG.warn("Old completed changes cannot be purged now: {}", e.getMessage());
    }
  }

  /** After the routes, which remember what they complete. */
  void stop(@Observes AfterStop event) {
    close();
  }

  @PreDestroy
  void close() {
    if (purges != null) {
      purges.shutdownNow();
      purges = null;
    }
    database.close();
  }
}
