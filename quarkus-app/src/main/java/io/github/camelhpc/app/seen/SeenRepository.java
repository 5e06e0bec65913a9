package io.github.camelhpc.app.seen;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.service.ServiceSupport;

/**
 * The table of Camel's JdbcMessageIdRepository (camel-sql), without Spring, which Camel Quarkus
 * leaves out. A row is as old as the last question for it: consumers ask each day for what is still
 * there, so that what is old can be purged.
 */
final class SeenRepository extends ServiceSupport implements IdempotentRepository {

  private static final String TABLE = "CAMEL_MESSAGEPROCESSED";

  private static final String EXISTS = "SELECT 1 FROM " + TABLE + " WHERE 1 = 0";
  private static final String CREATE =
      "CREATE TABLE "
          + TABLE
          + " (processorName VARCHAR(255), messageId VARCHAR(100), createdAt TIMESTAMP,"
          + " PRIMARY KEY (processorName, messageId))";
  private static final String KEY = " WHERE processorName = ? AND messageId = ?";
  private static final String TOUCH = "UPDATE " + TABLE + " SET createdAt = ?" + KEY;
  private static final String INSERT =
      "INSERT INTO " + TABLE + " (createdAt, processorName, messageId) VALUES (?, ?, ?)";
  private static final String DELETE = "DELETE FROM " + TABLE + KEY;
  private static final String CLEAR = "DELETE FROM " + TABLE + " WHERE processorName = ?";

  /** Not that lists were started to be watched: without it, all changes since would be lost. */
  private static final String PURGE =
      "DELETE FROM "
          + TABLE
          + " WHERE createdAt < ?"
          + " AND messageId NOT LIKE '%/started' AND messageId NOT LIKE '%/started/%'";

  /** The class of the states of SQL that tell of a duplicate key, among others (SQL:2003). */
  private static final String INTEGRITY_VIOLATED = "23";

  private final DataSource database;
  private final String name;
  private final InstantSource clock;

  SeenRepository(DataSource database, String name, InstantSource clock) {
    this.database = database;
    this.name = name;
    this.clock = clock;
  }

  @Override
  protected void doStart() {
    try {
      update(EXISTS);
    } catch (SQLException e) {
      create();
    }
  }

  /** Several applications may start at once, and all but one cannot make the table. */
  private void create() {
    try {
      update(CREATE);
    } catch (SQLException e) {
      try {
        update(EXISTS);
      } catch (SQLException missing) {
        throw new RuntimeCamelException(
            "The database of app.seen cannot be used: " + e.getMessage(), e);
      }
    }
  }

  @Override
  public boolean contains(String key) {
    return changed(TOUCH, now(), name, key) > 0;
  }

  @Override
  public boolean add(String key) {
    if (contains(key)) {
      return false;
    }
    try {
      update(INSERT, now(), name, key);
      return true;
    } catch (SQLException e) {
      if (isIntegrityViolated(e)) {
        // another application was quicker
        return false;
      }
      throw failure(e);
    }
  }

  private static boolean isIntegrityViolated(SQLException e) {
    return e.getSQLState() != null && e.getSQLState().startsWith(INTEGRITY_VIOLATED);
  }

  @Override
  public boolean remove(String key) {
    return changed(DELETE, name, key) > 0;
  }

  @Override
  public boolean confirm(String key) {
    return true;
  }

  @Override
  public void clear() {
    changed(CLEAR, name);
  }

  /**
   * Forgets what nobody has asked for since a time, under any name.
   *
   * @return how many
   */
  int purge(Instant before) {
    return changed(PURGE, Timestamp.from(before));
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }

  private int changed(String sql, Object... values) {
    try {
      return update(sql, values);
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private static RuntimeCamelException failure(SQLException e) {
    return new RuntimeCamelException(
        "What is completed cannot be looked up or remembered now, the database of app.seen fails: "
            + e.getMessage(),
        e);
  }

  /** Each by itself a transaction. */
  private int update(String sql, Object... values) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      return statement.execute() ? 0 : statement.getUpdateCount();
    }
  }
}
