package io.github.camelhpc.simulators.dbapi;

/**
 * The present state of an asynchronous request.
 *
 * @param id its id
 * @param state how far it is
 * @param query what was asked
 * @param total how many resources it looks at
 * @param processed how many it has looked at
 * @param matched how many of them are in the result
 */
public record RequestSnapshot(
    String id, RequestState state, String query, int total, int processed, int matched) {}
