package io.github.camelhpc.simulators.dbapi.query;

import io.github.camelhpc.simulators.dbapi.data.Resource;
import java.util.List;

/**
 * The resources of a type that meet all conditions.
 *
 * @param type the type
 * @param conditions may be empty
 */
record PathStep(String type, List<Condition> conditions) {

  boolean accepts(Resource resource) {
    return conditions.stream().allMatch(condition -> condition.accepts(resource));
  }
}
