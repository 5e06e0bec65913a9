package io.github.camelhpc.simulators;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * The faults that the next requests meet. A request meets at most one: first those that match its
 * method and path, then those that wait for the next request, then chance.
 */
public final class Faults {

  private final Deque<Fault> next = new ArrayDeque<>();
  private final List<Matching> matching = new ArrayList<>();
  private final List<Chance> chances = new ArrayList<>();
  private final long seed;
  private Random random;
  private long count;

  Faults(long seed) {
    this.seed = seed;
    this.random = new Random(seed);
  }

  /** The next requests, whatever they are, meet these faults, one each. */
  public synchronized void next(Fault... faults) {
    next.addAll(List.of(faults));
  }

  /**
   * Every request meets the fault with the given probability. The draws repeat exactly with the
   * same seed and the same order of requests.
   *
   * @param percent from 0 to 100
   */
  public synchronized void percentage(double percent, Fault fault) {
    if (!(percent >= 0 && percent <= 100)) {
      throw new IllegalArgumentException("The percentage must be from 0 to 100, not " + percent);
    }
    chances.add(new Chance(percent / 100, fault));
  }

  /**
   * The next requests of this kind meet the fault.
   *
   * @param method the HTTP method, or {@code *} for every one
   * @param pathRegex a regular expression that the whole path must match, without regard to case
   * @param times how many requests
   */
  public synchronized void matching(String method, String pathRegex, Fault fault, int times) {
    if (times < 1) {
      throw new IllegalArgumentException("A fault must hit at least one request, not " + times);
    }
    matching.add(
        new Matching(method, Pattern.compile(pathRegex, Pattern.CASE_INSENSITIVE), fault, times));
  }

  /** No more faults. */
  public synchronized void clear() {
    next.clear();
    matching.clear();
    chances.clear();
    random = new Random(seed);
  }

  /** How many requests have met a fault since the server started. */
  public synchronized long count() {
    return count;
  }

  synchronized Optional<Fault> draw(String method, String path) {
    Optional<Fault> drawn =
        drawMatching(method, path)
            .or(() -> Optional.ofNullable(next.poll()))
            .or(this::drawByChance);
    if (drawn.isPresent()) {
      count++;
    }
    return drawn;
  }

  private Optional<Fault> drawMatching(String method, String path) {
    Iterator<Matching> iterator = matching.iterator();
    while (iterator.hasNext()) {
      Matching candidate = iterator.next();
      if (candidate.matches(method, path)) {
        if (--candidate.times == 0) {
          iterator.remove();
        }
        return Optional.of(candidate.fault);
      }
    }
    return Optional.empty();
  }

  private Optional<Fault> drawByChance() {
    return chances.stream()
        .filter(chance -> random.nextDouble() < chance.probability)
        .map(Chance::fault)
        .findFirst();
  }

  private record Chance(double probability, Fault fault) {}

  private static final class Matching {
    private final String method;
    private final Pattern path;
    private final Fault fault;
    private int times;

    Matching(String method, Pattern path, Fault fault, int times) {
      this.method = method;
      this.path = path;
      this.fault = fault;
      this.times = times;
    }

    boolean matches(String requestMethod, String requestPath) {
      return (method.equals("*") || method.equalsIgnoreCase(requestMethod))
          && path.matcher(requestPath).matches();
    }
  }
}
