package io.github.camelhpc.dbapi.model;

import static io.github.camelhpc.dbapi.model.Resources.block;
import static io.github.camelhpc.dbapi.model.Resources.resource;
import static io.github.camelhpc.dbapi.model.Resources.scalar;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IncrementFilterTest {

  private final IncrementFilter filter = new IncrementFilter();

  private ResourceResult accepted(ResourceResult result) {
    ResourceResult fresh = filter.fresh(result);
    filter.accept();
    return fresh;
  }

  @Test
  void whatIsRepeatedIsDropped() {
    ResourceResult result = resource("a", block(0, 1, Double.NaN), block(5, 3));

    assertThat(accepted(result)).isEqualTo(result);
    assertThat(accepted(result)).isNull();
    assertThat(accepted(resource("b", block(0, 1)))).isEqualTo(resource("b", block(0, 1)));
  }

  @Test
  void ofAGrownBlockTheNewValuesArePassedOn() {
    accepted(resource("a", block(0, 1, 2)));

    assertThat(accepted(resource("a", block(0, 1, 2, 3, 4))))
        .isEqualTo(resource("a", block(2, 3, 4)));
    assertThat(accepted(resource("a", block(0, 1, 2, 3, 4, 5))))
        .isEqualTo(resource("a", block(4, 5)));
    assertThat(accepted(resource("a", block(0, 1, 2)))).isNull();
  }

  @Test
  void aBlockWhoseValuesHaveChangedComesWhole() {
    accepted(resource("a", block(0, 1, Double.NaN)));

    assertThat(accepted(resource("a", block(0, 1, 2)))).isEqualTo(resource("a", block(0, 1, 2)));
    assertThat(accepted(resource("a", block(0, 8, 2, 3))))
        .isEqualTo(resource("a", block(0, 8, 2, 3)));
  }

  @Test
  void onlyTheNewBlockIsPassedOn() {
    accepted(resource("a", block(0, 1)));

    assertThat(accepted(resource("a", block(0, 1), block(9, 2))))
        .isEqualTo(resource("a", block(9, 2)));
  }

  @Test
  void scalarsComeAgainWhenTheyHaveChanged() {
    ResourceResult one = resource("a", Map.of("memory", scalar("1")));
    ResourceResult two = resource("a", Map.of("memory", scalar("2")));

    assertThat(accepted(one)).isEqualTo(one);
    assertThat(accepted(one)).isNull();
    assertThat(accepted(two)).isEqualTo(two);
  }

  @Test
  void otherMembersComeAgainWhenTheyHaveChanged() {
    ResourceResult one =
        new ResourceResult("vm#a", "a", Map.of(), Collections.singletonMap("x", null));
    ResourceResult two = new ResourceResult("vm#a", "a", Map.of(), Map.of("x", List.of(1)));

    assertThat(accepted(one)).isEqualTo(one);
    assertThat(accepted(one)).isNull();
    assertThat(accepted(two)).isEqualTo(two);
  }

  @Test
  void aResourceWithoutAttributesComesOnce() {
    ResourceResult bare = resource("a", Map.of());

    assertThat(accepted(bare)).isEqualTo(bare);
    assertThat(accepted(bare)).isNull();
  }

  @Test
  void whatHasNoNameComesAlways() {
    ResourceResult nameless = new ResourceResult(null, null, Map.of("m", scalar("1")), Map.of());

    assertThat(accepted(nameless)).isEqualTo(nameless);
    assertThat(accepted(nameless)).isEqualTo(nameless);
  }

  @Test
  void withinAnIncrementNothingIsDoubledEither() {
    assertThat(filter.fresh(resource("a", block(0, 1)))).isNotNull();
    assertThat(filter.fresh(resource("a", block(0, 1)))).isNull();
  }

  @Test
  void whatWasRejectedComesAgain() {
    accepted(resource("a", block(0, 1)));
    filter.fresh(resource("a", block(0, 1, 2)));

    filter.reject();

    assertThat(filter.fresh(resource("a", block(0, 1, 2)))).isEqualTo(resource("a", block(1, 2)));
  }
}
