package io.github.camelhpc.reliability.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.Jazzer;
import io.github.camelhpc.test.ChildJvm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Fuzzes the readers of answers, each format in a JVM of its own: a minute in all, or {@code
 * -Dfuzz.seconds=600}. What it finds is in {@code target/fuzz}.
 */
@Execution(ExecutionMode.CONCURRENT)
class FuzzTest {

  private static final int SECONDS = Integer.getInteger("fuzz.seconds", 60);
  private static final Pattern RUNS = Pattern.compile("Done (\\d+) runs");

  @ParameterizedTest
  @EnumSource(FuzzedFormat.class)
  void anyBytesAreReadOrRefused(FuzzedFormat format) throws Exception {
    Path corpus = corpus(format);
    int seconds = Math.max(1, SECONDS / FuzzedFormat.values().length);

    String output =
        ChildJvm.of(
                1024,
                Jazzer.class,
                "--target_class=" + FuzzedReader.class.getName(),
                "--target_args=" + format.name(),
                "--instrumentation_includes=io.github.camelhpc.**",
                "--reproducer_path=" + corpus.getParent(),
                "-artifact_prefix=" + corpus.getParent() + "/",
                "-max_total_time=" + seconds,
                "-max_len=4096",
                "-timeout=10",
                corpus.toString())
            .output(Duration.ofSeconds(30));

    Matcher runs = RUNS.matcher(output);
    assertThat(runs.find()).as(output).isTrue();
    System.out.println(format + ": " + runs.group(1) + " inputs in " + seconds + " s");
    // a slow machine takes seconds for the first ones
    assertThat(Long.parseLong(runs.group(1)))
        .as(output)
        .isGreaterThanOrEqualTo(format.seeds().size());
  }

  private static Path corpus(FuzzedFormat format) throws IOException {
    Path folder = Path.of("target", "fuzz", format.name(), "corpus").toAbsolutePath();
    Files.createDirectories(folder);
    int number = 0;
    for (String seed : format.seeds()) {
      Files.write(folder.resolve("seed-" + ++number), seed.getBytes(StandardCharsets.UTF_8));
    }
    return folder;
  }

  /** So that a seed that is wrong is not taken for a finding, and the check is known to work. */
  @ParameterizedTest
  @EnumSource(FuzzedFormat.class)
  void theSeedsAreFine(FuzzedFormat format) {
    assertThat(format.seeds()).isNotEmpty();
    format
        .seeds()
        .forEach(seed -> FuzzedReader.check(format, seed.getBytes(StandardCharsets.UTF_8)));
  }
}
