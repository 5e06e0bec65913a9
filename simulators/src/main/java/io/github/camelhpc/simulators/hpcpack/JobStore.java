package io.github.camelhpc.simulators.hpcpack;

import io.github.camelhpc.simulators.hpcpack.model.Job;
import io.github.camelhpc.simulators.hpcpack.model.JobProperty;
import io.github.camelhpc.simulators.hpcpack.model.Task;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** All jobs by their ids, which are 1, 2, 3 and so on. Whoever uses it holds the lock. */
public final class JobStore {

  /** In the order of their ids. */
  private final List<Job> jobs = new ArrayList<>();

  private int lastId;

  /** Makes a job with the next id. */
  public Job create(String owner, Map<JobProperty, String> settings, Instant now) {
    Job job = new Job(++lastId, owner, settings, now);
    jobs.add(job);
    return job;
  }

  /** Removes jobs; their ids are not used again. */
  void removeIf(Predicate<Job> old) {
    jobs.removeIf(old);
  }

  public List<Job> all() {
    return Collections.unmodifiableList(jobs);
  }

  /** The job of this id; null if there is none. */
  public Job find(int id) {
    int low = 0;
    int high = Math.min(id, jobs.size());
    // while none was removed, the job is the last one in question
    for (int middle = high - 1; low < high; middle = (low + high) >>> 1) {
      Job job = jobs.get(middle);
      if (job.id() == id) {
        return job;
      } else if (job.id() < id) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return null;
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
