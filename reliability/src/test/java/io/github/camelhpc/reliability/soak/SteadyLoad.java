package io.github.camelhpc.reliability.soak;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Asks the application again and again, at a steady rate, whether it has answered or not. */
final class SteadyLoad implements AutoCloseable {

  /** Longer than any answer should take, on a machine that has other things to do, too. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final HttpClient client = HttpClient.newHttpClient();
  private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(3);
  private final AtomicLong sent = new AtomicLong();
  private final AtomicLong open = new AtomicLong();
  private final ConcurrentMap<String, Long> answers = new ConcurrentHashMap<>();
  private final String origin;

  SteadyLoad(String origin) {
    this.origin = origin;
  }

  /** Asks for each of these paths so many times a second, until {@link #stop}. */
  void start(List<String> paths, int rate) {
    for (String path : paths) {
      clock.scheduleAtFixedRate(() -> ask(path), 0, 1_000_000 / rate, TimeUnit.MICROSECONDS);
    }
  }

  private void ask(String path) {
    sent.incrementAndGet();
    open.incrementAndGet();
    client
        .sendAsync(
            HttpRequest.newBuilder(URI.create(origin + path)).timeout(PATIENCE).build(),
            BodyHandlers.ofString())
        .whenComplete(
            (response, failure) -> {
              answers.merge(path + " " + outcome(response, failure), 1L, Long::sum);
              open.decrementAndGet();
            });
  }

  private static String outcome(HttpResponse<String> response, Throwable failure) {
    return failure != null ? failure.toString() : response.statusCode() + " " + response.body();
  }

  /** Asks no more; what is open stays so. */
  void stop() {
    clock.shutdown();
  }

  long sent() {
    return sent.get();
  }

  /** How many requests have no answer yet. */
  long open() {
    return open.get();
  }

  /** How often which answer came to which path. */
  Map<String, Long> answers() {
    return new TreeMap<>(answers);
  }

  /** Runs this again and again meanwhile. */
  ScheduledFuture<?> every(Duration interval, Runnable action) {
    return clock.scheduleAtFixedRate(
        action, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
