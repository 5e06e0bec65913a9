package io.github.camelhpc.azbatch;

import static io.github.camelhpc.azbatch.AzBatchParameters.API_VERSION;
import static io.github.camelhpc.azbatch.AzBatchParameters.FILTER;
import static io.github.camelhpc.azbatch.AzBatchParameters.JOB_ID;
import static io.github.camelhpc.azbatch.AzBatchParameters.SELECT;
import static io.github.camelhpc.azbatch.AzBatchParameters.TIMEOUT;

import io.github.camelhpc.azbatch.model.JobPreparationAndReleaseTaskExecutionInformation;
import io.github.camelhpc.azbatch.model.JobPreparationTaskExecutionInformation;
import io.github.camelhpc.azbatch.model.JobReleaseTaskExecutionInformation;
import io.github.camelhpc.support.camel.WatchedEntry;
import io.github.camelhpc.support.operation.ParameterValues;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reads the status of preparation and release tasks for a consumer: of one job, or of all. */
final class PreparationStatuses {

  /** What is read of each node, whatever else the user wants. */
  static final String[] PROPERTIES = {
    "poolId", "nodeId", "jobPreparationTaskExecutionInfo", "jobReleaseTaskExecutionInfo"
  };

  /** Release tasks run while a job is terminating. */
  private static final String RUNNING = "state eq 'active' or state eq 'terminating'";

  private final AzBatchClient client;

  PreparationStatuses(AzBatchClient client) {
    this.client = client;
  }

  /**
   * @param values with the job, or without it for all jobs that are active or terminating and have
   *     a preparation task; a release task needs one (facts/azbatch.md §1.1)
   */
  void read(ParameterValues values, Consumer<Map<String, ?>> entries) throws Exception {
    if (values.has(JOB_ID)) {
      readJob(values, entries);
      return;
    }
    for (String job : jobs(values)) {
      try {
        readJob(values.with(JOB_ID, job), entries);
      } catch (AzBatchException e) {
        // it may have gone since the list was read
        if (e.getStatusCode() != 404 && !e.isNoPreparationTask()) {
          throw e;
        }
      }
    }
  }

  private List<String> jobs(ParameterValues values) throws Exception {
    ParameterValues running =
        values
            .only(API_VERSION, TIMEOUT)
            .forOperation("azbatch:listJobs")
            .with(FILTER, RUNNING)
            .with(SELECT, "id,jobPreparationTask,jobReleaseTask");
    List<String> ids = new ArrayList<>();
    new AzBatchListing(client, BatchOperation.LIST_JOBS, running)
        .forEach(
            entry -> {
              Map<String, Object> job = BatchRequestBody.members(entry);
              if (job.get("jobPreparationTask") != null || job.get("jobReleaseTask") != null) {
                ids.add(String.valueOf(job.get("id")));
              }
              return true;
            });
    return ids;
  }

  private void readJob(ParameterValues values, Consumer<Map<String, ?>> entries) throws Exception {
    new AzBatchListing(client, BatchOperation.LIST_PREPARATION_AND_RELEASE_TASK_STATUS, values)
        .forEach(
            entry -> {
              entries.accept(
                  watched(
                      values.get(JOB_ID),
                      (JobPreparationAndReleaseTaskExecutionInformation) entry));
              return true;
            });
  }

  private static WatchedEntry watched(
      String jobId, JobPreparationAndReleaseTaskExecutionInformation entry) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("jobId", jobId);
    properties.put("poolId", entry.poolId());
    properties.put("nodeId", entry.nodeId());
    JobPreparationTaskExecutionInformation preparation = entry.jobPreparationTaskExecutionInfo();
    if (preparation != null) {
      properties.put("preparationState", preparation.state());
      properties.put("preparationStartTime", preparation.startTime());
    }
    JobReleaseTaskExecutionInformation release = entry.jobReleaseTaskExecutionInfo();
    if (release != null) {
      properties.put("releaseState", release.state());
      properties.put("releaseStartTime", release.startTime());
    }
    return new WatchedEntry(properties, entry);
  }
}
