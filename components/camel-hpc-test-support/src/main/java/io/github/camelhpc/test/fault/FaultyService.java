package io.github.camelhpc.test.fault;

import java.util.EnumSet;
import java.util.Set;

/** The components, and which of their {@linkplain Call calls} are safe to send again. */
public enum FaultyService {
  HPCPACK(EnumSet.of(Call.READ, Call.LIST, Call.POLL)),
  /** Its lists and polls take responses out of a batch, by POST. */
  HPCSOA(EnumSet.of(Call.READ)),
  AZBATCH(EnumSet.of(Call.READ, Call.LIST, Call.POLL)),
  DBAPI(EnumSet.of(Call.READ, Call.LIST, Call.POLL));

  private final Set<Call> repeatable;

  FaultyService(Set<Call> repeatable) {
    this.repeatable = repeatable;
  }

  boolean canRepeat(Call call) {
    return repeatable.contains(call);
  }

  /** The scheme of the component. */
  public String scheme() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
