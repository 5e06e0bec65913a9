package io.github.camelhpc.simulators.hpcpack.rest;

import io.github.camelhpc.simulators.hpcpack.HeadNode;
import io.github.camelhpc.simulators.hpcpack.HpcPackFault;
import io.github.camelhpc.simulators.hpcpack.model.ClusterNode;
import io.github.camelhpc.simulators.hpcpack.model.Job;
import io.github.camelhpc.simulators.hpcpack.model.JobState;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Metrics (facts/hpcpack.md §1.5, §9). They are worked out from the times of the jobs and the cores
 * in use; what a simulated node does not have, such as a disk, is idle.
 */
final class MetricResources {

  private static final int POINTS = 60;
  private static final int DAYS = 7;

  private static final List<String> NODE_METRICS =
      List.of("HpcCpuUsage", "HpcMemoryPaging", "HpcDiskThroughput", "HpcNetwork", "HpcCoresInUse");

  private static final List<Definition> DEFINITIONS =
      List.of(
          new Definition("HPCPoolUsage", "Pool usage", "Usage of the resource pools in percent"),
          new Definition("HPCSchedulerJobs", "Jobs", "Number of running and queued jobs"),
          new Definition("HPCSchedulerNodes", "Nodes", "Number of nodes by state"),
          new Definition("HPCClusterCpu", "CPU usage", "CPU usage of the cluster in percent"));

  private final HeadNode headNode;

  MetricResources(HeadNode headNode) {
    this.headNode = headNode;
  }

  Result definitions(Call call) {
    return new Result.Typed(
        TypedNodeResources.array(
            DEFINITIONS.stream()
                .map(
                    definition ->
                        new JsonObject()
                            .put("Name", definition.name)
                            .put("DisplayName", definition.displayName)
                            .put("Description", definition.description))));
  }

  Result history(Call call) {
    Instant from = TypedTimes.required(call, "fromTime");
    Instant to = TypedTimes.required(call, "toTime");
    if (to.isBefore(from)) {
      throw HpcPackFault.badRequest("The parameter toTime must not be before fromTime.");
    }
    String name = call.path("name");
    Definition definition =
        DEFINITIONS.stream()
            .filter(candidate -> candidate.name.equalsIgnoreCase(name))
            .findFirst()
            .orElseThrow(() -> HpcPackFault.notFound("There is no metric " + name + "."));
    Duration step = Duration.between(from, to).dividedBy(POINTS);
    JsonArray instances = new JsonArray();
    instancesOf(definition.name)
        .forEach((instance, value) -> instances.add(instance(instance, from, to, step, value)));
    return new Result.Typed(data(definition.name, from, to, instances));
  }

  private Map<String, ToDoubleFunction<Instant>> instancesOf(String metric) {
    return switch (metric) {
      case "HPCSchedulerJobs" -> Map.of("Number of running jobs", this::runningJobs);
      case "HPCSchedulerNodes" ->
          Map.of("Number of nodes", time -> headNode.cluster().nodes().size());
      default -> Map.of("_Total", time -> cpuUsage());
    };
  }

  private double runningJobs(Instant time) {
    long at = time.toEpochMilli();
    return headNode.jobs().all().stream()
        .filter(job -> job.startTime() != 0 && job.startTime() <= at)
        .filter(job -> job.endTime() == 0 || job.endTime() > at)
        .count();
  }

  private double cpuUsage() {
    int cores = 0;
    int used = 0;
    for (ClusterNode node : headNode.cluster().nodes()) {
      cores += node.isHeadNode() ? 0 : node.cores();
      used += node.usedCores();
    }
    return 100.0 * used / cores;
  }

  /** How many jobs ended on each of the last seven days. */
  Result jobs(Call call) {
    Instant to = headNode.clock().now();
    Instant from = to.minus(Duration.ofDays(DAYS));
    Duration day = Duration.ofDays(1);
    JsonArray instances =
        new JsonArray()
            .add(
                instance(
                    "Number of finished jobs",
                    from.plus(day),
                    to,
                    day,
                    end -> ended(JobState.FINISHED, end)))
            .add(
                instance(
                    "Number of canceled jobs",
                    from.plus(day),
                    to,
                    day,
                    end -> ended(JobState.CANCELED, end)));
    return new Result.Typed(data("Jobs", from, to, instances));
  }

  private double ended(JobState state, Instant end) {
    long until = end.toEpochMilli();
    long from = end.minus(Duration.ofDays(1)).toEpochMilli();
    Stream<Job> jobs = headNode.jobs().all().stream();
    return jobs.filter(job -> job.state() == state)
        .filter(job -> job.endTime() > from && job.endTime() <= until)
        .count();
  }

  /** Asked for with names in HPC, answered with names in Hpc (§9). */
  Result nodes(Call call) {
    List<String> wanted =
        call
            .list("metricNames")
            .orElseThrow(() -> HpcPackFault.badRequest("The parameter metricNames is missing."))
            .stream()
            .map(MetricResources::nodeMetric)
            .toList();
    return new Result.Typed(
        TypedNodeResources.array(
            headNode.cluster().nodes().stream().map(node -> nodeMetrics(node, wanted))));
  }

  private static String nodeMetric(String name) {
    return NODE_METRICS.stream()
        .filter(name::equalsIgnoreCase)
        .findFirst()
        .orElseThrow(() -> HpcPackFault.badRequest("There is no metric " + name + " of nodes."));
  }

  private static JsonObject nodeMetrics(ClusterNode node, List<String> wanted) {
    JsonObject metrics = new JsonObject();
    if (node.isReachable()) {
      wanted.forEach(name -> metrics.put(name, value(node, name)));
    }
    return new JsonObject().put("NodeName", node.name()).put("Metrics", metrics);
  }

  private static double value(ClusterNode node, String metric) {
    return switch (metric.toLowerCase(Locale.ROOT)) {
      case "hpccpuusage" -> 100.0 * node.usedCores() / node.cores();
      case "hpccoresinuse" -> node.usedCores();
      default -> 0.0;
    };
  }

  private static JsonObject instance(
      String name, Instant from, Instant to, Duration step, ToDoubleFunction<Instant> value) {
    JsonArray values = new JsonArray();
    for (Instant time = from; !time.isAfter(to); time = time.plus(step)) {
      values.add(
          new JsonObject()
              .put("Key", TypedTimes.format(time))
              .put("Value", value.applyAsDouble(time)));
      if (step.isZero()) {
        break;
      }
    }
    return new JsonObject().put("InstanceName", name).put("Values", values);
  }

  private static JsonObject data(String metric, Instant from, Instant to, JsonArray instances) {
    return new JsonObject()
        .put("MetricName", metric)
        .put("FromTime", TypedTimes.format(from))
        .put("ToTime", TypedTimes.format(to))
        .put("Instances", instances);
  }

  private record Definition(String name, String displayName, String description) {}
}
