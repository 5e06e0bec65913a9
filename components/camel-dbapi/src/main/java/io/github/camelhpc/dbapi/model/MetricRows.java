package io.github.camelhpc.dbapi.model;

import java.io.Closeable;
import java.io.IOException;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * The values of series one by one, made as they are asked for; scalars have no time and give none.
 * Closing it closes the results, if they can be closed.
 */
public final class MetricRows implements Iterator<MetricRow>, Closeable {

  private final Iterator<ResourceResult> results;
  private final boolean withMissing;
  private Iterator<Map.Entry<String, Attribute>> attributes = Collections.emptyIterator();
  private Iterator<SeriesBlock> blocks = Collections.emptyIterator();
  private ResourceResult resource;
  private String attribute;
  private SeriesBlock block;
  private int index;

  /** Without rows for missing samples. */
  public MetricRows(Iterator<ResourceResult> results) {
    this(results, false);
  }

  /**
   * @param withMissing whether there are rows, with NaN, where there is no sample
   */
  public MetricRows(Iterator<ResourceResult> results, boolean withMissing) {
    this.results = results;
    this.withMissing = withMissing;
  }

  /**
   * @throws IllegalArgumentException if values have no times, because the service gave no start or
   *     interval
   */
  @Override
  public boolean hasNext() {
    while (!isAtRow()) {
      if (blocks.hasNext()) {
        block = timed(blocks.next());
        index = 0;
      } else if (attributes.hasNext()) {
        enter(attributes.next());
      } else if (results.hasNext()) {
        resource = results.next();
        attributes = resource.attributes().entrySet().iterator();
      } else {
        return false;
      }
    }
    return true;
  }

  /** Goes on to a value of the block at hand, or to its end. */
  private boolean isAtRow() {
    if (block == null) {
      return false;
    }
    double[] values = block.values();
    while (!withMissing && index < values.length && Double.isNaN(values[index])) {
      index++;
    }
    if (index == values.length) {
      block = null;
    }
    return block != null;
  }

  private void enter(Map.Entry<String, Attribute> entry) {
    if (entry.getValue() instanceof SeriesAttribute series) {
      attribute = entry.getKey();
      blocks = series.blocks().iterator();
    }
  }

  private SeriesBlock timed(SeriesBlock next) {
    if (next.values().length > 0 && !next.isTimed()) {
      throw new IllegalArgumentException(
          "the values of %s of %s have no times, because start or interval is missing: take them"
                  .formatted(attribute, resource.signature())
              + " from the ResourceResult");
    }
    return next;
  }

  @Override
  public MetricRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    MetricRow row =
        new MetricRow(
            resource.signature(),
            resource.name(),
            attribute,
            block.unit(),
            block.time(index),
            block.values()[index]);
    index++;
    return row;
  }

  @Override
  public void close() throws IOException {
    if (results instanceof Closeable closeable) {
      closeable.close();
    }
  }
}
