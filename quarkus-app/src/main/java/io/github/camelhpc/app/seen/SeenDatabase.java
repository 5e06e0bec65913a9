package io.github.camelhpc.app.seen;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ConnectionValidator;
import io.agroal.api.configuration.supplier.AgroalConnectionFactoryConfigurationSupplier;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * The database that {@code app.seen} names, with a small pool of connections. Not one of Quarkus'
 * own data sources, which have to be chosen when the application is built.
 */
@ApplicationScoped
@RegisterForReflection(
    targets = {Statement.class, Statement[].class, ResultSet.class, ResultSet[].class},
    classNames = {"io.agroal.pool.ConnectionHandler", "[Lio.agroal.pool.ConnectionHandler;"})
class SeenDatabase {

  private static final int CONNECTIONS = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** After so long without use a connection is tried before it is used. */
  private static final Duration TRUSTED_FOR = Duration.ofSeconds(1);

  private final SeenSettings settings;
  private AgroalDataSource pool;

  @Inject
  SeenDatabase(SeenSettings settings) {
    this.settings = settings;
  }

  /** Connects when it is asked for a connection first. */
  synchronized DataSource open(SeenKind kind) {
    if (pool == null) {
      pool = pool(kind == SeenKind.H2 ? h2() : postgreSql());
    }
    return pool;
  }

  private static AgroalDataSource pool(AgroalConnectionFactoryConfigurationSupplier connections) {
    try {
      return AgroalDataSource.from(
          new AgroalDataSourceConfigurationSupplier()
              .connectionPoolConfiguration(
                  pool ->
                      pool.maxSize(CONNECTIONS)
                          .acquisitionTimeout(PATIENCE)
                          .connectionValidator(ConnectionValidator.defaultValidator())
                          .idleValidationTimeout(TRUSTED_FOR)
                          .connectionFactoryConfiguration(connections)));
    } catch (SQLException e) {
      throw new IllegalStateException(
          "The database of app.seen cannot be used: " + e.getMessage(), e);
    }
  }

  private AgroalConnectionFactoryConfigurationSupplier h2() {
    Path folder = settings.folder().toAbsolutePath();
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The folder " + folder + " cannot be made: set app.seen.folder to one that can", e);
    }
    return new AgroalConnectionFactoryConfigurationSupplier()
        .connectionProviderClassName(SeenKind.H2.driver())
        // it is closed after the routes, and not by whichever hook of the JVM comes first
        .jdbcUrl("jdbc:h2:file:" + folder.resolve("seen") + ";DB_CLOSE_ON_EXIT=FALSE")
        .principal(new NamePrincipal("sa"))
        .credential(new SimplePassword(""));
  }

  private AgroalConnectionFactoryConfigurationSupplier postgreSql() {
    AgroalConnectionFactoryConfigurationSupplier server =
        new AgroalConnectionFactoryConfigurationSupplier()
            .connectionProviderClassName(SeenKind.POSTGRESQL.driver())
            .jdbcUrl(
                settings
                    .url()
                    .filter(url -> url.startsWith("jdbc:postgresql:"))
                    .orElseThrow(SeenDatabase::missesUrl))
            .loginTimeout(PATIENCE)
            // a server that is gone without a word must not stop a poll for ever
            .jdbcProperty("socketTimeout", String.valueOf(3 * PATIENCE.toSeconds()))
            .jdbcProperty("tcpKeepAlive", "true");
    settings.username().ifPresent(name -> server.principal(new NamePrincipal(name)));
    settings.password().ifPresent(secret -> server.credential(new SimplePassword(secret)));
    return server;
  }

  private static IllegalStateException missesUrl() {
    return new IllegalStateException(
        "app.seen=postgresql needs app.seen.url: jdbc:postgresql://host:5432/name");
  }

  synchronized void close() {
    if (pool != null) {
      pool.close();
      pool = null;
    }
  }
}
