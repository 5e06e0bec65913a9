package io.github.camelhpc.simulators.azbatch.account;

/**
 * How many tasks of a job are in which state.
 *
 * @param active those that wait
 * @param running those that are prepared or run
 * @param completed those that have ended
 * @param succeeded of the completed ones, those that ended well
 * @param failed of the completed ones, the others
 */
public record TaskCountsSnapshot(
    int active, int running, int completed, int succeeded, int failed) {}
