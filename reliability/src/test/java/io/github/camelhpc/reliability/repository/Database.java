package io.github.camelhpc.reliability.repository;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A database whose content outlives a stop. */
interface Database extends AutoCloseable {

  DataSource dataSource();

  /** Counts the rows of a key, and makes their createdAt new: see docs/reliability.md. */
  String touchingQuery();

  /** Ends it; whoever asks it now gets an exception. */
  void stop() throws IOException;

  void start() throws IOException;

  /** For what a test looks at. */
  default JdbcTemplate sql() {
    return new JdbcTemplate(dataSource());
  }

  @Override
  default void close() throws IOException {
    stop();
  }

  /** The server, as separate processes. */
  final class PostgreSql implements Database {

    private final Path folder;
    private final int port;
    private EmbeddedPostgres server;

    PostgreSql(Path folder) throws IOException {
      this.folder = folder;
      try (ServerSocket free = new ServerSocket(0)) {
        port = free.getLocalPort();
      }
      start();
    }

    @Override
    public void start() throws IOException {
      server =
          EmbeddedPostgres.builder()
              .setDataDirectory(folder.resolve("data"))
              .setOverrideWorkingDirectory(folder.resolve("work").toFile())
              .setCleanDataDirectory(false)
              .setPort(port)
              .start();
    }

    @Override
    public void stop() throws IOException {
      server.close();
    }

    @Override
    public DataSource dataSource() {
      return server.getPostgresDatabase();
    }

    @Override
    public String touchingQuery() {
      return "WITH touched AS (UPDATE CAMEL_MESSAGEPROCESSED SET createdAt = CURRENT_TIMESTAMP"
          + " WHERE processorName = ? AND messageId = ? RETURNING 1)"
          + " SELECT COUNT(*) FROM touched";
    }
  }

  /** A file that this process has open. */
  final class H2File implements Database {

    private final String url;
    private final DelegatingDataSource current = new DelegatingDataSource();
    private JdbcConnectionPool pool;

    H2File(Path folder) {
      url = "jdbc:h2:file:" + folder.resolve("seen").toAbsolutePath();
      start();
    }

    @Override
    public void start() {
      pool = JdbcConnectionPool.create(url, "sa", "");
      current.setTargetDataSource(pool);
    }

    @Override
    public void stop() {
      try (var connection = pool.getConnection();
          var statement = connection.createStatement()) {
        statement.execute("SHUTDOWN");
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
      pool.dispose();
    }

    @Override
    public DataSource dataSource() {
      return current;
    }

    @Override
    public String touchingQuery() {
      return "SELECT COUNT(*) FROM FINAL TABLE (UPDATE CAMEL_MESSAGEPROCESSED"
          + " SET createdAt = CURRENT_TIMESTAMP WHERE processorName = ? AND messageId = ?)";
    }
  }
}
