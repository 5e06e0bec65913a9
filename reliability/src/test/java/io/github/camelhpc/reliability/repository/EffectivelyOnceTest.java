package io.github.camelhpc.reliability.repository;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.simulators.HpcSimulators;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spring.spi.SpringTransactionPolicy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** A route writes its result and the event id in one transaction, as docs/reliability.md shows. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EffectivelyOnceTest {

  private HpcSimulators simulators;
  private Database database;
  private DataSource dataSource;
  private JdbcTemplate sql;
  private final AtomicBoolean dying = new AtomicBoolean();

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    simulators = HpcSimulators.builder().start();
    database = new Database.PostgreSql(folder);
    dataSource = database.dataSource();
    sql = database.sql();
  }

  @AfterAll
  void stop() throws Exception {
    database.close();
    simulators.close();
  }

  @BeforeEach
  void reset() {
    simulators.reset();
    dying.set(false);
    sql.execute("DROP TABLE IF EXISTS done, report");
    sql.execute("CREATE TABLE done (event VARCHAR(300) PRIMARY KEY)");
    sql.execute("CREATE TABLE report (job INTEGER, state VARCHAR(20))");
  }

  private void dieOnce() {
    if (dying.getAndSet(false)) {
      throw new IllegalStateException("the process dies here");
    }
  }

  /** Two statements in a transaction, of which the first says whether there is work to do. */
  private RouteBuilder twoStatements() {
    return new RouteBuilder() {
      @Override
      public void configure() {
        from(WatchingContext.onDemand("hpcpack:listJobs?startFrom=BEGINNING"))
            .transacted("required")
            .to(
                "sql:INSERT INTO done (event) VALUES (:#${header.CamelHpcPackEventId})"
                    + " ON CONFLICT DO NOTHING")
            .filter(simple("${header.CamelSqlUpdateCount} > 0"))
            .process(exchange -> dieOnce())
            .to(
                "sql:INSERT INTO report (job, state)"
                    + " VALUES (:#${header.CamelHpcPackJobId}, :#${header.CamelHpcPackState})");
      }
    };
  }

  /** One statement, which needs no transaction manager. */
  private RouteBuilder oneStatement() {
    return new RouteBuilder() {
      @Override
      public void configure() {
        from(WatchingContext.onDemand("hpcpack:listJobs?startFrom=BEGINNING"))
            .to(
                "sql:WITH fresh AS (INSERT INTO done (event)"
                    + " VALUES (:#${header.CamelHpcPackEventId})"
                    + " ON CONFLICT DO NOTHING RETURNING event)"
                    + " INSERT INTO report (job, state)"
                    + " SELECT :#${header.CamelHpcPackJobId}, :#${header.CamelHpcPackState}"
                    + " FROM fresh")
            .process(exchange -> dieOnce());
      }
    };
  }

  private WatchingContext process(RouteBuilder routes) throws Exception {
    return new WatchingContext(simulators)
        .bind("dataSource", dataSource)
        .bind("required", new SpringTransactionPolicy(new DataSourceTransactionManager(dataSource)))
        .start(routes);
  }

  private List<Map<String, Object>> report() {
    return sql.queryForList("SELECT job, state FROM report ORDER BY job");
  }

  private int job() {
    int id = simulators.hpcPack().createJobs(1, Map.of("Name", "test")).get(0);
    simulators.hpcPack().setJobState(id, "Finished");
    return id;
  }

  @Test
  void dyingBetweenTheTwoStatementsLeavesNothingAndTheRepetitionWritesOneRow() throws Exception {
    int job = job();
    try (WatchingContext first = process(twoStatements())) {
      dying.set(true);
      first.poll();
      assertThat(report()).isEmpty();
      assertThat(sql.queryForList("SELECT event FROM done")).isEmpty();
    }
    try (WatchingContext second = process(twoStatements())) {
      second.poll();
      second.poll();
    }
    assertThat(report()).containsExactly(Map.of("job", job, "state", "Finished"));
  }

  /** Without a repository, a process that starts anew emits everything once more. */
  @Test
  void eventThatComesAgainAfterTheCommitWritesNothing() throws Exception {
    int job = job();
    for (int i = 0; i < 3; i++) {
      try (WatchingContext again = process(twoStatements())) {
        again.poll();
      }
    }
    assertThat(report()).containsExactly(Map.of("job", job, "state", "Finished"));
  }

  @Test
  void oneStatementIsATransactionToo() throws Exception {
    int job = job();
    dying.set(true);
    for (int i = 0; i < 3; i++) {
      try (WatchingContext again = process(oneStatement())) {
        again.poll();
        again.poll();
      }
    }
    assertThat(report()).containsExactly(Map.of("job", job, "state", "Finished"));
  }
}
