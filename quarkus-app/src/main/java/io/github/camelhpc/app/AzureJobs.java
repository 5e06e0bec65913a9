package io.github.camelhpc.app;

import io.github.camelhpc.azbatch.AzBatchConstants;
import io.github.camelhpc.azbatch.AzBatchException;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Header;

/** The steps of the routes that run jobs of the inbox on Azure Batch. */
@ApplicationScoped
@Named("azureJobs")
@RegisterForReflection
public class AzureJobs {

  /** Without a dash, which ends the id in the name of a file. */
  private static final DateTimeFormatter ID =
      DateTimeFormatter.ofPattern("'" + JobFiles.AZURE_JOB + "'yyyyMMdd'T'HHmmss'Z_'")
          .withZone(ZoneOffset.UTC);

  /** The node has gone, the files have, or the task was never started. */
  private static final Set<String> NO_FILES = Set.of("TaskFilesUnavailable", "TaskFilesCleanedup");

  private final AzureBatch account;
  private final AppSettings settings;
  private final SecureRandom random = new SecureRandom();

  @Inject
  AzureJobs(AzureBatch account, AppSettings settings) {
    this.account = account;
    this.settings = settings;
  }

  /** Why a file has to stay with the cluster; empty if Azure Batch can run it. */
  public String obstacle(@Body byte[] file) {
    try {
      translate(file, newId());
      return "";
    } catch (UntranslatableJobException e) {
      return e.getMessage();
    } catch (IllegalArgumentException e) {
      return "it cannot be read as a job";
    }
  }

  /** An id that no job has. */
  public String newId() {
    return ID.format(Instant.now()) + String.format("%08x", random.nextInt());
  }

  /** The job that a file describes. */
  public AzureJob translate(@Body byte[] file, @Header(AzBatchConstants.JOB_ID) String id) {
    // without a pool no job is added any more, but those that were are waited for
    String pool = Objects.requireNonNullElse(account.pool(), "");
    return new JobTranslation(pool, settings.burst().shell())
        .translate(id, new String(file, StandardCharsets.UTF_8));
  }

  /** The job as {@code azbatch:addJob} takes it. */
  public Map<String, Object> members(@ExchangeProperty("job") AzureJob job) {
    return job.members();
  }

  /** Its tasks as {@code azbatch:addTaskCollection} takes them. */
  public List<Map<String, Object>> tasks(@ExchangeProperty("job") AzureJob job) {
    return job.taskParameters();
  }

  /** Fails unless a job of this id is there already: then an earlier attempt has added it. */
  public void requireThere(Exchange exchange) throws Exception {
    if (!(caught(exchange) instanceof AzBatchException e && e.hasCode("JobExists"))) {
      throw caught(exchange);
    }
  }

  /**
   * Checks that all tasks of the job are there; an earlier attempt may have added some.
   *
   * @param results what became of each
   * @throws IOException if the service failed to add one: it is worth another try
   * @throws IllegalStateException if the service refuses one
   */
  public void requireAdded(@Body List<Map<String, Object>> results) throws IOException {
    for (Map<String, Object> result : results) {
      Map<?, ?> error = AzureTaskRun.object(result.get("error"));
      boolean added =
          "success".equalsIgnoreCase(String.valueOf(result.get("status")))
              || "TaskExists".equalsIgnoreCase(String.valueOf(error.get("code")));
      if (added) {
        continue;
      }
      if ("servererror".equalsIgnoreCase(String.valueOf(result.get("status")))) {
        throw new IOException("Azure Batch failed to add task " + result.get("taskId"));
      }
      throw new IllegalStateException(
          "Azure Batch refused task " + result.get("taskId") + ": " + error.get("code"));
    }
  }

  /** Whether a job that could not be given its tasks is to go, since no attempt will do better. */
  public boolean isHopeless(Exchange exchange) {
    return !Failures.isTemporary(caught(exchange));
  }

  /** Fails with what was caught. */
  public void rethrow(Exchange exchange) throws Exception {
    throw caught(exchange);
  }

  /** Fails unless a task has written nothing, or what it wrote is not there any more. */
  public void requireNoOutput(Exchange exchange) throws Exception {
    boolean isWithout =
        caught(exchange) instanceof AzBatchException e
            && (e.getStatusCode() == 404
                // an empty file has no first bytes
                || e.getStatusCode() == 416
                || NO_FILES.stream().anyMatch(e::hasCode));
    if (!isWithout) {
      throw caught(exchange);
    }
  }

  private static Exception caught(Exchange exchange) {
    return exchange.getProperty(ExchangePropertyKey.EXCEPTION_CAUGHT, Exception.class);
  }

  /** A task with what it wrote. */
  public AzureTaskRun run(@ExchangeProperty("task") Map<String, Object> task, @Body byte[] output) {
    return new AzureTaskRun(task, output == null ? "" : new String(output, StandardCharsets.UTF_8));
  }

  /** The entries of tasks.json. */
  public List<Map<String, String>> results(
      @ExchangeProperty("job") AzureJob job, @Body List<AzureTaskRun> runs) {
    return AzureResults.tasks(job, runs);
  }

  /** What job.json says. */
  public Map<String, Object> summary(
      @ExchangeProperty("job") AzureJob job,
      @ExchangeProperty("azureJob") Map<String, Object> members,
      @ExchangeProperty("tasks") List<Map<String, String>> tasks) {
    return AzureResults.job(job, members, tasks);
  }
}
