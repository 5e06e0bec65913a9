package io.github.camelhpc.dbapi.model;

import static io.github.camelhpc.dbapi.model.Resources.block;
import static io.github.camelhpc.dbapi.model.Resources.resource;
import static io.github.camelhpc.dbapi.model.Resources.scalar;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResourceMergerTest {

  private final ResourceMerger merger = new ResourceMerger();

  private List<ResourceResult> merged(ResourceResult... results) {
    for (ResourceResult result : results) {
      merger.add(result);
    }
    return merger.results();
  }

  @Test
  void blocksThatAreNotThereYetAreAppended() {
    assertThat(
            merged(
                resource("a", block(0, 1, 2)),
                resource("b", block(0, 9)),
                resource("a", block(2, 3))))
        .containsExactly(resource("a", block(0, 1, 2), block(2, 3)), resource("b", block(0, 9)));
  }

  @Test
  void whatIsRepeatedIsNotDoubled() {
    ResourceResult result = resource("a", block(0, 1, Double.NaN), block(5, 3));

    assertThat(merged(result, result, result)).containsExactly(result);
  }

  @Test
  void aBlockThatHasGrownReplaces() {
    assertThat(
            merged(
                resource("a", block(0, 1)),
                resource("a", block(0, 1, 2, 3)),
                resource("a", block(0, 1, 2))))
        .containsExactly(resource("a", block(0, 1, 2, 3)));
  }

  @Test
  void ofTheSameLengthTheLastBlockCounts() {
    assertThat(merged(resource("a", block(0, Double.NaN)), resource("a", block(0, 7))))
        .containsExactly(resource("a", block(0, 7)));
  }

  @Test
  void anotherResolutionIsAnotherBlock() {
    SeriesBlock hours =
        new SeriesBlock(
            null, null, null, 3_600, Resources.START, ZoneOffset.UTC, new double[] {5}, Map.of());

    assertThat(merged(resource("a", block(0, 1, 2)), resource("a", hours)))
        .containsExactly(resource("a", block(0, 1, 2), hours));
  }

  @Test
  void blocksWithoutAStartAreKnownByTheirValues() {
    SeriesBlock one = untimed(1);
    SeriesBlock two = untimed(2);

    assertThat(merged(resource("a", one), resource("a", two), resource("a", one)))
        .containsExactly(resource("a", one, two));
  }

  private static SeriesBlock untimed(double... values) {
    return new SeriesBlock(null, null, null, 0, null, ZoneOffset.UTC, values, Map.of());
  }

  @Test
  void ofScalarsTheLastCounts() {
    assertThat(
            merged(
                resource("a", Map.of("memory", scalar("1"))),
                resource("a", block(0, 1)),
                resource("a", Map.of("memory", scalar("2")))))
        .containsExactly(
            resource(
                "a",
                Map.of("memory", scalar("2"), "cpu", new SeriesAttribute(List.of(block(0, 1))))));
  }

  @Test
  void otherMembersAreJoinedAsWell() {
    assertThat(
            merged(
                new ResourceResult("vm#a", null, Map.of(), Map.of("x", 1, "y", 2)),
                new ResourceResult("vm#a", "a", Map.of(), Map.of("x", 3))))
        .containsExactly(new ResourceResult("vm#a", "a", Map.of(), Map.of("x", 3, "y", 2)));
  }

  @Test
  void whatHasNoNameIsNotJoined() {
    ResourceResult nameless = new ResourceResult(null, null, Map.of("m", scalar("1")), Map.of());

    assertThat(merger.isEmpty()).isTrue();
    assertThat(merged(nameless, nameless)).containsExactly(nameless, nameless);
    assertThat(merger.isEmpty()).isFalse();
  }
}
