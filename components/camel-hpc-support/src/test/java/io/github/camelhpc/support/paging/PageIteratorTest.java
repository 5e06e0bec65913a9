package io.github.camelhpc.support.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageIteratorTest {

  private final List<String> reads = new ArrayList<>();
  private final Deque<Runnable> background = new ArrayDeque<>();

  @Test
  void readsNothingBeforeItIsAsked() {
    iterator(null, 0, List.of(1, 2), List.of(3));

    assertThat(reads).isEmpty();
  }

  @Test
  void readsAPageWhenItIsNeededWithoutExecutor() {
    PageIterator<Integer> iterator = iterator(null, 0, List.of(1, 2), List.of(3));

    assertThat(iterator.next()).isEqualTo(1);
    assertThat(iterator.next()).isEqualTo(2);
    assertThat(reads).containsExactly("first");
    assertThat(iterator.next()).isEqualTo(3);
    assertThat(reads).containsExactly("first", "1");
    assertThat(iterator.hasNext()).isFalse();
    assertThatThrownBy(iterator::next).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void readsOnePageAheadWithExecutorAndNoMore() {
    PageIterator<Integer> iterator =
        iterator(background::add, 0, List.of(1, 2), List.of(3), List.of(4));

    assertThat(iterator.next()).isEqualTo(1);
    assertThat(background).hasSize(1);
    background.poll().run();
    assertThat(reads).containsExactly("first", "1");
    assertThat(iterator.next()).isEqualTo(2);
    assertThat(background).isEmpty();

    assertThat(iterator.next()).isEqualTo(3);
    assertThat(background).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void givesAllInOrder(boolean ahead) {
    PageIterator<Integer> iterator =
        iterator(ahead ? Runnable::run : null, 0, List.of(1, 2), List.of(3), List.of(4, 5));

    assertThat(iterator).toIterable().containsExactly(1, 2, 3, 4, 5);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 1", "3, 2", "4, 3", "5, 3", "9, 3"})
  void readsNoPageBeyondTheLimit(int limit, int pages) {
    PageIterator<Integer> iterator =
        iterator(Runnable::run, limit, List.of(1, 2), List.of(3), List.of(4, 5));

    assertThat(iterator).toIterable().hasSize(Math.min(limit, 5));
    assertThat(reads).hasSize(pages);
  }

  @Test
  void emptyPageIsNotTheEnd() {
    PageIterator<Integer> iterator =
        iterator(null, 0, List.of(), List.of(1), List.of(), List.of(), List.of(2), List.of());

    assertThat(iterator).toIterable().containsExactly(1, 2);
  }

  @Test
  void emptyListHasNothing() {
    assertThat(iterator(null, 0, List.<Integer>of()).hasNext()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void pageThatCouldNotBeReadIsAskedForAgain(boolean ahead) {
    Deque<Exception> failures = new ArrayDeque<>(List.of(new IOException("connection reset")));
    PageIterator<Integer> iterator =
        new PageIterator<>(
            continuation -> {
              if (continuation != null && !failures.isEmpty()) {
                throw failures.poll();
              }
              return continuation == null
                  ? new Page<>(List.of(1), "more", null)
                  : new Page<>(List.of(2), null, null);
            },
            ahead ? Runnable::run : null,
            0);

    assertThat(iterator.next()).isEqualTo(1);
    assertThatThrownBy(iterator::hasNext)
        .isInstanceOf(PageReadException.class)
        .hasMessage("connection reset")
        .hasCauseInstanceOf(IOException.class);
    assertThat(iterator.next()).isEqualTo(2);
    assertThat(iterator.hasNext()).isFalse();
  }

  @Test
  void closingStopsTheReading() {
    PageIterator<Integer> iterator = iterator(background::add, 0, List.of(1, 2), List.of(3));
    iterator.next();

    iterator.close();

    assertThat(iterator.hasNext()).isFalse();
    assertThat(reads).containsExactly("first");
  }

  @Test
  void aPageThatWasNotBegunIsNotReadAfterClosing() {
    PageIterator<Integer> iterator = iterator(background::add, 0, List.of(1, 2), List.of(3));
    iterator.next();

    iterator.close();
    background.poll().run();

    assertThat(reads).containsExactly("first");
  }

  @Test
  void aPageThatNoThreadHasTimeForIsReadByWhoeverNeedsIt() {
    PageIterator<Integer> iterator =
        iterator(background::add, 0, List.of(1, 2), List.of(3), List.of(4));

    assertThat(iterator).toIterable().containsExactly(1, 2, 3, 4);
    background.forEach(Runnable::run);
    assertThat(reads).as("each page is read once").containsExactly("first", "1", "2");
  }

  @ParameterizedTest
  @EnumSource(OutputType.class)
  void outputTypeIsReadByItsNameInAnyCase(OutputType type) {
    assertThat(OutputType.of(type.toString())).isSameAs(type);
    assertThat(OutputType.of(type.toString().toLowerCase())).isSameAs(type);
    assertThat(OutputType.of(type.name())).isSameAs(type);
  }

  @Test
  void unknownOutputTypeNamesTheKnownOnes() {
    assertThatThrownBy(() -> OutputType.of("Array"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("outputType must be List, StreamList or Page, not 'Array'");
  }

  @SafeVarargs
  private PageIterator<Integer> iterator(Executor executor, long limit, List<Integer>... pages) {
    return new PageIterator<>(
        continuation -> {
          reads.add(continuation == null ? "first" : continuation);
          int page = continuation == null ? 0 : Integer.parseInt(continuation);
          String next = page + 1 < pages.length ? String.valueOf(page + 1) : null;
          return new Page<>(pages[page], next, null);
        },
        executor,
        limit);
  }
}
