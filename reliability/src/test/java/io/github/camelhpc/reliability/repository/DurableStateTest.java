package io.github.camelhpc.reliability.repository;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.azbatch.AzBatchConstants;
import io.github.camelhpc.hpcpack.HpcPackConstants;
import io.github.camelhpc.reliability.repository.WatchingContext.Events;
import io.github.camelhpc.simulators.HpcSimulators;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import org.apache.camel.processor.idempotent.jdbc.JdbcMessageIdRepository;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is the same on all databases. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DurableStateTest {

  private static final String JOBS = "hpcpack:listJobs?idempotentRepository=#seen";
  private static final String OF_NOBODY = "gone/listJobs/1/Finished";

  private HpcSimulators simulators;
  private Database database;
  private Events events;

  abstract Database open(Path where) throws Exception;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    simulators = HpcSimulators.builder().start();
    database = open(folder);
  }

  @AfterAll
  void close() throws Exception {
    database.close();
    simulators.close();
  }

  @BeforeEach
  void reset() {
    simulators.reset();
    database.sql().execute("DROP TABLE IF EXISTS CAMEL_MESSAGEPROCESSED");
    events = new Events(HpcPackConstants.EVENT_ID);
  }

  JdbcMessageIdRepository repository() {
    return new JdbcMessageIdRepository(database.dataSource(), "watcher");
  }

  private JdbcMessageIdRepository touchingRepository() {
    JdbcMessageIdRepository repository = repository();
    repository.setQueryString(database.touchingQuery());
    return repository;
  }

  WatchingContext watching(String uri, JdbcMessageIdRepository repository, Events into)
      throws Exception {
    return new WatchingContext(simulators).bind("seen", repository).watch(uri, into);
  }

  private WatchingContext watching() throws Exception {
    return watching(JOBS, repository(), events);
  }

  int job(String state) {
    int id = simulators.hpcPack().createJobs(1, Map.of("Name", "test")).get(0);
    setState(id, state);
    return id;
  }

  void setState(int job, String state) {
    simulators.hpcPack().setJobState(job, state);
  }

  private int rows() {
    return database.sql().queryForObject("SELECT COUNT(*) FROM CAMEL_MESSAGEPROCESSED", int.class);
  }

  @Test
  void restartLosesAndRepeatsNothing() throws Exception {
    int completed = job("Running");
    int failing = job("Running");
    int later = job("Running");
    try (WatchingContext first = watching()) {
      first.poll();
      assertThat(events.taken()).isEmpty();
      setState(completed, "Finished");
      first.poll();
      assertThat(events.taken()).singleElement().asString().endsWith(completed + "/Finished/0");
      setState(failing, "Failed");
      events.then(
          exchange -> {
            throw new IllegalStateException("the route fails");
          });
      first.poll();
      assertThat(events.taken()).hasSize(1);
    }
    setState(later, "Canceled");
    events.then(exchange -> {});

    try (WatchingContext second = watching()) {
      second.poll();
      assertThat(events.taken())
          .hasSize(2)
          .anyMatch(event -> event.endsWith(failing + "/Failed/0"))
          .anyMatch(event -> event.endsWith(later + "/Canceled/0"));
    }
    try (WatchingContext third = watching()) {
      third.poll();
      assertThat(events.taken()).isEmpty();
    }
  }

  @Test
  void longestIdsOfAzureBatchAreKept() throws Exception {
    String job = "j".repeat(64);
    String task = "t".repeat(63);
    simulators.azBatch().createPool("pool", 2);
    simulators.azBatch().createJob(job, "pool");
    simulators.azBatch().createTask(job, task + "1", "sh -c 'exit 0'");
    simulators.azBatch().createTask(job, task + "2", "sh -c 'exit 0'");
    Events tasks = new Events(AzBatchConstants.EVENT_ID);
    String uri =
        "azbatch:listTasks?startFrom=BEGINNING&idempotentRepository=#seen&select=id,state&jobId="
            + job;

    try (WatchingContext first = watching(uri, repository(), tasks)) {
      first.poll();
      assertThat(first.failures().count()).isZero();
    }
    List<String> emitted = tasks.taken();
    assertThat(emitted).hasSize(2).allMatch(event -> event.length() > 100);
    int kept = rows();

    try (WatchingContext second = watching(uri, repository(), tasks)) {
      second.poll();
      second.poll();
    }
    assertThat(tasks.taken()).doesNotContainAnyElementsOf(emitted);
    assertThat(kept).isEqualTo(3);
  }

  @Test
  void eachJobHasOneRow() throws Exception {
    int job = job("Queued");
    try (WatchingContext watching = watching()) {
      watching.poll();
      for (String state : List.of("Running", "Queued", "Running", "Finished")) {
        setState(job, state);
        watching.poll();
        // what comes back to a state is a change, too
        assertThat(events.taken()).singleElement().asString().endsWith(job + "/" + state + "/0");
      }
    }
    assertThat(rows()).isEqualTo(2);
  }

  /** Between the look and the insert of one, the other inserts the same key. */
  @Test
  void keyThatTwoProcessesAddAtOnceIsNoFailure() throws Exception {
    int job = job("Running");
    JdbcMessageIdRepository other = repository();
    JdbcMessageIdRepository overtaken =
        new JdbcMessageIdRepository(database.dataSource(), "watcher") {
          @Override
          protected int insert(String key) {
            // a thread of its own, or it would be in the same transaction
            assertThat(CompletableFuture.supplyAsync(() -> other.add(key)).join()).isTrue();
            return super.insert(key);
          }
        };
    try (WatchingContext watching = watching(JOBS, overtaken, events)) {
      watching.poll();
      setState(job, "Finished");
      watching.poll();
      watching.poll();

      assertThat(watching.failures().count()).isZero();
      assertThat(events.taken()).hasSize(1);
    }
    assertThat(rows()).isEqualTo(2);
  }

  @Test
  void twoProcessesThatWatchTheSameDoNotDisturbEachOther() throws Exception {
    Events others = new Events(HpcPackConstants.EVENT_ID);
    try (WatchingContext one = watching();
        WatchingContext two = watching(JOBS, repository(), others)) {
      simulators.hpcPack().createJobs(100, Map.of("Name", "test"));
      atOnce(one, two);
      for (String state : List.of("Queued", "Running", "Finished")) {
        simulators.hpcPack().setAllJobs(state);
        atOnce(one, two);
      }
      atOnce(one, two);

      assertThat(one.failures().count()).isZero();
      assertThat(two.failures().count()).isZero();
    }
    List<String> all = new ArrayList<>(events.taken());
    all.addAll(others.taken());
    assertThat(all.stream().filter(event -> event.endsWith("/Finished/0")).distinct()).hasSize(100);
    try (WatchingContext third = watching()) {
      third.poll();
      assertThat(events.taken()).isEmpty();
    }
  }

  private static void atOnce(WatchingContext one, WatchingContext two) throws Exception {
    CyclicBarrier start = new CyclicBarrier(2);
    Thread other =
        new Thread(
            () -> {
              await(start);
              two.poll();
            });
    other.start();
    await(start);
    one.poll();
    other.join();
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void nothingIsLostWhileTheDatabaseIsDown() throws Exception {
    int completed = job("Running");
    int meanwhile = job("Running");
    try (WatchingContext watching = watching()) {
      watching.poll();
      setState(completed, "Finished");
      // so that the exchange is completed when the database is down
      events.then(exchange -> database.stop());
      watching.poll();
      assertThat(events.taken()).hasSize(1);
      assertThat(watching.failures().count()).isEqualTo(1);
      events.then(exchange -> {});

      setState(meanwhile, "Failed");
      watching.poll();
      assertThat(watching.failures().count()).isEqualTo(2);
      assertThat(events.taken()).isEmpty();

      database.start();
      watching.poll();
      assertThat(events.taken())
          .hasSize(2)
          .anyMatch(event -> event.endsWith(completed + "/Finished/0"))
          .anyMatch(event -> event.endsWith(meanwhile + "/Failed/0"));
      watching.poll();
      assertThat(events.taken()).isEmpty();
    }
  }

  @Test
  void purgeTakesWhatIsGoneAndNeverWhatIsThere() throws Exception {
    int living = job("Running");
    try (WatchingContext first = watching(JOBS, touchingRepository(), events)) {
      first.poll();
      setState(living, "Finished");
      first.poll();
      assertThat(events.taken()).hasSize(1);
    }
    touchingRepository().add(OF_NOBODY);
    Timestamp longAgo = Timestamp.from(Instant.now().minus(Duration.ofDays(40)));
    database.sql().update("UPDATE CAMEL_MESSAGEPROCESSED SET createdAt = ?", longAgo);

    try (WatchingContext second = watching(JOBS, touchingRepository(), events)) {
      second.poll();
    }
    int purged =
        database
            .sql()
            .update(
                "DELETE FROM CAMEL_MESSAGEPROCESSED"
                    + " WHERE createdAt < CURRENT_TIMESTAMP - INTERVAL '30' DAY"
                    + " AND messageId NOT LIKE '%/started'"
                    + " AND messageId NOT LIKE '%/started/%'");

    assertThat(purged).isEqualTo(1);
    assertThat(repository().contains(OF_NOBODY)).isFalse();
    try (WatchingContext third = watching(JOBS, touchingRepository(), events)) {
      third.poll();
      assertThat(events.taken()).isEmpty();
      setState(living, "Canceled");
      third.poll();
      assertThat(events.taken()).hasSize(1);
    }
  }
}
