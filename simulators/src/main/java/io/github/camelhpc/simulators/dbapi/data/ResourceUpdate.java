package io.github.camelhpc.simulators.dbapi.data;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a client sends about one resource.
 *
 * @param signature the resource; it is created if it is not there
 * @param name its name, or null to leave it
 * @param scalars new values
 * @param series new samples
 * @param allRelations all of its relations, if they are to be replaced
 * @param addedRelations relations that come to those it has
 */
public record ResourceUpdate(
    String signature,
    String name,
    Map<String, String> scalars,
    Map<String, List<SampleBlock>> series,
    Optional<Set<String>> allRelations,
    Set<String> addedRelations) {}
