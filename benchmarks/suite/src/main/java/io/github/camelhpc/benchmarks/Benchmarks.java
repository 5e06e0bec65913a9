package io.github.camelhpc.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Measures everything, or what is chosen, and prints the tables.
 *
 * <p>System properties: {@code benchmarks}, the ids of what to measure with commas between (all if
 * empty); {@code benchmarks.rounds} (3); {@code benchmarks.page}, a page whose tables are written
 * anew, as a path from the root of the project (none if empty); {@code benchmarks.verbose} shows
 * what JMH prints; {@code benchmarks.applications}, the folder of the two applications ({@code
 * ../..}).
 */
public final class Benchmarks {

  private static final String BEGIN = "<!-- tables: written by the command above -->\n";
  private static final String END = "<!-- end of the tables -->";

  /** Of the project: the suite runs in its folder target. */
  private static final Path ROOT = Path.of("../../..");

  private Benchmarks() {}

  public static void main(String[] args) throws Exception {
    long begin = System.nanoTime();
    int rounds = Integer.getInteger("benchmarks.rounds", 3);
    Report report = new Report();
    for (Work work : chosen(System.getProperty("benchmarks", ""))) {
      System.out.println(work.id() + ": " + work.title());
      Measurements measured = new Measurements();
      work.measure(rounds, measured);
      report.add(work, measured);
    }
    System.out.println("\n" + report.text());
    System.out.println("Took " + Duration.ofNanos(System.nanoTime() - begin).toSeconds() + " s.");
    String page = System.getProperty("benchmarks.page", "");
    if (!page.isEmpty()) {
      writeInto(ROOT.resolve(page), report.text());
    }
  }

  static List<Work> chosen(String ids) {
    if (ids.isBlank()) {
      return Works.ALL;
    }
    return Arrays.stream(ids.split(",")).map(String::trim).map(Benchmarks::work).toList();
  }

  private static Work work(String id) {
    return Works.ALL.stream()
        .filter(work -> work.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "benchmarks="
                        + id
                        + " is none of "
                        + Works.ALL.stream().map(Work::id).collect(Collectors.joining(", "))));
  }

  private static void writeInto(Path page, String tables) throws IOException {
    String text = Files.readString(page);
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IOException(page + " has no place for the tables");
    }
    Files.writeString(
        page,
        text.substring(0, begin + BEGIN.length()) + "\n" + tables + "\n" + text.substring(end));
  }
}
