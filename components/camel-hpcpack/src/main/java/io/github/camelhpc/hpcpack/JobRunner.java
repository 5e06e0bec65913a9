package io.github.camelhpc.hpcpack;

import static io.github.camelhpc.hpcpack.HpcPackParameters.API_VERSION;
import static io.github.camelhpc.hpcpack.HpcPackParameters.AS_USER;
import static io.github.camelhpc.hpcpack.HpcPackParameters.AWAIT;
import static io.github.camelhpc.hpcpack.HpcPackParameters.AWAIT_TIMEOUT;
import static io.github.camelhpc.hpcpack.HpcPackParameters.FAIL_ON_UNSUCCESSFUL;
import static io.github.camelhpc.hpcpack.HpcPackParameters.JOB_ID;
import static io.github.camelhpc.hpcpack.HpcPackParameters.PROPERTIES;
import static io.github.camelhpc.hpcpack.HpcPackParameters.ROWS_PER_READ;

import io.github.camelhpc.hpcpack.model.JobDescription;
import io.github.camelhpc.hpcpack.model.PropertyMap;
import io.github.camelhpc.support.camel.OperationResult;
import io.github.camelhpc.support.operation.InvalidParameterException;
import io.github.camelhpc.support.operation.ParameterValues;
import io.github.camelhpc.support.status.CompletionMonitor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code runJob} and {@code awaitJob}. */
final class JobRunner {

  private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

  private static final int TASK_ROWS = 5_000;

  private final HpcPackClient client;
  private final Function<ParameterValues, CompletionMonitor<PropertyMap>> monitors;
  private final Executor executor;

  /**
   * @param monitors the monitor for the user in whose name is asked
   * @param executor reads the results of jobs that have ended
   */
  JobRunner(
      HpcPackClient client,
      Function<ParameterValues, CompletionMonitor<PropertyMap>> monitors,
      Executor executor) {
    this.client = client;
    this.monitors = monitors;
    this.executor = executor;
  }

  CompletableFuture<OperationResult> run(ParameterValues values, Object body) throws Exception {
    JobDescription job;
    try {
      job = JobDescription.of(body);
    } catch (IllegalArgumentException e) {
      throw new InvalidParameterException(
          "hpcpack:runJob cannot run the body: " + e.getMessage(), e);
    }
    int id = new JobSubmission(client, common(values)).submit(job);
    if (!values.isTrue(AWAIT, true)) {
      return CompletableFuture.completedFuture(
          new OperationResult(id, Map.of(HpcPackConstants.JOB_ID, id)));
    }
    return awaited(values, id, entry -> ran(values, id));
  }

  CompletableFuture<OperationResult> await(ParameterValues values) {
    int id = values.integer(JOB_ID);
    return awaited(values, id, entry -> waited(values, id, entry));
  }

  /** What is read of a job that has ended. */
  @FunctionalInterface
  private interface Reading {
    OperationResult of(PropertyMap entry) throws Exception;
  }

  private CompletableFuture<OperationResult> awaited(
      ParameterValues values, int id, Reading reading) {
    Duration timeout = values.duration(AWAIT_TIMEOUT);
    CompletableFuture<PropertyMap> wait =
        monitors.apply(values).await(String.valueOf(id), timeout == null ? Duration.ZERO : timeout);
    CompletableFuture<OperationResult> result =
        wait.thenApplyAsync(
            entry -> {
              try {
                return reading.of(entry);
              } catch (Exception e) {
                throw new CompletionException(e);
              }
            },
            executor);
    // whoever ends the result early ends the wait
    result.whenComplete((r, failure) -> wait.cancel(false));
    return result;
  }

  private OperationResult ran(ParameterValues values, int id) throws Exception {
    PropertyMap properties = job(values, id);
    JobResult result = new JobResult(id, properties.get("State"), properties, tasks(values, id));
    checkSuccess(values, properties, result, id);
    return new OperationResult(result, headers(values, id, properties));
  }

  private OperationResult waited(ParameterValues values, int id, PropertyMap entry)
      throws Exception {
    checkSuccess(values, entry, null, id);
    PropertyMap body = values.has(PROPERTIES) ? job(values, id) : entry;
    return new OperationResult(body, headers(values, id, entry));
  }

  private static void checkSuccess(
      ParameterValues values, PropertyMap properties, JobResult result, int id) {
    String state = properties.get("State");
    if (values.isTrue(FAIL_ON_UNSUCCESSFUL, false) && !HpcPackStates.isSuccess(state)) {
      throw new HpcPackJobFailedException(id, state, properties.get("ErrorMessage"), result);
    }
  }

  private Map<String, Object> headers(ParameterValues values, int id, PropertyMap properties) {
    Map<String, Object> headers = new HashMap<>();
    headers.put(HpcPackConstants.JOB_ID, id);
    headers.put(HpcPackConstants.STATE, properties.get("State"));
    time(values, properties.get("StartTime"))
        .ifPresent(time -> headers.put(HpcPackConstants.START_TIME, time));
    time(values, properties.get("EndTime"))
        .ifPresent(time -> headers.put(HpcPackConstants.END_TIME, time));
    return headers;
  }

  /** None if the service does not tell the format of its times: the result is not lost for that. */
  private Optional<Instant> time(ParameterValues values, String text) {
    if (text == null || text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return client.dateFormat(common(values)).tryParse(text);
    } catch (Exception e) {
      LOG.debug("The time {} of a job cannot be read", text, e);
      return Optional.empty();
    }
  }

  private PropertyMap job(ParameterValues values, int id) throws Exception {
    ParameterValues one = values.forOperation("hpcpack:getJob").with(JOB_ID, id);
    return (PropertyMap) client.call(HpcPackOperation.GET_JOB, one, null).value();
  }

  private List<PropertyMap> tasks(ParameterValues values, int id) {
    ParameterValues all =
        common(values)
            .forOperation("hpcpack:listTasks")
            .with(JOB_ID, id)
            .with(
                PROPERTIES,
                "TaskId,Name,State,CommandLine,ExitCode,Output,ErrorMessage,StartTime,EndTime,"
                    + "AllocatedNodes,ParentJobId,JobTaskId,InstanceId")
            .with(ROWS_PER_READ, TASK_ROWS);
    List<PropertyMap> tasks = new ArrayList<>();
    new HpcPackListing(client, HpcPackOperation.LIST_TASKS, all)
        .iterator(null)
        .forEachRemaining(tasks::add);
    return tasks;
  }

  /** The values that every request of a composed operation has. */
  private static ParameterValues common(ParameterValues values) {
    return values.only(AS_USER, API_VERSION);
  }
}
