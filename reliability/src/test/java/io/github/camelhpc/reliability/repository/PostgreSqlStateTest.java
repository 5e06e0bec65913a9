package io.github.camelhpc.reliability.repository;

import java.nio.file.Path;

/** On a PostgreSQL server. */
class PostgreSqlStateTest extends DurableStateTest {

  @Override
  Database open(Path where) throws Exception {
    return new Database.PostgreSql(where);
  }
}
