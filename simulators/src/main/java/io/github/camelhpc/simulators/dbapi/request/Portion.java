package io.github.camelhpc.simulators.dbapi.request;

import io.github.camelhpc.simulators.dbapi.RequestState;
import io.github.camelhpc.simulators.dbapi.data.Resource;
import java.util.List;

/**
 * What one answer gives of a request: its state, and the parts of its result from one to another.
 * Each resource has the same number of parts.
 *
 * @param request the request
 * @param state how far it is
 * @param total how many resources it looks at
 * @param matched how many of those processed are in the result
 * @param processed how many it has looked at
 * @param last whether nothing comes after this portion
 * @param matching the resources of the result, so far
 * @param from the first part
 * @param to the part after the last one
 */
public record Portion(
    AsyncRequest request,
    RequestState state,
    int total,
    int matched,
    int processed,
    boolean last,
    List<Resource> matching,
    int from,
    int to) {}
