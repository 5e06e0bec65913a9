package io.github.camelhpc.simulators.hpcpack;

import io.github.camelhpc.simulators.hpcpack.model.Job;
import io.github.camelhpc.simulators.hpcpack.model.JobProperty;
import io.github.camelhpc.simulators.hpcpack.model.Task;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** All jobs by their ids, which are 1, 2, 3 and so on. Whoever uses it holds the lock. */
public final class JobStore {

  private final List<Job> jobs = new ArrayList<>();

  /** Makes a job with the next id. */
  public Job create(String owner, Map<JobProperty, String> settings, Instant now) {
    Job job = new Job(jobs.size() + 1, owner, settings, now);
    jobs.add(job);
    return job;
  }

  public List<Job> all() {
    return Collections.unmodifiableList(jobs);
  }

  /** The job of this id; null if there is none. */
  public Job find(int id) {
    return id >= 1 && id <= jobs.size() ? jobs.get(id - 1) : null;
  }

  /**
   * The job of this id.
   *
   * @throws HpcPackFault if there is none
   */
  public Job job(int id) {
    Job job = find(id);
    if (job == null) {
      throw HpcPackFault.notFound("The job " + id + " does not exist.");
    }
    return job;
  }

  /**
   * A task of a job.
   *
   * @throws HpcPackFault if there is none
   */
  public Task task(int jobId, int taskId) {
    List<Task> tasks = job(jobId).tasks();
    if (taskId < 1 || taskId > tasks.size()) {
      throw HpcPackFault.notFound("The job " + jobId + " has no task " + taskId + ".");
    }
    return tasks.get(taskId - 1);
  }

  /**
   * A subtask of a sweep.
   *
   * @throws HpcPackFault if there is none, or if it is not there yet
   */
  public Task subtask(int jobId, int taskId, int subtaskId) {
    Task master = task(jobId, taskId);
    if (!master.isSweep()) {
      throw HpcPackFault.badRequest(
          "Task " + master.dottedId() + " is not a parametric sweep and has no subtasks.");
    }
    if (!master.isExpanded()) {
      // the words that a real service was seen to answer with (facts/hpcpack.md §4)
      throw HpcPackFault.badRequest(
          "SchedulerException: the specified subtask has not been expanded yet.");
    }
    if (subtaskId < 1 || subtaskId > master.subtasks().size()) {
      throw HpcPackFault.notFound(
          "Task " + master.dottedId() + " has no subtask " + subtaskId + ".");
    }
    return master.subtasks().get(subtaskId - 1);
  }
}
