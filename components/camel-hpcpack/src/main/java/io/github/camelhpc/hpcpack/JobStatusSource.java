package io.github.camelhpc.hpcpack;

import static io.github.camelhpc.hpcpack.HpcPackParameters.ASCENDING;
import static io.github.camelhpc.hpcpack.HpcPackParameters.CHANGE_TIME_FROM;
import static io.github.camelhpc.hpcpack.HpcPackParameters.JOB_ID;
import static io.github.camelhpc.hpcpack.HpcPackParameters.PROPERTIES;
import static io.github.camelhpc.hpcpack.HpcPackParameters.ROWS_PER_READ;

import io.github.camelhpc.hpcpack.HpcPackClient.Answer;
import io.github.camelhpc.hpcpack.model.PropertyMap;
import io.github.camelhpc.support.operation.ParameterValues;
import io.github.camelhpc.support.paging.PageIterator;
import io.github.camelhpc.support.paging.PageReadException;
import io.github.camelhpc.support.status.StatusSource;
import java.time.Instant;
import java.util.function.Predicate;

/** How far the jobs of a cluster are, for those who wait. */
final class JobStatusSource implements StatusSource<PropertyMap> {

  private static final String WANTED =
      "Id,Name,Owner,State,Progress,ErrorMessage,RequeueCount,CreateTime,SubmitTime,StartTime,"
          + "EndTime,ChangeTime";
  private static final int ROWS = 5_000;

  private final HpcPackClient client;
  private final ParameterValues listing;
  private final ParameterValues single;

  /**
   * @param common the user and API version to ask with
   */
  JobStatusSource(HpcPackClient client, ParameterValues common) {
    this.client = client;
    this.listing =
        common.forOperation("hpcpack:listJobs").with(PROPERTIES, WANTED).with(ROWS_PER_READ, ROWS);
    this.single = common.forOperation("hpcpack:getJob").with(PROPERTIES, WANTED);
  }

  @Override
  public Instant readAll(Predicate<Status<PropertyMap>> sink) throws Exception {
    // the newest first: those are waited for; an older server ignores it and reads more pages
    return read(listing.with(ASCENDING, false), sink);
  }

  @Override
  public Instant readChanged(Instant since, Predicate<Status<PropertyMap>> sink) throws Exception {
    return read(listing.with(CHANGE_TIME_FROM, since), sink);
  }

  private Instant read(ParameterValues values, Predicate<Status<PropertyMap>> sink)
      throws Exception {
    HpcPackListing jobs = new HpcPackListing(client, HpcPackOperation.LIST_JOBS, values);
    try (PageIterator<PropertyMap> rows = jobs.iterator(null)) {
      while (rows.hasNext()) {
        if (!sink.test(status(rows.next()))) {
          break;
        }
      }
    } catch (PageReadException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
    return jobs.serverTime();
  }

  @Override
  public Status<PropertyMap> readOne(String id) throws Exception {
    Answer<Object> job = client.call(HpcPackOperation.GET_JOB, single.with(JOB_ID, id), null);
    return status((PropertyMap) job.value());
  }

  private static Status<PropertyMap> status(PropertyMap job) {
    return new Status<>(job.get("Id"), HpcPackStates.isTerminal(job.get("State")), job);
  }

  /** A refusal stays one; a busy server (408, 429) does not. */
  @Override
  public boolean isFinal(Exception failure) {
    return failure instanceof HpcPackException e
        && e.getStatusCode() >= 400
        && e.getStatusCode() < 500
        && e.getStatusCode() != 408
        && e.getStatusCode() != 429;
  }
}
