package io.github.camelhpc.support.paging;

/** What a producer makes of a list that comes in pages. */
public enum OutputType {
  /** The body is a List of all entries. */
  LIST("List"),
  /** The body is an Iterator that reads the pages as it goes; for a split in streaming mode. */
  STREAM_LIST("StreamList"),
  /** The body is a List of one page; a header has what asks for the next. */
  PAGE("Page");

  private final String text;

  OutputType(String text) {
    this.text = text;
  }

  /** The name as it stands in a URI. */
  @Override
  public String toString() {
    return text;
  }

  /**
   * @throws IllegalArgumentException if there is no such type
   */
  public static OutputType of(String text) {
    for (OutputType type : values()) {
      if (type.text.equalsIgnoreCase(text) || type.name().equalsIgnoreCase(text)) {
        return type;
      }
    }
    throw new IllegalArgumentException(
        "outputType must be List, StreamList or Page, not '" + text + "'");
  }
}
