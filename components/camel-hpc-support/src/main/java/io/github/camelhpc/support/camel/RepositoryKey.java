package io.github.camelhpc.support.camel;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a repository gets as key: the event id itself if it is short and plain. Else {@code ~}, 128
 * bits of its SHA-256 as 32 hexadecimal digits, and as much of its end as fits, for people who read
 * the table: 100 characters at most, which is what the table of Camel's JDBC repository takes
 * (VARCHAR(100), its createString). Plain are the printable characters of ASCII, because databases
 * refuse NUL, and count others in different ways.
 */
final class RepositoryKey {

  private static final int LONGEST = 100;
  private static final char MARK = '~';
  private static final int HASH_BYTES = 16;
  private static final int END = LONGEST - 1 - 2 * HASH_BYTES;

  private RepositoryKey() {}

  static String of(String eventId) {
    return isKept(eventId) ? eventId : shortened(eventId);
  }

  /** None that is kept begins with the mark, so that it cannot be the same as a shortened one. */
  private static boolean isKept(String eventId) {
    return !eventId.isEmpty()
        && eventId.length() <= LONGEST
        && eventId.charAt(0) != MARK
        && eventId.chars().allMatch(RepositoryKey::isPlain);
  }

  private static boolean isPlain(int character) {
    return character >= ' ' && character <= '~';
  }

  private static String shortened(String eventId) {
    StringBuilder key = new StringBuilder(LONGEST).append(MARK).append(hash(eventId));
    for (int i = Math.max(0, eventId.length() - END); i < eventId.length(); i++) {
      char character = eventId.charAt(i);
      key.append(isPlain(character) ? character : '?');
    }
    return key.toString();
  }

  private static String hash(String eventId) {
    try {
      // the characters as they are: an encoding would make the same of all halves of surrogates
      ByteBuffer characters = ByteBuffer.allocate(eventId.length() * Character.BYTES);
      characters.asCharBuffer().put(eventId);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(characters.array());
      return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
