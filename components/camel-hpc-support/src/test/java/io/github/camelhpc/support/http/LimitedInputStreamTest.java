package io.github.camelhpc.support.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class LimitedInputStreamTest {

  @Test
  void givesAsMuchAsAllowed() throws IOException {
    assertThat(limited(10, 10).readAllBytes()).hasSize(10);
    assertThat(limited(0, 10).read()).isEqualTo(-1);
  }

  @Test
  void failsBeyondHoweverItIsRead() throws IOException {
    assertThatThrownBy(() -> limited(11, 10).readAllBytes())
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("x:getJob: the answer is larger than 10 bytes")
        .hasMessageContaining("maxResponseSize");
    assertThatThrownBy(() -> limited(11, 10).skip(11)).isInstanceOf(IOException.class);
    LimitedInputStream oneByOne = limited(2, 1);
    assertThat(oneByOne.read()).isZero();
    assertThatThrownBy(oneByOne::read).isInstanceOf(IOException.class);
  }

  @Test
  void countsEachItemAnewWhereItIsToldOfItems() throws IOException {
    LimitedInputStream items = limited(30, 10);

    assertThat(items.readNBytes(10)).hasSize(10);
    items.nextItem();
    assertThat(items.readNBytes(10)).hasSize(10);
    assertThatThrownBy(items::read)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("larger than 10 bytes");
  }

  @Test
  void cannotBeReadTwice() {
    assertThat(limited(1, 1).markSupported()).isFalse();
  }

  private static LimitedInputStream limited(int size, long limit) {
    return new LimitedInputStream(
        new ByteArrayInputStream(new byte[size]), "x:getJob: the answer", limit);
  }
}
