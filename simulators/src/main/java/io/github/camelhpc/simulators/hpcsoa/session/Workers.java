package io.github.camelhpc.simulators.hpcsoa.session;

import io.github.camelhpc.simulators.SimulatorClock;
import io.github.camelhpc.simulators.StateLock;
import io.github.camelhpc.simulators.hpcsoa.SimulatedResponse;
import io.github.camelhpc.simulators.hpcsoa.SoaCall;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The service hosts of all sessions. When requests take no time of the clock, services are called
 * by as many threads as there are workers; else by the thread of the clock, when the time of a
 * request is over, so that a manual clock brings all responses before it returns.
 */
final class Workers {

  private final int count;
  private final Duration requestTime;
  private final SimulatorClock clock;
  private final StateLock lock;
  private final ThreadPoolExecutor threads;
  private final Queue<Job> waiting = new ArrayDeque<>();
  private int busy;

  Workers(int count, Duration requestTime, SimulatorClock clock, StateLock lock) {
    this.count = count;
    this.requestTime = requestTime;
    this.clock = clock;
    this.lock = lock;
    threads =
        new ThreadPoolExecutor(
            count, count, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Workers::thread);
    threads.allowCoreThreadTimeOut(true);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "hpc-simulator-soa-worker");
    thread.setDaemon(true);
    return thread;
  }

  /** To be called holding the lock. */
  void process(SoaSession session, Batch batch, BatchRequest request) {
    Job job = new Job(session, batch, request);
    if (requestTime.isZero()) {
      threads.execute(() -> perform(job));
    } else {
      waiting.add(job);
      startWaiting();
    }
  }

  private void startWaiting() {
    while (busy < count && !waiting.isEmpty()) {
      Job job = waiting.poll();
      if (job.batch.isOpen()) {
        busy++;
        clock.schedule(timeOf(job), () -> finish(job));
      }
    }
  }

  private Duration timeOf(Job job) {
    Duration limit = Duration.ofMillis(job.session.start().operationTimeout());
    return requestTime.compareTo(limit) < 0 ? requestTime : limit;
  }

  private void finish(Job job) {
    perform(job);
    lock.run(
        () -> {
          busy--;
          startWaiting();
        });
  }

  private void perform(Job job) {
    if (lock.call(job.batch::isOpen)) {
      SimulatedResponse response = respond(job);
      lock.run(
          () -> {
            job.batch.respond(response);
            job.batch.used(clock.now());
          });
    }
  }

  private SimulatedResponse respond(Job job) {
    if (timeOf(job).compareTo(requestTime) < 0) {
      return job.fault("The request took longer than the ServiceOperationTimeout.");
    }
    try {
      String output = job.session.service().service().process(job.request.call());
      if (output == null) {
        return job.fault("The service gave no response.");
      }
      return size(output) > job.session.start().maxMessageSize()
          ? job.fault("The response is larger than the MaxMessageSize of the session.")
          : job.response(output);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return job.fault("The service was interrupted.");
    } catch (Exception | LinkageError | AssertionError e) {
      return job.fault(e.getMessage() == null ? e.toString() : e.getMessage());
    }
  }

  private static long size(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** Interrupts the services that are at work. */
  void close() {
    threads.shutdownNow();
  }

  private record Job(SoaSession session, Batch batch, BatchRequest request) {

    SimulatedResponse response(String output) {
      SoaCall call = request.call();
      SimulatedResponse.Kind kind =
          call.generic() ? SimulatedResponse.Kind.GENERIC : SimulatedResponse.Kind.XML;
      return new SimulatedResponse(
          kind, call.action(), request.messageId(), call.userData(), output);
    }

    SimulatedResponse fault(String reason) {
      SoaCall call = request.call();
      return SimulatedResponse.fault(call.action(), request.messageId(), call.userData(), reason);
    }
  }
}
