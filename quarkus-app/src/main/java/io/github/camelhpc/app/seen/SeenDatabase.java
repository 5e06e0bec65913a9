package io.github.camelhpc.app.seen;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The database that {@code app.seen} names, with a small pool of connections. */
@ApplicationScoped
class SeenDatabase {

  private static final int CONNECTIONS = 4;
  private static final int SECONDS = 10;

  private final SeenSettings settings;
  private HikariDataSource pool;

  @Inject
  SeenDatabase(SeenSettings settings) {
    this.settings = settings;
  }

  /** Connects when it is asked for a connection first. */
  synchronized DataSource open(SeenKind kind) {
    if (pool == null) {
      HikariDataSource opened = new HikariDataSource();
      opened.setPoolName("seen");
      opened.setDataSource(kind == SeenKind.H2 ? h2() : postgreSql());
      opened.setMaximumPoolSize(CONNECTIONS);
      opened.setMinimumIdle(1);
      opened.setConnectionTimeout(SECONDS * 1000L);
      pool = opened;
    }
    return pool;
  }

  private DataSource h2() {
    Path folder = settings.folder().toAbsolutePath();
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The folder " + folder + " cannot be made: set app.seen.folder to one that can", e);
    }
    JdbcDataSource file = new JdbcDataSource();
    // it is closed after the routes, and not by whichever hook of the JVM comes first
    file.setURL("jdbc:h2:file:" + folder.resolve("seen") + ";DB_CLOSE_ON_EXIT=FALSE");
    file.setUser("sa");
    file.setPassword("");
    return file;
  }

  private DataSource postgreSql() {
    PGSimpleDataSource server = new PGSimpleDataSource();
    server.setUrl(
        settings
            .url()
            .filter(url -> url.startsWith("jdbc:postgresql:"))
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "app.seen=postgresql needs app.seen.url:"
                            + " jdbc:postgresql://host:5432/name")));
    settings.username().ifPresent(server::setUser);
    settings.password().ifPresent(server::setPassword);
    // a server that is gone without a word must not stop a poll for ever
    server.setConnectTimeout(SECONDS);
    server.setSocketTimeout(3 * SECONDS);
    server.setTcpKeepAlive(true);
    return server;
  }

  /** Whether a route has used it. */
  synchronized boolean isOpen() {
    return pool != null && pool.isRunning();
  }

  synchronized void close() {
    if (pool != null) {
      pool.close();
      pool = null;
    }
  }
}
