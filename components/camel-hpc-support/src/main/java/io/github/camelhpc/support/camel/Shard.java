package io.github.camelhpc.support.camel;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * One of the parts into which the entries of a list are divided, so that several instances share
 * them. An entry belongs to the shard whose index is the CRC-32 of its id in UTF-8 (the one of zlib
 * and gzip, as a number without sign) modulo the count: each id belongs to exactly one shard, in
 * every process and version.
 *
 * @param index which shard, from 0
 * @param count how many there are, at least 1
 */
public record Shard(int index, int count) {

  /**
   * The largest count: each instance lists all entries, and looks at its start for the keys of all
   * shards.
   */
  public static final int MOST = 256;

  /** All entries. */
  public static final Shard ALL = new Shard(0, 1);

  private static final Pattern TEXT = Pattern.compile("(\\d{1,4})/(\\d{1,4})");

  /**
   * Reads the option {@code shard}.
   *
   * @param text index and count, {@code 0/4}; or null for all entries
   * @throws IllegalArgumentException if there is no such shard
   */
  public static Shard of(String text) {
    if (text == null) {
      return ALL;
    }
    Matcher matcher = TEXT.matcher(text.trim());
    if (matcher.matches()) {
      int index = Integer.parseInt(matcher.group(1));
      int count = Integer.parseInt(matcher.group(2));
      if (index < count && count <= MOST) {
        return new Shard(index, count);
      }
    }
    throw new IllegalArgumentException(
        "shard="
            + text
            + " is no shard: write its index and how many there are, from 0/4 to 3/4 for four; at"
            + " most "
            + MOST);
  }

  /** Whether it is the only one. */
  public boolean isAll() {
    return count == 1;
  }

  /** Whether the entry with this id belongs to it. */
  public boolean contains(String id) {
    return isAll() || of(id, count) == index;
  }

  private static int of(String id, int count) {
    CRC32 crc = new CRC32();
    crc.update(id.getBytes(StandardCharsets.UTF_8));
    return (int) (crc.getValue() % count);
  }

  @Override
  public String toString() {
    return index + "/" + count;
  }
}
