package io.github.camelhpc.dbapi.model;

import java.util.AbstractList;
import java.util.RandomAccess;

/** Values as the service writes them: null for no sample, and as text what is no JSON number. */
final class SampleList extends AbstractList<Object> implements RandomAccess {

  private final double[] values;

  SampleList(double[] values) {
    this.values = values;
  }

  @Override
  public Object get(int index) {
    double value = values[index];
    if (Double.isNaN(value)) {
      return null;
    }
    return Double.isInfinite(value) ? Double.toString(value) : (Object) value;
  }

  @Override
  public int size() {
    return values.length;
  }
}
