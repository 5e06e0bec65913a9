package io.github.camelhpc.benchmarks;

import io.github.camelhpc.benchmarks.Work.Peer;
import io.github.camelhpc.benchmarks.work.GetJobBenchmark;
import java.util.List;

/** All that is measured. */
final class Works {

  static final List<Work> ALL = List.of(getJob());

  private Works() {}

  private static Work getJob() {
    return new JmhWork(
        "getJob",
        "one job of 20 properties",
        GetJobBenchmark.class,
        GetJobBenchmark.Jobs.class,
        List.of("-Xmx256m"),
        List.of(
            new Peer(Work.COMPONENT, "`to(\"hpcpack:getJob\")`"),
            new Peer("componentToD", "`toD(\"hpcpack:getJob?jobId=…\")`"),
            new Peer("http", "`to(\"http:…\")` and `unmarshal().json()`"),
            new Peer("httpToD", "`toD(\"http:…\")` and `unmarshal().json()`"),
            new Peer("byHand", "Apache HttpClient 5 and Jackson's streaming parser, no Camel")),
        List.of(
            Target.throughput("http", 1.25),
            Target.throughput("httpToD", 1.5),
            Target.atMost(Metric.ALLOCATION, "byHand", 1.4),
            Target.atMost(Metric.TIME, "byHand", 1.2)));
  }
}
