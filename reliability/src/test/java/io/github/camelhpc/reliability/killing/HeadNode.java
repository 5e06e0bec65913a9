package io.github.camelhpc.reliability.killing;

import io.github.camelhpc.simulators.Fault;
import io.github.camelhpc.simulators.HpcSimulators;
import io.github.camelhpc.simulators.hpcpack.HpcPackSimulator;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** The simulator behind its {@link Gate}: it keeps its jobs while nobody can reach it. */
final class HeadNode implements AutoCloseable {

  /** Each of them at least once, and 5 % of the requests by chance. */
  static final List<Fault> FAULTS =
      List.of(
          Fault.resetBeforeAnswer(),
          Fault.resetInBody(),
          Fault.status(429).header("Retry-After", "1"),
          Fault.status(503),
          Fault.truncatedBody(),
          Fault.malformedBody(),
          Fault.stall(Duration.ofSeconds(1)),
          Fault.stall(Duration.ofSeconds(20)));

  private static final double PERCENT = 5;

  private final HpcSimulators simulators;
  private final Gate gate;

  HeadNode(long seed) {
    simulators = HpcSimulators.builder().httpsPort(-1).requestLogSize(0).seed(seed).start();
    gate = new Gate(URI.create(simulators.httpUrl()).getPort());
  }

  String url() {
    return "http://127.0.0.1:" + gate.port() + URI.create(simulators.hpcPackUrl()).getPath();
  }

  String userName() {
    return simulators.userName();
  }

  String password() {
    return simulators.password();
  }

  HpcPackSimulator jobs() {
    return simulators.hpcPack();
  }

  /** From now on requests fail by chance. */
  void failByChance() {
    FAULTS.forEach(fault -> simulators.faults().percentage(PERCENT / FAULTS.size(), fault));
  }

  /** The next request fails like this. */
  void failNext(Fault fault) {
    simulators.faults().next(fault);
  }

  void failNoMore() {
    simulators.faults().clear();
  }

  long requests() {
    return simulators.requests().count();
  }

  long faults() {
    return simulators.faults().count();
  }

  void goDown() {
    gate.shut();
  }

  void comeUp() {
    gate.open();
  }

  @Override
  public void close() {
    gate.close();
    simulators.close();
  }
}
