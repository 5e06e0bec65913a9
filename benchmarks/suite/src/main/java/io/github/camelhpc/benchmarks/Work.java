package io.github.camelhpc.benchmarks;

import java.util.List;

/** Something to do that the component and its peers do one after the other, in rounds. */
public interface Work {

  /** The name of the peer that is the component. */
  String COMPONENT = "component";

  /** How it is chosen on the command line. */
  String id();

  /** What is done, for the table. */
  String title();

  List<Target> targets();

  /** What a reader has to know of the peers, a sentence for each. */
  List<Peer> peers();

  /**
   * Measures all peers in turn, each as often as there are rounds.
   *
   * @param into takes the values
   */
  void measure(int rounds, Measurements into) throws Exception;

  /**
   * Who does the work.
   *
   * @param name one word; that of the benchmark's method if there is one
   * @param description for the table
   */
  record Peer(String name, String description) {}
}
