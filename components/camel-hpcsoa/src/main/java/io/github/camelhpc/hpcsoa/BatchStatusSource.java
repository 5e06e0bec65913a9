package io.github.camelhpc.hpcsoa;

import io.github.camelhpc.hpcsoa.model.BrokerClientStatus;
import io.github.camelhpc.support.http.ForeignOriginException;
import io.github.camelhpc.support.operation.ParameterValues;
import io.github.camelhpc.support.status.StatusSource;
import java.time.Instant;
import java.util.function.Predicate;

/** How far batches are, for those who wait; the service has no list of them. */
final class BatchStatusSource implements StatusSource<BrokerClientStatus> {

  private final SoaClient client;
  private final ParameterValues common;

  /**
   * @param common the broker node and API version to ask with
   */
  BatchStatusSource(SoaClient client, ParameterValues common) {
    this.client = client;
    this.common = common;
  }

  @Override
  public boolean hasList() {
    return false;
  }

  @Override
  public Instant readAll(Predicate<Status<BrokerClientStatus>> sink) {
    throw new UnsupportedOperationException("the service does not list batches");
  }

  @Override
  public Instant readChanged(Instant since, Predicate<Status<BrokerClientStatus>> sink) {
    throw new UnsupportedOperationException("the service does not list batches");
  }

  @Override
  public Status<BrokerClientStatus> readOne(String id) throws Exception {
    BatchId batch = BatchId.of(id);
    BrokerClientStatus status = client.status(batch.addedTo(common));
    return new Status<>(id, status == BrokerClientStatus.FINISHED, status);
  }

  /** A session stays on its broker node. */
  @Override
  public boolean isFinal(Exception failure) {
    return failure instanceof ForeignOriginException
        || failure instanceof HpcSoaException e
            && e.getStatusCode() >= 400
            && e.getStatusCode() < 500
            && e.getStatusCode() != 408
            && e.getStatusCode() != 429;
  }
}
