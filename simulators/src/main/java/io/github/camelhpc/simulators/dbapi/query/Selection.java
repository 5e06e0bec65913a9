package io.github.camelhpc.simulators.dbapi.query;

import io.github.camelhpc.simulators.dbapi.data.Resource;
import java.util.List;
import java.util.function.Predicate;

/**
 * The resources that a query looks at.
 *
 * @param candidates all of the type
 * @param accepted whether one of them is in the result
 */
public record Selection(List<Resource> candidates, Predicate<Resource> accepted) {}
