package io.github.camelhpc.hpcsoa;

import static io.github.camelhpc.hpcsoa.HpcSoaParameters.AWAIT_TIMEOUT;
import static io.github.camelhpc.hpcsoa.HpcSoaParameters.BATCH;
import static io.github.camelhpc.hpcsoa.HpcSoaParameters.COMMIT;
import static io.github.camelhpc.hpcsoa.HpcSoaParameters.RESET;
import static io.github.camelhpc.hpcsoa.HpcSoaParameters.SESSION_ID;

import io.github.camelhpc.hpcsoa.model.BrokerClientStatus;
import io.github.camelhpc.hpcsoa.model.SessionInfo;
import io.github.camelhpc.support.camel.OperationResult;
import io.github.camelhpc.support.operation.ParameterValues;
import io.github.camelhpc.support.status.CompletionMonitor;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.apache.hc.core5.http.HttpEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code runBatch} and {@code awaitBatch}. */
final class BatchRunner {

  private static final Logger LOG = LoggerFactory.getLogger(BatchRunner.class);

  private final SoaClient client;
  private final SessionStart sessionStart;
  private final Function<ParameterValues, CompletionMonitor<BrokerClientStatus>> monitors;
  private final Executor executor;

  /**
   * @param monitors the monitor for a broker node and API version
   * @param executor opens the responses of batches that are done
   */
  BatchRunner(
      SoaClient client,
      SessionStart sessionStart,
      Function<ParameterValues, CompletionMonitor<BrokerClientStatus>> monitors,
      Executor executor) {
    this.client = client;
    this.sessionStart = sessionStart;
    this.monitors = monitors;
    this.executor = executor;
  }

  /**
   * Sends the requests, waits, and gives the responses. When they are read, or something fails, the
   * batch is purged, and the session closed if it was made for it.
   */
  CompletableFuture<OperationResult> run(ParameterValues values, Object body) throws Exception {
    boolean own = !values.has(SESSION_ID);
    ParameterValues inSession = own ? values.with(SESSION_ID, newSession(values).id()) : values;
    ParameterValues batch =
        inSession.has(BATCH)
            ? inSession
            : inSession.with(BATCH, "camel-" + UUID.randomUUID().toString());
    Runnable cleanup = () -> cleanUp(batch, own);
    try {
      send(batch, body);
    } catch (Exception e) {
      cleanup.run();
      throw e;
    }
    CompletableFuture<OperationResult> result =
        waited(batch).thenApplyAsync(status -> responses(batch, cleanup), executor);
    result.whenComplete(
        (responses, failure) -> {
          if (failure != null) {
            executor.execute(cleanup);
          }
        });
    return result;
  }

  CompletableFuture<OperationResult> await(ParameterValues values) {
    return waited(values)
        .thenApply(status -> new OperationResult(status, HpcSoaResult.STATUS.headers(status)));
  }

  private SessionInfo newSession(ParameterValues values) throws Exception {
    HttpEntity start = HpcSoaBody.SESSION_START.entity(null, values, sessionStart);
    return (SessionInfo) client.call(SoaOperation.CREATE_SESSION, values, start);
  }

  private void send(ParameterValues batch, Object body) throws Exception {
    HttpEntity requests = HpcSoaBody.REQUESTS.entity(body, batch, sessionStart);
    client.call(SoaOperation.SEND_REQUESTS, batch.with(COMMIT, true), requests);
  }

  private CompletableFuture<BrokerClientStatus> waited(ParameterValues batch) {
    Duration timeout = batch.duration(AWAIT_TIMEOUT);
    return monitors
        .apply(batch)
        .await(BatchId.of(batch).toString(), timeout == null ? Duration.ZERO : timeout);
  }

  private OperationResult responses(ParameterValues batch, Runnable afterwards) {
    try {
      SoaResponses responses = client.responses(batch.with(RESET, true), afterwards);
      BatchId id = BatchId.of(batch);
      return new OperationResult(
          responses,
          Map.of(HpcSoaConstants.SESSION_ID, id.sessionId(), HpcSoaConstants.BATCH, id.batch()),
          responses.ending());
    } catch (Exception e) {
      throw new CompletionException(e);
    }
  }

  private void cleanUp(ParameterValues batch, boolean closeSession) {
    try {
      client.call(SoaOperation.PURGE_BATCH, batch, null);
    } catch (Exception e) {
      LOG.warn("Batch {} could not be purged: {}", BatchId.of(batch), e.getMessage());
    }
    if (closeSession) {
      try {
        client.call(SoaOperation.CLOSE_SESSION, batch, null);
      } catch (Exception e) {
        LOG.warn("Session {} could not be closed: {}", batch.get(SESSION_ID), e.getMessage());
      }
    }
  }
}
