package io.github.camelhpc.simulators.hpcsoa;

/**
 * A batch as it is at one moment.
 *
 * @param status {@code Ready}, {@code Processing} or {@code Finished}
 * @param committed whether no more requests are taken
 * @param requests how many requests came; duplicates do not count
 * @param processed how many of them are done
 * @param stored how many responses the server still has: delivered and confirmed ones are gone
 */
public record SoaBatchSnapshot(
    String status, boolean committed, long requests, long processed, long stored) {}
