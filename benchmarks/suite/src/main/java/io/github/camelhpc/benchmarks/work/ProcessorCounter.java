package io.github.camelhpc.benchmarks.work;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;

/** Tells the processor time where an iteration has one operation: JMH adds them up. */
@AuxCounters(AuxCounters.Type.EVENTS)
@State(Scope.Thread)
public class ProcessorCounter {

  public double processor;
  private ProcessorTime time;

  @Setup(Level.Iteration)
  public void begin() {
    time = new ProcessorTime();
  }

  @TearDown(Level.Iteration)
  public void end(BenchmarkParams benchmark) {
    processor = time.milliseconds() / benchmark.getMeasurement().getCount();
  }
}
