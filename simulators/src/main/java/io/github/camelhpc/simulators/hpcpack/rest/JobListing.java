package io.github.camelhpc.simulators.hpcpack.rest;

import io.github.camelhpc.simulators.SimulatorUser;
import io.github.camelhpc.simulators.hpcpack.HeadNode;
import io.github.camelhpc.simulators.hpcpack.model.Access;
import io.github.camelhpc.simulators.hpcpack.model.Job;
import io.github.camelhpc.simulators.hpcpack.model.JobProperty;
import io.github.camelhpc.simulators.hpcpack.model.JobState;
import io.github.camelhpc.simulators.hpcpack.model.Names;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The list of jobs. */
final class JobListing {

  /** All but the password, which is never given back. */
  static final List<JobProperty> READABLE =
      Listings.only(JobProperty.values(), property -> property.access() != Access.WRITE_ONLY);

  private static final List<JobProperty> STANDARD =
      List.of(
          JobProperty.ID,
          JobProperty.OWNER,
          JobProperty.NAME,
          JobProperty.STATE,
          JobProperty.PRIORITY_NAME);

  private final HeadNode headNode;
  private final Listings listings;
  private final Filter<Job> filter;

  JobListing(HeadNode headNode, Listings listings) {
    this.headNode = headNode;
    this.listings = listings;
    filter =
        new Filter<>(
            Map.of(
                "jobstate", Filter.states(JobState::named, Job::state),
                "changetimefrom", Filter.changedFrom(headNode.times(), Job::changeTime),
                "nodegroup",
                    group -> job -> Names.contain(job.list(JobProperty.NODE_GROUPS), group)));
  }

  Result list(Call call) {
    Optional<List<String>> nodeNames =
        headNode.settings().version().hasTypedApi() ? call.list("nodeNames") : Optional.empty();
    if (nodeNames.isPresent()) {
      // every other parameter is ignored then (§1.5)
      return listings.all(runningOn(nodeNames.get()), READABLE);
    }
    return listings.page(
        call,
        "jobs",
        () -> selected(call),
        call.query("sortJobsBy").flatMap(JobListing::readable),
        properties(call, STANDARD));
  }

  static List<JobProperty> properties(Call call, List<JobProperty> standard) {
    return Listings.properties(call.list("properties"), JobListing::readable, standard);
  }

  private static Optional<JobProperty> readable(String name) {
    return JobProperty.named(name).filter(READABLE::contains);
  }

  private List<Job> selected(Call call) {
    Predicate<Job> wanted = filter.of(call.query("$filter"));
    Optional<String> owner = call.query("owner");
    if (owner.isEmpty() && call.query("$filter").isEmpty()) {
      return headNode.jobs().all();
    }
    Stream<Job> jobs = headNode.jobs().all().stream().filter(wanted);
    return owner
        .map(name -> jobs.filter(job -> SimulatorUser.sameName(job.owner(), name)))
        .orElse(jobs)
        .toList();
  }

  private List<Job> runningOn(List<String> nodeNames) {
    return headNode.jobs().all().stream()
        .filter(job -> job.state() == JobState.RUNNING)
        .filter(
            job -> job.allocatedNodes().stream().anyMatch(node -> Names.contain(nodeNames, node)))
        .toList();
  }
}
