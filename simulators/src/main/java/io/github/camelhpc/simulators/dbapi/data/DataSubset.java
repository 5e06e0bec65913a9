package io.github.camelhpc.simulators.dbapi.data;

import java.time.Instant;
import java.util.Objects;

/**
 * A part of a data set, as {@code retrieveDataSubset} describes it. It does not bound the data.
 *
 * @param id 2 to 32 letters, digits, {@code _} and {@code -}
 * @param type {@code VMware} for example
 * @param start since when there are data
 * @param end until when there are data
 */
public record DataSubset(String id, String type, Instant start, Instant end) {

  public DataSubset {
    DataSet.requireName("A data subset", id);
    Objects.requireNonNull(type, "A data subset needs a type.");
    Objects.requireNonNull(start, "A data subset needs a start.");
    Objects.requireNonNull(end, "A data subset needs an end.");
  }
}
