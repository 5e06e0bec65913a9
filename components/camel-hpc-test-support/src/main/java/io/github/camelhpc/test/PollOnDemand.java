package io.github.camelhpc.test;

import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.spi.ScheduledPollConsumerScheduler;
import org.apache.camel.support.service.ServiceSupport;

/** Lets a consumer poll when the test says so, in the test's thread: {@code scheduler=#polls}. */
public final class PollOnDemand extends ServiceSupport implements ScheduledPollConsumerScheduler {

  private CamelContext context;
  private Runnable task;

  /** Polls once; without a consumer, or when that has ended, nothing happens. */
  public void poll() {
    if (task != null) {
      task.run();
    }
  }

  /** Whether the consumer still wants to poll. */
  public boolean isScheduled() {
    return task != null;
  }

  @Override
  public void onInit(Consumer consumer) {}

  @Override
  public void scheduleTask(Runnable polling) {
    task = polling;
  }

  @Override
  public void unscheduleTask() {
    task = null;
  }

  @Override
  public void startScheduler() {}

  @Override
  public boolean isSchedulerStarted() {
    return true;
  }

  @Override
  public CamelContext getCamelContext() {
    return context;
  }

  @Override
  public void setCamelContext(CamelContext camelContext) {
    context = camelContext;
  }
}
