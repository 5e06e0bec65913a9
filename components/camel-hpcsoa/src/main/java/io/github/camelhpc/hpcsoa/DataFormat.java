package io.github.camelhpc.hpcsoa;

/** Format of sessions, status and faults (facts/hpcsoa.md §2). */
public enum DataFormat {
  /** JSON. */
  JSON("application/json", "application/json; charset=utf-8"),
  /** XML, the service's default. */
  XML("application/xml", "application/xml; charset=utf-8");

  private final String accept;
  private final String contentType;

  DataFormat(String accept, String contentType) {
    this.accept = accept;
    this.contentType = contentType;
  }

  String accept() {
    return accept;
  }

  String contentType() {
    return contentType;
  }
}
