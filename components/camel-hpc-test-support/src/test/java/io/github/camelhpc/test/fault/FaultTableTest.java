package io.github.camelhpc.test.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page tells what the suite tests; {@code -Ddocs.update=true} writes its table anew. */
class FaultTableTest {

  private static final Path PAGE = Path.of("../../docs/reliability.md");

  @Test
  void thePageHasTheRowsOfTheSuite() throws IOException {
    String text = Files.readString(PAGE);
    String expected = FaultTable.updated(text);
    if (Boolean.getBoolean("docs.update")) {
      Files.writeString(PAGE, expected);
    }
    assertThat(text)
        .as("docs/reliability.md; mvn test -Ddocs.update=true writes the table anew")
        .isEqualTo(expected);
  }

  @Test
  void everyRowHasItsOwnName() {
    assertThat(Faults.all()).extracting(Fault::name).doesNotHaveDuplicates();
  }
}
