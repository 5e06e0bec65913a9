package io.github.camelhpc.simulators.hpcsoa.session;

import io.github.camelhpc.simulators.hpcsoa.FaultCode;
import io.github.camelhpc.simulators.hpcsoa.SimulatedResponse;
import io.github.camelhpc.simulators.hpcsoa.SoaBatchSnapshot;
import io.github.camelhpc.simulators.hpcsoa.SoaFault;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongFunction;

/** A named group of requests; the broker calls it a client. To be used holding the lock. */
public final class Batch {

  private final StoredResponses stored = new StoredResponses();
  private final Set<String> messageIds = new HashSet<>();
  private final Readings readings = new Readings();
  private ResponseQueue responses = stored;
  private boolean committed;
  private boolean reopened;
  private long requests;
  private long processed;
  private EndReason closed;
  private String failure;
  private Instant lastUse;

  Batch(Instant now) {
    lastUse = now;
  }

  /**
   * Takes a request, unless it is too late for it or it came before: then it is dropped without a
   * word, as the broker does (facts/hpcsoa.md §3.3).
   *
   * @return whether it is to be processed
   */
  boolean accept(BatchRequest request) {
    if (committed || closed != null || isDuplicate(request.messageId())) {
      return false;
    }
    requests++;
    return true;
  }

  private boolean isDuplicate(String messageId) {
    return !messageId.isEmpty() && !messageIds.add(messageId);
  }

  /** After an attach, a finished batch is for reading only. */
  void requireOpenForRequests() {
    if (reopened) {
      throw SoaFault.of(
          FaultCode.FLUSH_REJECTED,
          "Requests cannot be sent. The client is in the {0} state.",
          "GetResponse");
    }
  }

  /** No more requests follow; the faults are those of the broker (facts/hpcsoa.md §6). */
  void commit() {
    if (reopened) {
      throw SoaFault.of(
          FaultCode.EOM_REJECTED_GET_RESPONSE,
          "EndRequests is not allowed. The client is in the {0} state.",
          "GetResponse");
    }
    if (committed && isDone()) {
      throw SoaFault.of(
          FaultCode.EOM_REJECTED,
          "EndRequests is not allowed. The client is in the {0} state.",
          "AllRequestDone");
    }
    if (committed) {
      throw SoaFault.of(
          FaultCode.EOM_REJECTED_END_REQUESTS,
          "EndRequests was already called for this BrokerClient.");
    }
    if (requests == 0) {
      throw SoaFault.of(
          FaultCode.EOM_REJECTED_NO_REQUEST,
          "EndRequest must be called after sending some requests.");
    }
    committed = true;
    readings.wake();
  }

  void respond(SimulatedResponse response) {
    processed++;
    stored.add(response);
    readings.wake();
  }

  /** Replaces what is in the batch by responses that are made as they are read. */
  void generate(long count, LongFunction<SimulatedResponse> generator) {
    responses = new GeneratedResponses(count, generator);
    requests = count;
    processed = count;
    committed = true;
    readings.wake();
  }

  void reopen() {
    reopened |= status() == BatchStatus.FINISHED;
  }

  /** Begins a call of getResponses; {@code wake} of the reading is called when it is its turn. */
  void open(Reading reading) {
    readings.open(reading, responses);
  }

  /** Ends a call of getResponses, so that the next one gets its turn. */
  void close(Reading reading) {
    readings.close(reading, responses);
  }

  /** What comes next for a call of getResponses. */
  ReadStep next(Reading reading) {
    if (reading.isReplaced()) {
      return new ReadStep.Replaced();
    }
    if (failure != null && reading.tellsFailure()) {
      reading.delivered();
      return new ReadStep.Next(SimulatedResponse.sessionFailure(failure));
    }
    if (closed != null) {
      return new ReadStep.End(closed);
    }
    if (!readings.isActive(reading)) {
      return new ReadStep.Wait();
    }
    return nextOfActive(reading);
  }

  private ReadStep nextOfActive(Reading reading) {
    if (reading.isComplete()) {
      return new ReadStep.End(EndReason.SUCCESS);
    }
    SimulatedResponse response = responses.next(reading.action());
    if (response != null) {
      reading.delivered();
      return new ReadStep.Next(response);
    }
    return status() == BatchStatus.FINISHED
        ? new ReadStep.End(EndReason.SUCCESS)
        : new ReadStep.Wait();
  }

  /** Nothing more happens here; those who read are told why. */
  void end(EndReason reason) {
    closed = reason;
    // a clock that stands keeps the batch for its timer, but nobody can read it any more
    stored.clear();
    messageIds.clear();
    readings.wake();
  }

  /** As {@link #end}, after a fault. */
  void fail(String reason) {
    failure = reason;
    end(EndReason.SUCCESS);
  }

  boolean isOpen() {
    return closed == null;
  }

  boolean isDone() {
    return processed == requests;
  }

  void used(Instant now) {
    lastUse = now;
  }

  Instant lastUse() {
    return lastUse;
  }

  /** The status that getRequestStatus gives. */
  public BatchStatus status() {
    if (!committed) {
      return BatchStatus.READY;
    }
    return isDone() ? BatchStatus.FINISHED : BatchStatus.PROCESSING;
  }

  /** What is to be told to a test. */
  public SoaBatchSnapshot snapshot() {
    return new SoaBatchSnapshot(
        status().wireName(), committed, requests, processed, responses.stored());
  }
}
