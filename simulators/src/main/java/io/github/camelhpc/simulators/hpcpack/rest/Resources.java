package io.github.camelhpc.simulators.hpcpack.rest;

import io.github.camelhpc.simulators.hpcpack.HeadNode;

/** All that the operations work on. */
record Resources(
    ClusterResources cluster,
    JobResources jobs,
    TaskResources tasks,
    TypedNodeResources typedNodes,
    TypedGroupResources typedGroups,
    OperationLogResources operationLog,
    MetricResources metrics) {

  static Resources of(HeadNode headNode) {
    Listings listings = new Listings(headNode);
    return new Resources(
        new ClusterResources(headNode, listings),
        new JobResources(headNode, listings),
        new TaskResources(headNode, listings),
        new TypedNodeResources(headNode),
        new TypedGroupResources(headNode),
        new OperationLogResources(headNode),
        new MetricResources(headNode));
  }
}
