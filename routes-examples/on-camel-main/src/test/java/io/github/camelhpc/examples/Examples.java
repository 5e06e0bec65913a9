package io.github.camelhpc.examples;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** All examples. */
public final class Examples {

  private static final List<Example> ALL =
      List.of(
          new AlertsExample(),
          new BurstExample(),
          new CapacityExample(),
          new ChainExample(),
          new CsvbatchExample(),
          new PagingExample(),
          new PreparationExample(),
          new ResponsesExample(),
          new RetriesExample(),
          new SweepExample());

  private Examples() {}

  public static List<Example> all() {
    return ALL;
  }

  /** Each example in each language. */
  public static Stream<Arguments> inEachDsl() {
    return ALL.stream()
        .flatMap(example -> Stream.of(Dsl.values()).map(dsl -> Arguments.of(example, dsl)));
  }
}
