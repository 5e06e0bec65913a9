package io.github.camelhpc.dbapi.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignatureTest {

  @ParameterizedTest
  @CsvSource({
    "vm#web01, vm, web01, ",
    "vm#cumulus1-lab-vm2, vm, cumulus1-lab-vm2, ",
    "raidLdev#410001-00:01:2B, raidLdev, 410001-00:01:2B, 410001",
    "raidStorage#410001, raidStorage, 410001, 410001",
    "raidConsumer#410001-a, raidConsumer, 410001-a, ",
    "sp#1-a, sp, 1-a, ",
    "h#a#b, h, a#b, ",
    "web01, , web01, ",
  })
  void ofText(String text, String type, String instance, String serial) {
    Signature signature = Signature.of(text);

    assertThat(signature.resourceType()).isEqualTo(type);
    assertThat(signature.instance()).isEqualTo(instance);
    assertThat(signature.storageSerial()).isEqualTo(serial);
    assertThat(signature).hasToString(text);
  }

  @Test
  void caretsStandForColons() {
    assertThat(Signature.of("raidLdev#410001-00^01^2B").withColons())
        .isEqualTo("raidLdev#410001-00:01:2B");
    assertThat(Signature.of("raidLdev#410001-00:01:2B").withCarets())
        .isEqualTo("raidLdev#410001-00^01^2B");
  }
}
