package io.github.camelhpc.benchmarks.work;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;

/**
 * Tells the processor time of an operation. Where an iteration has more than one, each is to be
 * {@linkplain #count() counted}.
 */
@AuxCounters(AuxCounters.Type.EVENTS)
@State(Scope.Thread)
public class ProcessorCounter {

  public double processor;
  private ProcessorTime time;
  private int counted;

  @Setup(Level.Iteration)
  public void begin() {
    time = new ProcessorTime();
    counted = 0;
  }

  public void count() {
    counted++;
  }

  @TearDown(Level.Iteration)
  public void end(BenchmarkParams benchmark) {
    // JMH adds up what the iterations say
    int iterations = benchmark.getMeasurement().getCount();
    processor = time.milliseconds() / Math.max(1, counted) / iterations;
  }
}
