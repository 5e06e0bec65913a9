package io.github.camelhpc.support.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShardTest {

  private static final int IDS = 24_000;

  static Stream<Arguments> ids() {
    return Stream.of(
            named("numbers", i -> String.valueOf(i)),
            named("tens", i -> String.valueOf(i * 10)),
            named("numbers with zeros", i -> String.format("job-%08d", i)),
            named("job and task", i -> (i / 100) + "." + (i % 100) + ".1"),
            named("GUIDs", i -> new UUID(i * 0x9E3779B97F4A7C15L, i).toString()),
            named("other letters", i -> "計算-" + i + "-é"))
        .flatMap(
            ids ->
                Stream.of(2, 3, 4, 7, 8, 16)
                    .map(count -> Arguments.of(ids.get()[0], ids.get()[1], count)));
  }

  private static Arguments named(String name, IntFunction<String> id) {
    return Arguments.of(name, id);
  }

  @ParameterizedTest(name = "{0}, {2} shards")
  @MethodSource("ids")
  void eachIdBelongsToOneShardAndTheShardsAreOfOneSize(
      String name, IntFunction<String> id, int count) {
    int[] sizes = new int[count];
    for (int i = 0; i < IDS; i++) {
      String text = id.apply(i);
      int[] of =
          IntStream.range(0, count).filter(s -> new Shard(s, count).contains(text)).toArray();
      assertThat(of).as("shards of %s", text).hasSize(1);
      sizes[of[0]]++;
    }

    assertThat(IntStream.of(sizes).boxed())
        .allSatisfy(size -> assertThat(size).isBetween(share(count, 80), share(count, 120)));
  }

  private static int share(int count, int percent) {
    return IDS / count * percent / 100;
  }

  /** Computed with Python: zlib.crc32(id.encode()) % 8. Another result would be another promise. */
  @ParameterizedTest
  @CsvSource({
    "1, 7",
    "42, 0",
    "job-00000017, 1",
    "5.12.1, 4",
    "計算-1, 0",
    "b2f5ff47-4366-4a1a-9d3c-ffffeeee0000, 2"
  })
  void idBelongsToTheShardThatOthersCompute(String id, int shard) {
    assertThat(Shard.of(shard + "/8").contains(id)).isTrue();
  }

  @Test
  void withoutTheOptionAllBelongs() {
    assertThat(Shard.of(null).isAll()).isTrue();
    assertThat(Shard.of("0/1").contains("17")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4/4",
        "a/b",
        "0/0",
        "",
        "0",
        "0/",
        "/4",
        "-1/4",
        "0/-4",
        "0/257",
        "1/99999999999"
      })
  void whatIsNoShardIsRefused(String text) {
    assertThatThrownBy(() -> Shard.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "shard="
                + text
                + " is no shard: write its index and how many there are, from 0/4 to 3/4 for four;"
                + " at most 256");
  }
}
