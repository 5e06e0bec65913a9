package io.github.camelhpc.app;

import io.github.camelhpc.app.leader.Leadership;
import io.github.camelhpc.app.leader.LeadershipLost;
import io.github.camelhpc.support.status.WaitEndedException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.apache.camel.support.service.ServiceHelper;

/**
 * Ends the waits of the routes that wait for jobs, prices or metrics when the application stops, or
 * leads no more. Files stay where they are, for the next start or the next leader; without this,
 * stopping would take as long as the longest job.
 */
@ApplicationScoped
@Named("runningJobs")
@RegisterForReflection
public class RunningJobs {

  /** The routes that wait, each with its step that does. */
  private static final Map<String, String> WAITS =
      Map.of(
          "running",
          "await-job",
          "pricing",
          "await-prices",
          "azure-running",
          "await-azure-job",
          "cpu-usage",
          "await-usage");

  private final CamelContext context;
  private final Cluster cluster;
  private final Leadership leadership;
  private volatile boolean stopping;

  @Inject
  RunningJobs(CamelContext context, Cluster cluster, Leadership leadership) {
    this.context = context;
    this.cluster = cluster;
    this.leadership = leadership;
  }

  /**
   * Refuses the results of the simulator once the application stops: the signal that stops it, from
   * the keyboard for instance, can end the tasks too, and then their jobs have not really failed.
   * Refuses all results while another application leads, which writes them.
   *
   * @throws WaitEndedException if so; the file stays where it is
   */
  public void requireResults() {
    if (stopping && cluster.isSimulated()) {
      throw new WaitEndedException(
          "The application stops, and the jobs of its simulator end with it");
    }
    if (!leadership.isLeader()) {
      throw new WaitEndedException("Another application leads, and writes the results");
    }
  }

  /**
   * Whether an exchange of a route that waits fails because the application stops or leads no more:
   * at its wait, or at a step that has been stopped.
   */
  public boolean isStopping(Exchange exchange) {
    return (stopping || !leadership.isLeader()) && WAITS.containsKey(exchange.getFromRouteId());
  }

  /** The hook runs as soon as the signal comes; the event of the shutdown can come later. */
  void noticeSignals(@Observes StartupEvent event) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stopping = true, "stopping"));
  }

  /** Before Camel stops its routes, which waits for what is under way. */
  void endWaits(@Observes ShutdownEvent event) {
    stopping = true;
    WAITS.forEach(this::endWaits);
  }

  /** What is polled from now on is for another time of leadership, so the steps start again. */
  void endWaits(@Observes LeadershipLost event) {
    for (String step : WAITS.values()) {
      Processor wait = context.getProcessor(step);
      ServiceHelper.stopService(wait);
      ServiceHelper.startService(wait);
    }
  }

  private void endWaits(String routeId, String step) {
    Route route = context.getRoute(routeId);
    if (route != null) {
      ServiceHelper.suspendService(route.getConsumer());
      ServiceHelper.stopService(context.getProcessor(step));
    }
  }
}
