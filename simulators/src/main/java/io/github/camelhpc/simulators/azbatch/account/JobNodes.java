package io.github.camelhpc.simulators.azbatch.account;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a job knows about the nodes that it uses: where it is prepared, and where it cannot run. */
final class JobNodes {

  private final Map<ComputeNode, NodePreparation> preparations = new LinkedHashMap<>();
  private final Set<ComputeNode> barred = new LinkedHashSet<>();
  private int openPreparations;
  private int openReleases;
  private boolean released;

  NodePreparation preparation(ComputeNode node) {
    return preparations.get(node);
  }

  void prepare(NodePreparation preparation) {
    preparations.put(preparation.node(), preparation);
  }

  /** The next task prepares the node again. */
  void forget(ComputeNode node) {
    preparations.remove(node);
    barred.remove(node);
  }

  /** The preparation failed there: no task of the job runs on it. */
  void bar(ComputeNode node) {
    barred.add(node);
  }

  Set<ComputeNode> barred() {
    return barred;
  }

  List<NodePreparation> preparations() {
    return new ArrayList<>(preparations.values());
  }

  /** Whether the release tasks are to be started now: once. */
  boolean beginReleases() {
    boolean first = !released;
    released = true;
    return first;
  }

  /** How many preparation tasks are running. */
  int openPreparations() {
    return openPreparations;
  }

  void preparations(int change) {
    openPreparations += change;
  }

  /** How many release tasks are running. */
  int openReleases() {
    return openReleases;
  }

  void releases(int change) {
    openReleases += change;
  }
}
