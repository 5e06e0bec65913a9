package io.github.camelhpc.simulators.hpcpack;

import io.github.camelhpc.simulators.SimulatorClock;
import io.github.camelhpc.simulators.SimulatorUsers;
import io.github.camelhpc.simulators.StateLock;
import io.github.camelhpc.simulators.hpcpack.model.Cluster;
import io.github.camelhpc.simulators.hpcpack.schedule.NodeOperations;
import io.github.camelhpc.simulators.hpcpack.schedule.Scheduler;

/**
 * Everything that the simulated cluster knows; thrown away and made anew when the simulator is
 * reset. Whoever uses what is in it holds the lock.
 *
 * @param settings what the cluster is like
 * @param clock its time
 * @param users who can log in
 * @param times its way to write times
 * @param cluster its nodes and node groups
 * @param jobs its jobs
 * @param scheduler what brings the jobs forward
 * @param nodeOperations what brings the nodes from state to state, and the log of it
 */
public record HeadNode(
    HpcPackSettings settings,
    SimulatorClock clock,
    SimulatorUsers users,
    HpcPackTimes times,
    Cluster cluster,
    JobStore jobs,
    Scheduler scheduler,
    NodeOperations nodeOperations) {

  static HeadNode start(
      HpcPackSettings settings, SimulatorClock clock, SimulatorUsers users, StateLock lock) {
    Cluster cluster = new Cluster(settings, clock.now());
    JobStore jobs = new JobStore();
    Scheduler scheduler =
        new Scheduler(cluster, settings.cores(), settings.taskRunner(), clock, lock, jobs::find);
    return new HeadNode(
        settings,
        clock,
        users,
        HpcPackTimes.ofPattern(settings.dateTimeFormat()),
        cluster,
        jobs,
        scheduler,
        new NodeOperations(scheduler));
  }

  void close() {
    scheduler.close();
  }
}
