package io.github.camelhpc.dbapi.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestStatusTest {

  @Test
  void trueAndFalseHaveSeveralSpellings() {
    for (Object yes : Arrays.asList("true", "TRUE", " True ", true, 1, "yes")) {
      assertThat(RequestStatus.of(Map.of("hasErrors", yes)).hasErrors()).isTrue();
    }
    for (Object no : Arrays.asList("false", "False", "", false, 0, "no")) {
      RequestStatus status = RequestStatus.of(Map.of("hasErrors", no));
      assertThat(status.hasErrors()).isFalse();
      assertThat(status.additionalProperties()).isEmpty();
    }
  }

  @Test
  void numbersMayBeText() {
    assertThat(RequestStatus.of(Map.of("total", " 12 ", "matched", 2.0, "processed", 3L)))
        .isEqualTo(new RequestStatus(12, 2, 3, false, false, false, Map.of()));
  }

  @Test
  void hasErrorsIsWrittenAsText() {
    RequestStatus status = new RequestStatus(3, 2, 1, true, false, true, Map.of());

    assertThat(status.toMap())
        .isEqualTo(
            Map.of(
                "total",
                3L,
                "matched",
                2L,
                "processed",
                1L,
                "completed",
                true,
                "aborted",
                false,
                "hasErrors",
                "true"));
    assertThat(RequestStatus.of(status.toMap())).isEqualTo(status);
  }

  @Test
  void whatCannotBeReadIsKept() {
    Map<String, Object> members = new HashMap<>();
    members.put("total", "many");
    members.put("completed", "soon");
    members.put("aborted", null);
    members.put("stage", List.of(1));

    RequestStatus status = RequestStatus.of(members);

    assertThat(status)
        .isEqualTo(
            new RequestStatus(
                0,
                0,
                0,
                false,
                false,
                false,
                Map.of("total", "many", "completed", "soon", "stage", List.of(1))));
    assertThat(status.toMap()).containsEntry("total", "many").containsEntry("completed", "soon");
    assertThat(RequestStatus.of(status.toMap())).isEqualTo(status);
  }
}
