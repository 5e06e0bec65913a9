/** Several instances: one leads, each has its shard, or Kafka hands the events to many workers. */
package io.github.camelhpc.reliability.cluster;
