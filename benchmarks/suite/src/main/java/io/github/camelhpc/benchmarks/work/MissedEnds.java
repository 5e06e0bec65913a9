package io.github.camelhpc.benchmarks.work;

import com.microsoft.azure.batch.interceptor.RequestInterceptor;
import java.lang.reflect.Field;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Keeps Microsoft's client from waiting for ever when it adds tasks. Its threads notify the caller
 * before they have ended; if the caller looks before that too, it waits for the next one to end,
 * and if there is none it waits for ever. Here it is notified again, every few milliseconds, which
 * makes it rather faster. Needs {@code --add-opens=java.base/java.lang=ALL-UNNAMED}.
 */
final class MissedEnds implements AutoCloseable {

  private static final int INTERVAL_MS = 5;

  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private volatile Object lock;

  MissedEnds() {
    clock.scheduleAtFixedRate(this::tell, INTERVAL_MS, INTERVAL_MS, TimeUnit.MILLISECONDS);
  }

  /** To be given to the client; finds out what the caller waits for. */
  RequestInterceptor interceptor() {
    return new RequestInterceptor(request -> lock = lockOfThisThread());
  }

  private static Object lockOfThisThread() {
    try {
      Field target = Thread.class.getDeclaredField("target");
      target.setAccessible(true);
      Object worker = target.get(Thread.currentThread());
      Field lock = worker.getClass().getDeclaredField("lock");
      lock.setAccessible(true);
      return lock.get(worker);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("azure-batch or Java is another version than expected", e);
    }
  }

  private void tell() {
    Object waitedFor = lock;
    if (waitedFor != null) {
      synchronized (waitedFor) {
        waitedFor.notifyAll();
      }
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
