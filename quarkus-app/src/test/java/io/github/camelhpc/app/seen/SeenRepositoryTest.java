package io.github.camelhpc.app.seen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.apache.camel.RuntimeCamelException;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was completed, in a file of H2. */
class SeenRepositoryTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir Path folder;

  private Instant now = START;
  private final JdbcDataSource database = new JdbcDataSource();
  private SeenRepository repository;

  @BeforeEach
  void start() {
    database.setURL("jdbc:h2:file:" + folder.resolve("seen"));
    repository = repository("seen");
  }

  private SeenRepository repository(String name) {
    SeenRepository started = new SeenRepository(database, name, () -> now);
    started.start();
    return started;
  }

  private void days(int days) {
    now = START.plus(Duration.ofDays(days));
  }

  private int purge() {
    return repository.purge(now.minus(Duration.ofDays(30)));
  }

  @Test
  void whatIsAddedIsThereForOthersOfTheSameNameOnly() {
    assertThat(repository.contains("a")).isFalse();
    assertThat(repository.add("a")).isTrue();
    assertThat(repository.add("a")).isFalse();

    assertThat(repository("seen").contains("a")).isTrue();
    assertThat(repository("other").contains("a")).isFalse();
    assertThat(repository.confirm("a")).isTrue();
  }

  @Test
  void whatIsRemovedIsGone() {
    repository.add("a");
    repository.add("b");
    SeenRepository other = repository("other");
    other.add("a");

    assertThat(repository.remove("a")).isTrue();
    assertThat(repository.remove("a")).isFalse();
    repository.clear();

    assertThat(repository.contains("b")).isFalse();
    assertThat(other.contains("a")).isTrue();
  }

  @Test
  void whatWasAskedForIsNotPurged() {
    repository.add("gone");
    repository.add("there");
    repository.add("added again");
    days(29);
    assertThat(purge()).isZero();
    repository.contains("there");
    repository.add("added again");

    days(31);

    assertThat(purge()).isEqualTo(1);
    assertThat(repository.contains("gone")).isFalse();
    assertThat(repository.contains("there")).isTrue();
    assertThat(repository.contains("added again")).isTrue();
  }

  @Test
  void thatAListWasStartedIsNeverPurged() {
    repository.add("cluster/listJobs/started");
    repository.add("cluster/listTasks/started/0/4");
    repository.add("cluster/listJobs/1/Finished");

    days(1000);

    assertThat(purge()).isEqualTo(1);
    assertThat(repository.contains("cluster/listJobs/started")).isTrue();
    assertThat(repository.contains("cluster/listTasks/started/0/4")).isTrue();
  }

  @Test
  void keyThatAnotherApplicationAddsFirstIsThere() {
    SeenRepository other = repository("seen");
    AtomicInteger asked = new AtomicInteger();
    DataSource overtaking =
        (DataSource)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> {
                  // between the look and the insert
                  if (asked.incrementAndGet() == 2) {
                    other.add("a");
                  }
                  return method.invoke(database, arguments);
                });
    SeenRepository overtaken = new SeenRepository(overtaking, "seen", () -> now);

    assertThat(overtaken.add("a")).isFalse();
    assertThat(repository.contains("a")).isTrue();
  }

  @Test
  void databaseThatCannotBeUsedIsAFailureThatNamesTheSetting() {
    database.setURL("jdbc:h2:file:" + folder.resolve("seen") + ";IFEXISTS=TRUE;CIPHER=AES");

    assertThatThrownBy(() -> repository.contains("a"))
        .isInstanceOf(RuntimeCamelException.class)
        .hasMessageContaining("app.seen");
    assertThatThrownBy(() -> repository("other")).hasMessageContaining("app.seen");
  }
}
