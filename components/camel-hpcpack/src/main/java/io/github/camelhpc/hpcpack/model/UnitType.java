package io.github.camelhpc.hpcpack.model;

/** What a job's minimum and maximum count (facts/hpcpack.md §3.1). */
public enum UnitType {
  /** Cores; the default. */
  CORE("Core"),
  /** Processor sockets. */
  SOCKET("Socket"),
  /** Whole nodes. */
  NODE("Node"),
  /** Graphics processors; newer servers only. */
  GPU("Gpu");

  private final String wireName;

  UnitType(String wireName) {
    this.wireName = wireName;
  }

  /**
   * Reads the service's name in any case, or its number: {@code 0} Core, {@code 1} Socket, {@code
   * 2} Node.
   *
   * @return the unit, or {@code null} for {@code null} or an empty text
   * @throws IllegalArgumentException for anything else
   */
  public static UnitType of(String text) {
    if (PropertyText.isUnset(text)) {
      return null;
    }
    for (UnitType type : values()) {
      // no source gives Gpu's number
      boolean numbered = type != GPU && text.equals(String.valueOf(type.ordinal()));
      if (numbered || type.wireName.equalsIgnoreCase(text)) {
        return type;
      }
    }
    throw new IllegalArgumentException(
        "UnitType is '" + text + "'; it must be Core, Socket, Node or Gpu");
  }

  /** The service's name, such as {@code Core}. */
  @Override
  public String toString() {
    return wireName;
  }
}
