package io.github.camelhpc.app;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.List;

/**
 * How many jobs wait on the cluster: as it said when it was last asked, and those that this
 * application has submitted since. Asking for each file would be a request too many.
 */
@ApplicationScoped
@Named("clusterQueue")
@RegisterForReflection
public class ClusterQueue {

  private final int threshold;
  private final Duration interval;
  private long askedAt;
  private boolean known;
  private int queued;

  @Inject
  ClusterQueue(AppSettings settings) {
    this.threshold = settings.burst().queuedJobs();
    this.interval = settings.burst().interval();
  }

  /** Whether the cluster has to be asked again. */
  public synchronized boolean isOutdated() {
    return !known || System.nanoTime() - askedAt >= interval.toNanos();
  }

  /**
   * Notes what the cluster said.
   *
   * @param file the body of the message that goes on
   * @param jobs the jobs that are queued, one more than the threshold at most
   * @return the file
   */
  public synchronized Object note(Object file, List<?> jobs) {
    queued = jobs.size();
    askedAt = System.nanoTime();
    known = true;
    return file;
  }

  /** One more job was submitted. */
  public synchronized void submitted() {
    queued++;
  }

  /** Whether more jobs wait than the threshold. */
  public synchronized boolean isLong() {
    return queued > threshold;
  }
}
