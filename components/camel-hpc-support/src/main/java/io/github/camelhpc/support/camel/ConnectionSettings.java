package io.github.camelhpc.support.camel;

import java.util.Arrays;
import java.util.List;

/** The values that decide whether two endpoints can share a connection. Shows none of them. */
public final class ConnectionSettings {

  private final List<Object> values;

  public ConnectionSettings(Object... values) {
    this.values = Arrays.asList(values);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ConnectionSettings settings && settings.values.equals(values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return "ConnectionSettings";
  }
}
