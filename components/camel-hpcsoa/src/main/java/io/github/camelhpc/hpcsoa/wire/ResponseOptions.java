package io.github.camelhpc.hpcsoa.wire;

/**
 * How responses are read.
 *
 * @param count the number of responses that the service was asked for, -1 for all; after that many
 *     the end message may be missing (facts/hpcsoa.md §3.3)
 * @param maxItemSize the largest response, in bytes of the stream; a larger one is an error, so
 *     that it cannot exhaust the memory. A SOAP response may exceed it by a few kilobytes
 * @param withBody whether SOAP responses carry the XML of their body's element
 */
public record ResponseOptions(long count, int maxItemSize, boolean withBody) {

  /** 64 MiB. */
  public static final int DEFAULT_MAX_ITEM_SIZE = 64 << 20;

  /** All responses, up to {@link #DEFAULT_MAX_ITEM_SIZE} each, without the XML of the body. */
  public static final ResponseOptions DEFAULT =
      new ResponseOptions(-1, DEFAULT_MAX_ITEM_SIZE, false);

  /** 1 GiB, which is below the longest array. */
  public static final int LARGEST_ITEM_SIZE = 1 << 30;

  /** Checks the numbers. */
  public ResponseOptions {
    if (maxItemSize < 1 || maxItemSize > LARGEST_ITEM_SIZE) {
      throw new IllegalArgumentException(
          "the largest response has to be from 1 to %d bytes, not %d"
              .formatted(LARGEST_ITEM_SIZE, maxItemSize));
    }
  }

  /** The same for a count. */
  public ResponseOptions withCount(long count) {
    return new ResponseOptions(count, maxItemSize, withBody);
  }

  /** The same for a largest response, in bytes. */
  public ResponseOptions withMaxItemSize(int maxItemSize) {
    return new ResponseOptions(count, maxItemSize, withBody);
  }

  /** The same, with or without the XML of the body. */
  public ResponseOptions withBody(boolean withBody) {
    return new ResponseOptions(count, maxItemSize, withBody);
  }
}
