package io.github.camelhpc.hpcsoa.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class MarkScanTest {

  // those that end something, and those that differ from them by little
  private static final byte[] BYTES = {
    0, 1, -1, (byte) 0x80, (byte) 0xBE, (byte) 0xBF, (byte) 0xC0
  };

  @Test
  void findsTheFirstMarkInAnyPlace() {
    for (int size = 0; size < 40; size++) {
      for (int mark = 0; mark < size; mark++) {
        for (byte value : new byte[] {0, (byte) 0xBF}) {
          byte[] bytes = "x".repeat(size).getBytes();
          bytes[mark] = value;

          assertThat(MarkScan.next(bytes, 0, size)).isEqualTo(mark);
          assertThat(MarkScan.next(bytes, mark, size)).isEqualTo(mark);
          assertThat(MarkScan.next(bytes, mark + 1, size)).isEqualTo(size);
          assertThat(MarkScan.next(bytes, 0, mark)).isEqualTo(mark);
        }
      }
    }
  }

  @Test
  void findsWhatOneFindsByteByByte() {
    Random random = new Random(20260131);
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = new byte[32];
      for (int j = 0; j < bytes.length; j++) {
        bytes[j] = random.nextInt(4) == 0 ? BYTES[random.nextInt(BYTES.length)] : (byte) 'x';
      }
      int from = random.nextInt(bytes.length);

      assertThat(MarkScan.next(bytes, from, bytes.length)).isEqualTo(byteByByte(bytes, from));
    }
  }

  private static int byteByByte(byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length && bytes[at] != 0 && bytes[at] != (byte) 0xBF) {
      at++;
    }
    return at;
  }
}
