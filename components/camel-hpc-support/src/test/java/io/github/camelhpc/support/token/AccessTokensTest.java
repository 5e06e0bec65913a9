package io.github.camelhpc.support.token;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.camelhpc.support.http.AuthorizationFailedException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class AccessTokensTest {

  private static final int THREADS = 50;

  private final HandSetClock clock = new HandSetClock(Instant.parse("2026-01-31T12:00:00Z"));
  private final AtomicInteger fetches = new AtomicInteger();
  private final List<Thread> threads = new ArrayList<>();
  private Duration lifetime = Duration.ofHours(1);

  /** What a fetch waits for. */
  private Semaphore mayFetch = new Semaphore(Integer.MAX_VALUE);

  private volatile Throwable failure;
  private final AccessTokens tokens = new AccessTokens("azbatch", this::fetch, clock);

  private IssuedToken fetch() throws IOException {
    int number = fetches.incrementAndGet();
    try {
      mayFetch.acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
    if (failure instanceof IOException e) {
      throw e;
    } else if (failure instanceof RuntimeException e) {
      throw e;
    } else if (failure instanceof Error e) {
      throw e;
    }
    return new IssuedToken("token " + number, clock.instant().plus(lifetime));
  }

  @Test
  void tokenIsKept() throws Exception {
    assertThat(tokens.get().value()).isEqualTo("token 1");
    clock.goOn(Duration.ofMinutes(54));
    assertThat(tokens.get().value()).isEqualTo("token 1");
  }

  @ParameterizedTest
  @CsvSource({
    "PT1H, PT54M59S, PT55M",
    "PT24H, PT23H54M59S, PT23H55M",
    "PT10M, PT8M59S, PT9M",
    "PT10S, PT8S, PT9S"
  })
  void tokenIsRenewedInGoodTime(Duration lifetime, Duration kept, Duration renewed)
      throws Exception {
    this.lifetime = lifetime;
    tokens.get();

    clock.goOn(kept);
    assertThat(tokens.get().value()).isEqualTo("token 1");
    clock.goOn(renewed.minus(kept));
    assertThat(tokens.get().value()).isEqualTo("token 2");
    assertThat(tokens.get().value()).isEqualTo("token 2");
  }

  @Test
  void manyThreadsWaitForOneFetch() throws Exception {
    mayFetch = new Semaphore(0);
    List<CompletableFuture<IssuedToken>> answers = allGet();

    mayFetch.release();

    Set<String> values = ConcurrentHashMap.newKeySet();
    for (CompletableFuture<IssuedToken> answer : answers) {
      values.add(answer.get(5, SECONDS).value());
    }
    assertThat(values).containsExactly("token 1");
    assertThat(fetches).hasValue(1);
  }

  @Test
  void manyThreadsGetTheSameFailure() {
    mayFetch = new Semaphore(0);
    failure = new AuthorizationFailedException("no such tenant", null);
    List<CompletableFuture<IssuedToken>> answers = allGet();

    mayFetch.release();

    assertThat(answers)
        .allSatisfy(
            answer ->
                assertThat(answer)
                    .failsWithin(Duration.ofSeconds(5))
                    .withThrowableOfType(ExecutionException.class)
                    .havingCause()
                    .isInstanceOf(AuthorizationFailedException.class)
                    .withMessage("no such tenant")
                    .withCause(failure));
    assertThat(fetches).hasValue(1);
  }

  @Test
  void othersGoOnWithTheOldTokenWhileOneFetches() throws Exception {
    tokens.get();
    clock.goOn(Duration.ofMinutes(56));
    mayFetch = new Semaphore(0);
    CompletableFuture<IssuedToken> renewing = inThread(tokens::get);
    await().until(() -> fetches.get() == 2);

    for (int i = 0; i < THREADS; i++) {
      assertThat(tokens.get().value()).isEqualTo("token 1");
    }
    mayFetch.release();

    assertThat(renewing.get(5, SECONDS).value()).isEqualTo("token 2");
    assertThat(tokens.get().value()).isEqualTo("token 2");
    assertThat(fetches).hasValue(2);
  }

  @Test
  void expiredTokenIsNotUsedWhileOneFetches() throws Exception {
    tokens.get();
    clock.goOn(Duration.ofMinutes(60));
    mayFetch = new Semaphore(0);
    List<CompletableFuture<IssuedToken>> answers = allGet();

    mayFetch.release();

    for (CompletableFuture<IssuedToken> answer : answers) {
      assertThat(answer.get(5, SECONDS).value()).isEqualTo("token 2");
    }
  }

  @Test
  void oldTokenIsUsedWhenTheRenewalFails() throws Exception {
    tokens.get();
    failure = new IOException("token endpoint is down");
    clock.goOn(Duration.ofMinutes(56));

    assertThat(tokens.get().value()).isEqualTo("token 1");
    assertThat(tokens.get().value()).isEqualTo("token 1");
    assertThat(fetches).as("after the pause").hasValue(2);

    clock.goOn(Duration.ofMinutes(5));
    assertThatThrownBy(tokens::get)
        .isInstanceOf(AuthorizationFailedException.class)
        .hasMessageContaining("token endpoint is down");
    failure = null;
    clock.goOn(Duration.ofSeconds(5));
    assertThat(tokens.get().value()).isEqualTo("token 4");
  }

  @Test
  void failureIsNotKeptForLong() throws Exception {
    failure = new IllegalStateException("wrong secret");
    for (int i = 0; i < THREADS; i++) {
      assertThatThrownBy(tokens::get)
          .isInstanceOf(AuthorizationFailedException.class)
          .hasMessageContaining("wrong secret");
    }
    assertThat(fetches).hasValue(1);

    failure = null;
    clock.goOn(Duration.ofSeconds(5));

    assertThat(tokens.get().value()).isEqualTo("token 2");
  }

  @Test
  void errorLeavesNobodyWaiting() throws Exception {
    failure = new NoClassDefFoundError("com/azure/Thing");
    assertThatThrownBy(tokens::get).isSameAs(failure);

    failure = null;

    assertThat(tokens.get().value()).isEqualTo("token 2");
  }

  @Test
  void refusedTokenIsFetchedAgainOnce() throws Exception {
    tokens.get();
    List<CompletableFuture<Boolean>> answers = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      answers.add(
          inThread(() -> tokens.invalidate("token 1") && !"token 1".equals(tokens.get().value())));
    }

    for (CompletableFuture<Boolean> answer : answers) {
      assertThat(answer.get(5, SECONDS)).isTrue();
    }
    assertThat(fetches).hasValue(2);
  }

  @Test
  void serviceThatRefusesEveryTokenDoesNotCauseAFetchEachTime() throws Exception {
    tokens.get();
    assertThat(tokens.invalidate("token 1")).isTrue();
    tokens.get();

    assertThat(tokens.invalidate("token 2")).isFalse();
    assertThat(tokens.get().value()).isEqualTo("token 2");
    clock.goOn(Duration.ofSeconds(5));
    assertThat(tokens.invalidate("token 2")).isTrue();
    assertThat(tokens.get().value()).isEqualTo("token 3");
  }

  @Test
  void waitingCanBeInterrupted() throws Exception {
    mayFetch = new Semaphore(0);
    CompletableFuture<IssuedToken> fetching = inThread(tokens::get);
    await().until(() -> fetches.get() == 1);
    CompletableFuture<IssuedToken> waiting = inThread(tokens::get);
    awaitWaiting(1);

    threads.get(1).interrupt();

    assertThat(waiting)
        .failsWithin(Duration.ofSeconds(5))
        .withThrowableOfType(ExecutionException.class)
        .havingCause()
        .isInstanceOf(AuthorizationFailedException.class)
        .withMessageContaining("interrupted");
    mayFetch.release();
    assertThat(fetching.get(5, SECONDS).value()).isEqualTo("token 1");
  }

  @Test
  void anotherOneFetchesWhenTheFirstIsInterrupted() throws Exception {
    mayFetch = new Semaphore(0);
    CompletableFuture<IssuedToken> interrupted = inThread(tokens::get);
    await().until(() -> fetches.get() == 1);
    CompletableFuture<IssuedToken> waiting = inThread(tokens::get);
    awaitWaiting(1);

    threads.get(0).interrupt();
    assertThat(interrupted).failsWithin(Duration.ofSeconds(5));
    mayFetch.release();

    assertThat(waiting.get(5, SECONDS).value()).isEqualTo("token 2");
  }

  @Test
  void stoppingEndsWaits() {
    mayFetch = new Semaphore(0);
    CompletableFuture<IssuedToken> fetching = inThread(tokens::get);
    await().until(() -> fetches.get() == 1);
    CompletableFuture<IssuedToken> waiting = inThread(tokens::get);
    awaitWaiting(1);

    tokens.close();

    assertThat(waiting)
        .failsWithin(Duration.ofSeconds(5))
        .withThrowableOfType(ExecutionException.class)
        .withMessageContaining("the component stops");
    mayFetch.release();
    assertThat(fetching).succeedsWithin(Duration.ofSeconds(5));
  }

  @Test
  void nothingIsFetchedAfterwards() {
    tokens.close();

    assertThatThrownBy(tokens::get)
        .isInstanceOf(AuthorizationFailedException.class)
        .hasMessageContaining("the component stops");
    assertThat(fetches).hasValue(0);
  }

  @Test
  void tokenIsNotShown() throws Exception {
    assertThat(tokens.get().toString()).doesNotContain("token 1").contains("13:00");
  }

  /** All of them need a token, and one fetches it. */
  private List<CompletableFuture<IssuedToken>> allGet() {
    List<CompletableFuture<IssuedToken>> answers = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      answers.add(inThread(tokens::get));
    }
    await().until(() -> threads.stream().allMatch(t -> t.getState() == Thread.State.WAITING));
    return answers;
  }

  private void awaitWaiting(int thread) {
    await().until(() -> threads.get(thread).getState() == Thread.State.WAITING);
  }

  private <T> CompletableFuture<T> inThread(Callable<T> work) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                answer.complete(work.call());
              } catch (Throwable e) {
                answer.completeExceptionally(e);
              }
            });
    thread.setDaemon(true);
    threads.add(thread);
    thread.start();
    return answer;
  }
}
