package io.github.camelhpc.reliability.killing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The database. Every delivery is a row of {@code received}; the same statement writes the event
 * into {@code effects}, whose primary key is the event id.
 */
final class Deliveries implements AutoCloseable {

  private static final String TABLES =
      """
      create table received (
        n bigserial primary key, event_id text not null, job int not null, state text not null,
        process text not null, at timestamptz not null default clock_timestamp());
      create table effects (event_id text primary key, job int not null, state text not null)""";

  /** One statement, and so one transaction: both rows, or none. */
  private static final String INSERT =
      """
      with delivery as (
        insert into received (event_id, job, state, process) values (?, ?, ?, ?)
        returning event_id, job, state)
      insert into effects select event_id, job, state from delivery
      on conflict (event_id) do nothing""";

  private final EmbeddedPostgres postgres;

  private Deliveries(EmbeddedPostgres postgres) {
    this.postgres = postgres;
  }

  static Deliveries open() throws IOException, SQLException {
    Deliveries deliveries = new Deliveries(EmbeddedPostgres.start());
    try (Connection connection = deliveries.connection();
        Statement statement = connection.createStatement()) {
      statement.execute(TABLES);
    }
    return deliveries;
  }

  /** For everybody who is called postgres, without a password. */
  String url() {
    return postgres.getJdbcUrl("postgres", "postgres");
  }

  Connection connection() throws SQLException {
    return postgres.getPostgresDatabase().getConnection();
  }

  /** Writes a delivery, and its effect if it is the first of its event. */
  void add(Connection connection, String eventId, int job, String state, String process)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setString(1, eventId);
      insert.setInt(2, job);
      insert.setString(3, state);
      insert.setString(4, process);
      insert.executeUpdate();
    }
  }

  /** All of them, the repeated ones too. */
  List<Delivery> all() throws SQLException {
    List<Delivery> deliveries = new ArrayList<>();
    try (Connection connection = connection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select n, event_id, job, state, process, at from received order by n")) {
      while (rows.next()) {
        deliveries.add(
            new Delivery(
                rows.getLong(1),
                rows.getString(2),
                rows.getInt(3),
                rows.getString(4),
                rows.getString(5),
                rows.getObject(6, OffsetDateTime.class).toInstant()));
      }
    }
    return deliveries;
  }

  /** The effect of each event, by its id. */
  Map<String, Effect> effects() throws SQLException {
    Map<String, Effect> effects = new HashMap<>();
    try (Connection connection = connection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select event_id, job, state from effects")) {
      while (rows.next()) {
        effects.put(rows.getString(1), new Effect(rows.getInt(2), rows.getString(3)));
      }
    }
    return effects;
  }

  /** Which application wrote last; empty if none has. */
  String lastProcess() throws SQLException {
    try (Connection connection = connection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("select process from received order by n desc limit 1")) {
      return rows.next() ? rows.getString(1) : "";
    }
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }

  /** A job in one of its states. */
  record Effect(int job, String state) {}
}
