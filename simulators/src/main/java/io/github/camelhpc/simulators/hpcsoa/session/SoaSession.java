package io.github.camelhpc.simulators.hpcsoa.session;

import io.github.camelhpc.simulators.SimulatorClock;
import io.github.camelhpc.simulators.StateLock;
import io.github.camelhpc.simulators.hpcsoa.FaultCode;
import io.github.camelhpc.simulators.hpcsoa.SimulatedResponse;
import io.github.camelhpc.simulators.hpcsoa.SoaFault;
import io.github.camelhpc.simulators.hpcsoa.SoaServices;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.regex.Pattern;

/** A running service with its broker. To be used holding the lock. */
public final class SoaSession {

  /** From the broker (facts/hpcsoa.md §1). */
  private static final Pattern BATCH_NAME = Pattern.compile("[0-9a-zA-Z_\\-{}\\s]{1,128}");

  private final int id;
  private final String owner;
  private final SessionStart start;
  private final SoaServices.Registered service;
  private final SimulatorClock clock;
  private final StateLock lock;
  private final Workers workers;
  private final Map<String, Batch> batches = new HashMap<>();
  private boolean used;
  private boolean over;
  private String failure;

  SoaSession(
      int id,
      String owner,
      SessionStart start,
      SoaServices.Registered service,
      SimulatorClock clock,
      StateLock lock,
      Workers workers) {
    this.id = id;
    this.owner = owner;
    this.start = start;
    this.service = service;
    this.clock = clock;
    this.lock = lock;
    this.workers = workers;
    watchTimes();
  }

  private void watchTimes() {
    after(start.connectionTimeout(), this::endIfNeverUsed);
    if (start.runtime() > 0) {
      after(
          Duration.ofSeconds(start.runtime()),
          () -> fail("The session ran for more than " + start.runtime() + " seconds."));
    }
  }

  private void after(Duration time, Runnable action) {
    clock.schedule(time, () -> lock.run(action));
  }

  private void endIfNeverUsed() {
    if (!used) {
      end(EndReason.CLIENT_TIMEOUT);
    }
  }

  /**
   * A batch, which begins to exist when it is first spoken of.
   *
   * @throws SoaFault if the session is over or the name is not allowed
   */
  public Batch batch(String name) {
    requireActive();
    if (!BATCH_NAME.matcher(name).matches()) {
      throw SoaFault.of(
          FaultCode.INVALID_CLIENT_ID,
          "The name of a batch has at most 128 letters, digits, blanks and _ - { }.");
    }
    used = true;
    Batch batch = batches.get(name);
    if (batch == null) {
      batch = new Batch(clock.now());
      batches.put(name, batch);
      watchIdleness(name, batch, start.idleTimeout());
    }
    batch.used(clock.now());
    return batch;
  }

  private void requireActive() {
    if (over) {
      throw SoaFault.of(
          FaultCode.BROKER_NOT_ACTIVE,
          "The broker of the session {0} is not active. Attach to the session first.",
          id);
    }
  }

  private void watchIdleness(String name, Batch batch, Duration time) {
    after(time, () -> checkIdleness(name, batch));
  }

  private void checkIdleness(String name, Batch batch) {
    if (over || !batch.isOpen()) {
      return;
    }
    Instant due = batch.lastUse().plus(start.idleTimeout());
    if (!batch.isDone()) {
      watchIdleness(name, batch, start.idleTimeout());
    } else if (due.isAfter(clock.now())) {
      watchIdleness(name, batch, Duration.between(clock.now(), due));
    } else {
      batch.end(EndReason.CLIENT_TIMEOUT);
      batches.remove(name, batch);
      after(start.sessionIdleTimeout(), this::endIfIdle);
    }
  }

  private void endIfIdle() {
    if (batches.isEmpty()) {
      end(EndReason.CLIENT_TIMEOUT);
    }
  }

  /** Takes requests; see {@link Batch#accept}. */
  public void send(String batchName, List<BatchRequest> requests) {
    Batch batch = batch(batchName);
    for (BatchRequest request : requests) {
      if (batch.accept(request)) {
        workers.process(this, batch, request);
      }
    }
  }

  /**
   * Makes sure that requests may be sent to a batch.
   *
   * @throws SoaFault if not
   */
  public void requireOpenForRequests(String batchName) {
    batch(batchName).requireOpenForRequests();
  }

  /** Says that no more requests follow. */
  public void commit(String batchName) {
    batch(batchName).commit();
  }

  /** Begins to read responses. */
  public Batch open(String batchName, Reading reading) {
    Batch batch = batch(batchName);
    batch.open(reading);
    return batch;
  }

  /** What comes next; see {@link ReadStep}. */
  public ReadStep next(Batch batch, Reading reading) {
    ReadStep step = batch.next(reading);
    if (step instanceof ReadStep.Next) {
      batch.used(clock.now());
    }
    return step;
  }

  /** Ends a call of getResponses. */
  public void close(Batch batch, Reading reading) {
    batch.close(reading);
  }

  /** Deletes a batch; its name can be used again. */
  public void purge(String batchName) {
    Batch batch = batch(batchName);
    batches.remove(batchName);
    batch.end(EndReason.CLIENT_PURGED);
  }

  /** Makes a batch of responses that are made as they are read. */
  public void generate(String batchName, long count, LongFunction<SimulatedResponse> generator) {
    batch(batchName).generate(count, generator);
  }

  /**
   * Another client uses the session from now on.
   *
   * @throws SoaFault if the session has failed or is over
   */
  public void attach() {
    if (failure != null) {
      throw SoaFault.of(FaultCode.SESSION_FAILURE, "The session {0} has failed: {1}", id, failure);
    }
    if (over) {
      throw SoaFault.invalidSession(id);
    }
    batches.values().forEach(Batch::reopen);
  }

  /** Ends the session with a fault for all who read. */
  public void fail(String reason) {
    if (!over) {
      failure = reason;
      batches.values().forEach(batch -> batch.fail(reason));
      end(EndReason.SUCCESS);
    }
  }

  /**
   * Ends the session and deletes its responses.
   *
   * @throws SoaFault if it is over
   */
  public void close() {
    if (over) {
      throw SoaFault.invalidSession(id);
    }
    shutDown();
  }

  /** As {@link #close}, but without a fault. */
  void shutDown() {
    end(EndReason.CLIENT_PURGED);
  }

  private void end(EndReason reason) {
    over = true;
    batches.values().stream().filter(Batch::isOpen).forEach(batch -> batch.end(reason));
    batches.clear();
  }

  /** Its number. */
  public int id() {
    return id;
  }

  /** The name of the user who created it. */
  public String owner() {
    return owner;
  }

  /** Whether it has been closed, has failed or timed out. */
  public boolean isOver() {
    return over;
  }

  /** What it was started with. */
  public SessionStart start() {
    return start;
  }

  /** The service that it runs. */
  public SoaServices.Registered service() {
    return service;
  }
}
