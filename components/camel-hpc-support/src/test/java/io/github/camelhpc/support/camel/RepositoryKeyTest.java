package io.github.camelhpc.support.camel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a repository gets as key. */
class RepositoryKeyTest {

  private static final String AZURE_TASK =
      "account.westeurope.batch.azure.com/listTasks/"
          + "j".repeat(64)
          + "."
          + "t".repeat(64)
          + "/completed/2026-01-02T03:04:05.678Z";

  @ParameterizedTest
  @ValueSource(
      strings = {"3f2a9c1d/listJobs/42/Finished", "a b", "x~", "3f2a9c1d/listJobs/started"})
  void shortAndPlainEventIdIsItsOwnKey(String eventId) {
    assertThat(RepositoryKey.of(eventId)).isEqualTo(eventId);
  }

  @Test
  void eventIdOf100CharactersIsItsOwnKeyAndOneOf101IsNot() {
    assertThat(RepositoryKey.of("x".repeat(100))).isEqualTo("x".repeat(100));
    assertThat(RepositoryKey.of("x".repeat(101))).hasSize(100).startsWith("~");
  }

  @Test
  void keyOfALongEventIdHas100CharactersAndItsEndCanBeRead() {
    assertThat(RepositoryKey.of(AZURE_TASK))
        .hasSize(100)
        .matches("~[0-9a-f]{32}.*")
        .endsWith("ttt/completed/2026-01-02T03:04:05.678Z");
  }

  @Test
  void longEventIdsThatDifferAnywhereHaveDifferentKeys() {
    assertThat(RepositoryKey.of("a" + AZURE_TASK))
        .isNotEqualTo(RepositoryKey.of("b" + AZURE_TASK))
        .isEqualTo(RepositoryKey.of("a" + AZURE_TASK));
    assertThat(RepositoryKey.of(AZURE_TASK + "1")).isNotEqualTo(RepositoryKey.of(AZURE_TASK + "2"));
  }

  @Test
  void eventIdThatLooksLikeAKeyHasAnotherKey() {
    String key = RepositoryKey.of(AZURE_TASK);

    assertThat(RepositoryKey.of(key)).isNotEqualTo(key).hasSize(100);
  }

  @Test
  void keyHasPrintableCharactersOfAsciiOnly() {
    for (String id : new String[] {"a\u0000b", "a\nb", "\u00e4", "\ud83d", "\u65e5\u672c", ""}) {
      assertThat(RepositoryKey.of(id)).matches("[ -~]+").startsWith("~");
    }
    // an encoding replaces halves of surrogates, all by the same
    assertThat(RepositoryKey.of("a\ud83d")).isNotEqualTo(RepositoryKey.of("a\ud83e"));
  }

  @Test
  void baselineOfAServiceWithALongNameIsRecognizedByItsEnd() {
    assertThat(RepositoryKey.of("n".repeat(200) + "/listJobs/started")).endsWith("/started");
  }
}
