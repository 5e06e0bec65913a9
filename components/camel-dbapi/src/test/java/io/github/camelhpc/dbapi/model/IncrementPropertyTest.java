package io.github.camelhpc.dbapi.model;

import static io.github.camelhpc.dbapi.model.Resources.block;
import static io.github.camelhpc.dbapi.model.Resources.resource;
import static io.github.camelhpc.dbapi.model.Resources.rows;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * However a service hands out its results, all so far or what is new, again or once, in pieces or
 * grown: joined they are the results, and filtered each value comes once.
 */
class IncrementPropertyTest {

  private static final int ROUNDS = 500;
  private static final int RESOURCES = 3;
  private static final int BLOCKS = 3;

  private final Random random = new Random(7);

  @Test
  void joinedTheyAreTheResultsAndFilteredEachValueComesOnce() {
    for (int round = 0; round < ROUNDS; round++) {
      List<ResourceResult> whole = whole();
      ResourceMerger merger = new ResourceMerger();
      IncrementFilter filter = new IncrementFilter();
      List<ResourceResult> passed = new ArrayList<>();
      for (List<ResourceResult> answer : answers(whole)) {
        answer.forEach(merger::add);
        offer(answer, filter, passed);
      }

      assertThat(rows(merger.results())).containsExactlyInAnyOrderElementsOf(rows(whole));
      assertThat(merger.results()).hasSameSizeAs(whole);
      assertThat(rows(passed)).containsExactlyInAnyOrderElementsOf(rows(whole));
    }
  }

  /** Now and then the route fails, and the answer is offered again. */
  private void offer(
      List<ResourceResult> answer, IncrementFilter filter, List<ResourceResult> passed) {
    boolean failed = true;
    while (failed) {
      List<ResourceResult> fresh = new ArrayList<>();
      for (ResourceResult result : answer) {
        ResourceResult part = filter.fresh(result);
        if (part != null) {
          fresh.add(part);
        }
      }
      failed = random.nextInt(4) == 0;
      if (failed) {
        filter.reject();
      } else {
        filter.accept();
        passed.addAll(fresh);
      }
    }
  }

  private List<ResourceResult> whole() {
    List<ResourceResult> whole = new ArrayList<>();
    for (int i = 0; i < RESOURCES; i++) {
      SeriesBlock[] blocks = new SeriesBlock[BLOCKS];
      for (int j = 0; j < BLOCKS; j++) {
        blocks[j] = block(j * 100, random.doubles(1 + random.nextInt(9)).toArray());
      }
      whole.add(resource("vm" + i, blocks));
    }
    return whole;
  }

  /** Parts of the whole in any order, and the whole at the end. */
  private List<List<ResourceResult>> answers(List<ResourceResult> whole) {
    List<List<ResourceResult>> answers = new ArrayList<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      List<ResourceResult> answer = new ArrayList<>();
      for (ResourceResult resource : whole) {
        if (random.nextBoolean()) {
          answer.add(part(resource));
        }
      }
      answers.add(answer);
    }
    answers.add(whole);
    return answers;
  }

  private ResourceResult part(ResourceResult resource) {
    List<SeriesBlock> blocks = new ArrayList<>();
    for (SeriesBlock block : ((SeriesAttribute) resource.attributes().get("cpu")).blocks()) {
      if (random.nextBoolean()) {
        int length = random.nextInt(block.values().length + 1);
        int minute =
            (int) ((block.start().getEpochSecond() - Resources.START.getEpochSecond()) / 60);
        blocks.add(block(minute, Arrays.copyOf(block.values(), length)));
      }
    }
    return resource(resource.name(), blocks.toArray(SeriesBlock[]::new));
  }
}
