package io.github.camelhpc.simulators.hpcpack.rest;

import io.github.camelhpc.simulators.hpcpack.HeadNode;
import io.github.camelhpc.simulators.hpcpack.JobChecks;
import io.github.camelhpc.simulators.hpcpack.model.Job;
import io.github.camelhpc.simulators.hpcpack.model.Task;
import io.github.camelhpc.simulators.hpcpack.rest.JobXmlReader.JobDescription;
import io.github.camelhpc.simulators.hpcpack.rest.JobXmlReader.TaskDescription;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The operations on jobs (facts/hpcpack.md §1.2). */
final class JobResources {

  private final HeadNode headNode;
  private final JobSettings settings;
  private final JobListing listing;
  private final JobChecks checks;

  JobResources(HeadNode headNode, Listings listings) {
    this.headNode = headNode;
    settings = new JobSettings(headNode.times());
    listing = new JobListing(headNode, listings);
    checks = new JobChecks(headNode.times());
  }

  Result list(Call call) {
    return listing.list(call);
  }

  Result templates(Call call) {
    return new Result.Names(JobChecks.TEMPLATES);
  }

  Result create(Call call) {
    Job job =
        headNode
            .jobs()
            .create(call.user().name(), settings.forNewJob(Bodies.properties(call)), now());
    return new Result.Id(job.id());
  }

  /** Everything is checked before the job is made, so that a refusal leaves nothing behind. */
  Result createFromXml(Call call) {
    JobDescription description = JobXmlReader.read(Bodies.jobXml(call));
    var jobSettings = checks.checkXml(description.attributes);
    var taskSettings =
        description.tasks.stream().map(task -> checks.checkTaskXml(task.attributes)).toList();
    Job job = headNode.jobs().create(call.user().name(), jobSettings, now());
    addIfAny(description.environment, () -> job.addEnvironment(description.environment, now()));
    addIfAny(
        description.customProperties,
        () -> job.addCustomProperties(description.customProperties, now()));
    for (int i = 0; i < taskSettings.size(); i++) {
      TaskDescription from = description.tasks.get(i);
      Task task = job.addTask(taskSettings.get(i), now());
      addIfAny(from.environment, () -> task.addEnvironment(from.environment, now()));
      addIfAny(from.customProperties, () -> task.addCustomProperties(from.customProperties, now()));
    }
    orderByGroups(job, description);
    return new Result.Id(job.id());
  }

  private static void addIfAny(Map<String, String> values, Runnable action) {
    if (!values.isEmpty()) {
      action.run();
    }
  }

  /** Turns the order of groups into an order of tasks. */
  private static void orderByGroups(Job job, JobDescription description) {
    for (int i = 0; i < description.tasks.size(); i++) {
      Set<String> before =
          description.parentGroups.getOrDefault(description.tasks.get(i).group(), Set.of());
      if (!before.isEmpty()) {
        Set<Task> predecessors = new LinkedHashSet<>();
        for (int j = 0; j < description.tasks.size(); j++) {
          if (before.contains(description.tasks.get(j).group())) {
            predecessors.add(job.tasks().get(j));
          }
        }
        job.tasks().get(i).waitFor(predecessors);
      }
    }
  }

  Result get(Call call) {
    return Listings.properties(
        job(call), JobListing.properties(call, JobListing.READABLE), headNode.times());
  }

  Result set(Call call) {
    Job job = changeable(call);
    job.set(settings.forChange(job, Bodies.properties(call)), now());
    headNode.scheduler().priorityChanged(job);
    return Result.done();
  }

  Result customProperties(Call call) {
    return Variables.existing(job(call).customProperties(), call.list("names"));
  }

  Result setCustomProperties(Call call) {
    changeable(call).addCustomProperties(Bodies.properties(call), now());
    return Result.done();
  }

  Result environment(Call call) {
    return Variables.orEmpty(job(call).environment(), call.list("names"));
  }

  Result setEnvironment(Call call) {
    Job job = changeable(call);
    Variables.requireOpen(job);
    job.addEnvironment(Bodies.properties(call), now());
    return Result.done();
  }

  Result submit(Call call) {
    Job job = changeable(call);
    var values = settings.forSubmission(Bodies.properties(call));
    headNode.scheduler().submit(job);
    if (!values.isEmpty()) {
      job.set(values, now());
    }
    return Result.done();
  }

  Result cancel(Call call) {
    boolean forced = call.is("forced", false);
    headNode.scheduler().cancel(controllable(call), Bodies.text(call), forced);
    return Result.done();
  }

  Result finish(Call call) {
    Job job = controllable(call);
    Bodies.text(call);
    headNode.scheduler().finish(job);
    return Result.done();
  }

  Result requeue(Call call) {
    headNode.scheduler().requeue(controllable(call));
    return Result.done();
  }

  private Job job(Call call) {
    return headNode.jobs().job(call.id("jobId"));
  }

  private Job changeable(Call call) {
    Job job = job(call);
    Permissions.requireChange(call, job);
    return job;
  }

  private Job controllable(Call call) {
    Job job = job(call);
    Permissions.requireControl(call, job);
    return job;
  }

  private Instant now() {
    return headNode.clock().now();
  }
}
