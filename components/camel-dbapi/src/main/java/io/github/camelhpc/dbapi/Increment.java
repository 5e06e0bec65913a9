package io.github.camelhpc.dbapi;

import io.github.camelhpc.dbapi.model.IncrementFilter;
import io.github.camelhpc.dbapi.model.RequestStatus;
import io.github.camelhpc.dbapi.model.ResourceResult;
import io.github.camelhpc.support.operation.ParameterValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What one answer had that no completed exchange had before. It is kept until an exchange is
 * completed with it: the service may not give it again.
 *
 * @param results new results
 * @param status what the service said of the request, or null
 * @param complete whether nothing follows
 */
record Increment(List<ResourceResult> results, RequestStatus status, boolean complete) {

  /** Asks once. */
  static Increment read(DbapiService service, ParameterValues values, IncrementFilter filter)
      throws Exception {
    List<ResourceResult> fresh = new ArrayList<>();
    try (ResultAnswer answer = service.status(values)) {
      while (answer.hasNext()) {
        ResourceResult result = filter.fresh(answer.next());
        if (result != null) {
          fresh.add(result);
        }
      }
      RequestStatus status = answer.status();
      boolean aborted = status != null && status.aborted();
      return new Increment(fresh, status, aborted || answer.isComplete());
    } catch (Exception e) {
      filter.reject();
      throw e;
    }
  }

  /** Whether there is something to tell. */
  boolean isWorthTelling() {
    return complete || !results.isEmpty();
  }

  /** The same for the same content. */
  String id(String requestId) {
    int content = Objects.hash(results.stream().map(ResourceResult::toMap).toList());
    return requestId + "/" + (complete ? "complete" : Integer.toHexString(content));
  }
}
