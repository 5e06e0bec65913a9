package io.github.camelhpc.dbapi.model;

import java.util.List;

/**
 * An attribute that has values over time.
 *
 * @param blocks each without gaps of its own; between them time can pass
 */
public record SeriesAttribute(List<SeriesBlock> blocks) implements Attribute {

  public SeriesAttribute {
    blocks = List.copyOf(blocks);
  }
}
