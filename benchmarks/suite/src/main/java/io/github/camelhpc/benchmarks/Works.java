package io.github.camelhpc.benchmarks;

import io.github.camelhpc.benchmarks.Work.Peer;
import io.github.camelhpc.benchmarks.application.ApplicationStart;
import io.github.camelhpc.benchmarks.work.AddTasksBenchmark;
import io.github.camelhpc.benchmarks.work.DbapiPointsBenchmark;
import io.github.camelhpc.benchmarks.work.GenericResponsesBenchmark;
import io.github.camelhpc.benchmarks.work.GetJobBenchmark;
import io.github.camelhpc.benchmarks.work.ListJobsBenchmark;
import io.github.camelhpc.benchmarks.work.PreparationStatusBenchmark;
import io.github.camelhpc.benchmarks.work.SoapResponsesBenchmark;
import io.github.camelhpc.benchmarks.work.WaitsBenchmark;
import io.github.camelhpc.benchmarks.work.WatchBenchmark;
import java.nio.file.Path;
import java.util.List;

/** All that is measured. */
final class Works {

  static final List<Work> ALL =
      List.of(
          getJob(),
          listJobs(),
          watch(),
          waits(),
          soapResponses(),
          soapResponsesInLittleMemory(),
          genericResponses(),
          dbapiPoints(),
          dbapiPointsInLittleMemory(),
          preparationStatus(),
          addTasks(),
          applicationStart());

  /** Microsoft's client reads private members of Java's collections. */
  private static final String OPEN_FOR_AZURE = "--add-opens=java.base/java.util=ALL-UNNAMED";

  private static final String OPEN_FOR_MISSED_ENDS = "--add-opens=java.base/java.lang=ALL-UNNAMED";

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
            new Peer("componentToD", "`toD(\"hpcpack:getJob?jobId=${header.id}\")`"),
            new Peer("http", "`to(\"http:…\")` and `unmarshal().json()`"),
            new Peer("httpToD", "`toD(\"http:…\")` and `unmarshal().json()`"),
            new Peer("byHand", "Apache HttpClient 5 and Jackson's streaming parser, no Camel")),
        List.of(
            Target.throughput("http", 1.25),
            Target.throughput("httpToD", 1.5),
            Target.atMost(Metric.ALLOCATION, "byHand", 1.4),
            Target.atMost(Metric.TIME, "byHand", 1.2)));
  }

  private static JmhWork soapResponses() {
    return new JmhWork(
        "soapResponses",
        "200,000 SOA responses in SOAP, 830 bytes each",
        SoapResponsesBenchmark.class,
        SoapResponsesBenchmark.Responses.class,
        List.of("-Xmx2g"),
        List.of(
            new Peer(Work.COMPONENT, "`to(\"hpcsoa:getResponses\")`, then one step iterates"),
            new Peer("componentSplit", "the same, then `split(body()).streaming()`"),
            new Peer(
                "xtokenizeJaxb",
                "`to(\"http:…\")`, `split().xtokenize(…).streaming()`, `unmarshal().jaxb()`"),
            new Peer("xtokenize", "the same without `unmarshal()`: raw fragments"),
            new Peer("tokenizeXml", "`split().tokenizeXML(…).streaming()`: raw fragments"),
            new Peer("jaxb", "Apache HttpClient 5 and JAXB over the whole document, no Camel"),
            new Peer("bareLoop", "Apache HttpClient 5 and Aalto's tokens, of which none is used")),
        List.of(
            Target.throughput("xtokenizeJaxb", 2),
            Target.throughput("xtokenize", 2),
            Target.throughput("bareLoop", 0.7)));
  }

  private static JmhWork soapResponsesInLittleMemory() {
    return new JmhWork(
        "soapResponsesInLittleMemory",
        "the same 166 MB with a heap of 40 MB",
        SoapResponsesBenchmark.class,
        SoapResponsesBenchmark.Responses.class,
        List.of("-Xmx40m"),
        List.of(new Peer(Work.COMPONENT, "as above"), new Peer("componentSplit", "as above")),
        List.of());
  }

  private static JmhWork genericResponses() {
    return new JmhWork(
        "genericResponses",
        "1,000,000 SOA responses in the generic format",
        GenericResponsesBenchmark.class,
        GenericResponsesBenchmark.Responses.class,
        List.of("-Xmx2g"),
        List.of(
            new Peer(Work.COMPONENT, "`to(\"hpcsoa:getResponses\")`, then one step iterates"),
            new Peer("componentSplit", "the same, then `split(body()).streaming()`"),
            new Peer("stringSplit", "Apache HttpClient 5 and `String.split`, no Camel"),
            new Peer("scan", "Apache HttpClient 5, counts the bytes that end a response")),
        List.of(Target.throughput("stringSplit", 5), Target.throughput("scan", 0.4)));
  }

  private static JmhWork dbapiPoints() {
    return new JmhWork(
        "dbapiPoints",
        "10,000,000 points of metrics to arrays of doubles",
        DbapiPointsBenchmark.class,
        DbapiPointsBenchmark.Metrics.class,
        List.of("-Xmx4g"),
        List.of(
            new Peer(
                Work.COMPONENT,
                "`to(\"dbapi:query?outputType=StreamList\")`, `split(body()).streaming()`"),
            new Peer("jacksonTree", "Apache HttpClient 5 and `ObjectMapper.readTree`, no Camel"),
            new Peer("unmarshalJson", "`to(\"http:…\")` and `unmarshal().json()`"),
            new Peer(
                "tokenLoop",
                "Apache HttpClient 5 and Jackson's streaming parser, no Camel and no arrays")),
        List.of(Target.throughput("jacksonTree", 4), Target.throughput("unmarshalJson", 4)));
  }

  private static JmhWork dbapiPointsInLittleMemory() {
    return new JmhWork(
        "dbapiPointsInLittleMemory",
        "the same points with a heap of 32 MB",
        DbapiPointsBenchmark.class,
        DbapiPointsBenchmark.Metrics.class,
        List.of("-Xmx32m"),
        List.of(new Peer(Work.COMPONENT, "as above")),
        List.of());
  }

  /** The applications are beside the suite, in whose folder target the suite runs. */
  private static Work applicationStart() {
    return new ApplicationStart(Path.of(System.getProperty("benchmarks.applications", "../..")));
  }

  private static Work listJobs() {
    return new JmhWork(
        "listJobs",
        "100,000 jobs in pages of 1,000, one exchange each",
        ListJobsBenchmark.class,
        ListJobsBenchmark.Jobs.class,
        List.of("-Xmx512m"),
        List.of(
            new Peer(
                Work.COMPONENT,
                "`to(\"hpcpack:listJobs?outputType=StreamList\")`, streaming split"),
            new Peer(
                "http",
                "`loopDoWhile` over `to(\"http:…\")` with the continuation, `unmarshal().json()`,"
                    + " split")),
        List.of(Target.throughput("http", 2)));
  }

  private static Work watch() {
    return new JmhWork(
        "watch",
        "watching 100,000 jobs of which 100 change between two looks",
        WatchBenchmark.class,
        WatchBenchmark.ChangingJobs.class,
        List.of("-Xmx512m"),
        List.of(
            new Peer(Work.COMPONENT, "`from(\"hpcpack:listJobs\")`, after its first full round"),
            new Peer(
                "listing",
                "all pages by `loopDoWhile`, `to(\"http:…\")` and `unmarshal().json()`, states"
                    + " compared in a Map"),
            new Peer(
                "polling",
                "`to(\"hpcpack:getJob\")` for each job: time and allocation for 1,000 jobs;"
                    + " requests and processor time are scaled, those of 1,000 jobs times 100")),
        List.of(
            Target.atMost(Metric.REQUESTS, "listing", 0.02),
            Target.atMost(Metric.PROCESSOR, "listing", 0.02),
            Target.atMost(Metric.REQUESTS, "polling", 0.02),
            Target.atMost(Metric.PROCESSOR, "polling", 0.02)));
  }

  private static Work waits() {
    return new JmhWork(
        "waits",
        "10,000 waits at the same time",
        WaitsBenchmark.class,
        WaitsBenchmark.RunningJobs.class,
        List.of("-Xmx1g"),
        List.of(
            new Peer(Work.COMPONENT, "`to(\"hpcpack:awaitJob\")`, 10,000 exchanges"),
            new Peer("waits1000", "the same with 1,000 exchanges"),
            new Peer(
                "blocking",
                "a thread for each of 1,000 exchanges, `loopDoWhile` over `to(\"http:…\")` and"
                    + " `delay()`")),
        List.of(
            Target.atMost(Metric.THREADS, "waits1000", 1.1),
            Target.atMost(Metric.REQUESTS, "waits1000", 1.1)));
  }

  private static Work preparationStatus() {
    return new JmhWork(
        "preparationStatus",
        "10,000 entries of preparation and release tasks",
        PreparationStatusBenchmark.class,
        PreparationStatusBenchmark.Statuses.class,
        List.of("-Xmx512m", OPEN_FOR_AZURE),
        List.of(
            new Peer(
                Work.COMPONENT,
                "`to(\"azbatch:listPreparationAndReleaseTaskStatus\")`, whose List is iterated"
                    + " over"),
            new Peer("sdk", "`azure-batch` 11.2.0, whose PagedList is iterated over, no Camel"),
            new Peer(
                "componentSplit",
                "`to(\"azbatch:…?outputType=StreamList\")` and a streaming split"),
            new Peer("sdkSplit", "`azure-batch` in a processor, and a streaming split")),
        List.of(Target.throughput("sdk", 2), Target.atMost(Metric.ALLOCATION, "sdk", 0.5)));
  }

  private static Work addTasks() {
    return new JmhWork(
        "addTasks",
        "5,000 tasks are added",
        AddTasksBenchmark.class,
        AddTasksBenchmark.Account.class,
        List.of("-Xmx512m", OPEN_FOR_AZURE, OPEN_FOR_MISSED_ENDS),
        List.of(
            new Peer(Work.COMPONENT, "`to(\"azbatch:addTaskCollection\")`"),
            new Peer("componentByThree", "`to(\"azbatch:addTaskCollection?parallelRequests=3\")`"),
            new Peer("sdk", "`azure-batch` 11.2.0 with BatchClientParallelOptions(3), no Camel")),
        List.of(Target.throughput("sdk", 1.5)));
  }
}
