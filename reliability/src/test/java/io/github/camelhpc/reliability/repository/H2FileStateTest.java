package io.github.camelhpc.reliability.repository;

import java.nio.file.Path;

/** On a file of H2. */
class H2FileStateTest extends DurableStateTest {

  @Override
  Database open(Path where) {
    return new Database.H2File(where);
  }
}
