package io.github.camelhpc.azbatch;

import static io.github.camelhpc.azbatch.AzBatchParameters.CHANGED_SINCE;
import static io.github.camelhpc.azbatch.AzBatchParameters.JOB_ID;
import static io.github.camelhpc.azbatch.AzBatchParameters.SELECT;

import io.github.camelhpc.support.operation.ParameterValues;
import io.github.camelhpc.support.status.StatusSource;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** How far the jobs of an account are, for those who wait. Their ids are in lower case. */
final class JobStatusSource implements StatusSource<Map<String, Object>> {

  private static final String WANTED =
      "id,url,eTag,lastModified,creationTime,state,stateTransitionTime,previousState,"
          + "previousStateTransitionTime,onTaskFailure,metadata,executionInfo";

  private final AzBatchClient client;
  private final ParameterValues listing;
  private final ParameterValues single;

  /**
   * @param common the version of the interface
   */
  JobStatusSource(AzBatchClient client, ParameterValues common) {
    this.client = client;
    this.listing = common.forOperation("azbatch:listJobs").with(SELECT, WANTED);
    this.single = common.forOperation("azbatch:getJob").with(SELECT, WANTED);
  }

  /** Ids are read without regard to case. */
  static String key(Object id) {
    return String.valueOf(id).toLowerCase(Locale.ROOT);
  }

  @Override
  public Instant readAll(Predicate<Status<Map<String, Object>>> sink) throws Exception {
    return read(listing, sink);
  }

  @Override
  public Instant readChanged(Instant since, Predicate<Status<Map<String, Object>>> sink)
      throws Exception {
    return read(listing.with(CHANGED_SINCE, since), sink);
  }

  private Instant read(ParameterValues values, Predicate<Status<Map<String, Object>>> sink)
      throws Exception {
    return new AzBatchListing(client, BatchOperation.LIST_JOBS, values)
        .forEach(job -> sink.test(status(job)));
  }

  @Override
  public Status<Map<String, Object>> readOne(String id) throws Exception {
    return status(client.call(BatchOperation.GET_JOB, single.with(JOB_ID, id), null).value());
  }

  private static Status<Map<String, Object>> status(Object entry) {
    Map<String, Object> job = BatchRequestBody.members(entry);
    return new Status<>(key(job.get("id")), AzBatchStates.isEnded(job.get("state")), job);
  }

  @Override
  public boolean isFinal(Exception failure) {
    return isRefusal(failure);
  }

  /** A refusal stays one; a busy server (408, 429) does not. */
  static boolean isRefusal(Exception failure) {
    return failure instanceof AzBatchException e
        && e.getStatusCode() >= 400
        && e.getStatusCode() < 500
        && e.getStatusCode() != 408
        && e.getStatusCode() != 429;
  }
}
