package io.github.camelhpc.app;

import io.github.camelhpc.hpcpack.model.Job;
import io.github.camelhpc.hpcpack.model.JobDescription;
import io.github.camelhpc.hpcpack.model.JobElement;
import io.github.camelhpc.hpcpack.model.JobXml;
import io.github.camelhpc.hpcpack.model.Task;
import io.github.camelhpc.hpcpack.model.TaskDescription;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a job for HPC Pack in one form, whether it is written as job XML or as JSON. */
final class ClusterJob {

  private ClusterJob() {}

  /**
   * @return the job by its properties and tasks, never by a job XML
   * @throws UntranslatableJobException if the job XML says what cannot be said so
   * @throws IllegalArgumentException if it is no job
   */
  static JobDescription read(String text) {
    JobDescription job = JobDescription.of(text);
    return job.jobXml() == null ? job : of(JobXml.read(job.jobXml()));
  }

  private static JobDescription of(Job job) {
    if (!job.getDependencies().isEmpty()) {
      throw new UntranslatableJobException("tasks of the job wait for others (Dependencies)");
    }
    return new JobDescription(
        properties("job", job),
        Map.of(),
        job.getCustomProperties(),
        job.getTasks().stream().map(ClusterJob::of).toList(),
        null);
  }

  private static TaskDescription of(Task task) {
    return new TaskDescription(
        properties("task " + task.getName(), task),
        task.getEnvironmentVariables(),
        task.getCustomProperties());
  }

  private static Map<String, String> properties(String owner, JobElement element) {
    List<String> others =
        element.getOtherElements().stream().map(other -> other.getLocalName()).toList();
    if (!element.getExtendedTerms().isEmpty() || !others.isEmpty()) {
      throw new UntranslatableJobException(
          "the "
              + owner
              + " has "
              + (others.isEmpty() ? "ExtendedTerms" : others.get(0))
              + ", which have no counterpart there");
    }
    Map<String, String> properties = new LinkedHashMap<>();
    element.getAttributes().forEach((name, value) -> properties.put(name.getLocalPart(), value));
    return properties;
  }
}
