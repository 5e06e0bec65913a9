package io.github.camelhpc.hpcsoa.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionStartInfoTest {

  @Test
  void theFieldsAreInOrdinalOrder() {
    assertThat(Arrays.stream(SessionStartField.values()).map(SessionStartField::wireName))
        .isSorted()
        .hasSize(30)
        .containsSequence("UseSessionPool", "Username");
  }

  @Test
  void hidesThePasswordAndTheEnvironment() {
    SessionStartInfo info =
        SessionStartInfo.of(
            Map.of("Password", "secret", "Environments", Map.of("KEY", "secret"), "priority", 3));

    assertThat(info.toString())
        .isEqualTo("SessionStartInfo[Environments=[KEY], Password=xxxxxx, Priority=3]");
  }

  @Test
  void convertsValuesAndLeavesOutNulls() {
    SessionStartInfo info =
        SessionStartInfo.empty()
            .with(SessionStartField.RUNTIME, " -1 ")
            .with(SessionStartField.SHARE_SESSION, "TRUE")
            .with(SessionStartField.SERVICE_NAME, 7)
            .with(SessionStartField.JOB_TEMPLATE, null)
            .withDefault(SessionStartField.RUNTIME, 60)
            .withDefault(SessionStartField.MAX_MESSAGE_SIZE, 65536);

    assertThat(info.values())
        .containsExactly(
            Map.entry(SessionStartField.MAX_MESSAGE_SIZE, 65536),
            Map.entry(SessionStartField.RUNTIME, -1),
            Map.entry(SessionStartField.SERVICE_NAME, "7"),
            Map.entry(SessionStartField.SHARE_SESSION, true));
    assertThat(info.get(SessionStartField.RUNTIME)).contains(-1);
    assertThat(info.missing())
        .containsExactly(SessionStartField.USERNAME, SessionStartField.PASSWORD);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Runtime | abc | Runtime of a session has to be a whole number of 32 bits",
        "Runtime | 99999999999 | Runtime of a session has to be a whole number of 32 bits",
        "ShareSession | yes | ShareSession of a session has to be true or false",
        "ServiceVersion | 1 | ServiceVersion of a session has to be a version such as 1.0",
        "ServiceVersion | 1.-1 | ServiceVersion of a session has to be a version such as 1.0",
        "Environments | a=b | Environments of a session has to be a map of texts",
        "Priority | 5 | Priority of a session has to be from 0 to 4",
        "ExtendedPriority | 4001 | ExtendedPriority of a session has to be from 0 to 4000",
        "ResourceUnitType | -1 | ResourceUnitType of a session has to be from 0 to 2",
      })
  void refusesWhatDoesNotFit(String field, String value, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SessionStartInfo.of(Map.of(field, value)))
        .withMessage(message);
  }

  @Test
  void refusesLongNamesAndPasswordsWithoutShowingThem() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SessionStartInfo.of(Map.of("password", "x".repeat(128))))
        .withMessage("Password of a session has at most 127 characters");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SessionStartInfo.of(Map.of("username", "x".repeat(81))))
        .withMessage("Username of a session has at most 80 characters");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SessionStartInfo.of(Map.of("servicename2", "x")))
        .withMessageStartingWith("a session takes no servicename2; it takes AdminJob");
  }
}
