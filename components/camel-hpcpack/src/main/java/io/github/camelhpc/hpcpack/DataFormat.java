package io.github.camelhpc.hpcpack;

/** Format of requests and answers (facts/hpcpack.md §2). */
public enum DataFormat {
  /** JSON, the service's default. */
  JSON,
  /** XML in the data contracts of the older API. */
  XML
}
