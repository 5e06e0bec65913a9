package io.github.camelhpc.simulators.azbatch.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every operation is found by its verb and path, and no other one. */
class OperationIndexTest {

  @ParameterizedTest
  @EnumSource(ServedOperation.class)
  void operationIsFoundByItsPath(ServedOperation operation) {
    String path = "/" + String.join("/", operation.form().template()).replaceAll("[{}]", "");

    OperationIndex.Match match = OperationIndex.find(operation.form().verb(), path);

    assertThat(match.operation()).isEqualTo(operation);
    assertThat(match.path()).allSatisfy((name, value) -> assertThat(value).isEqualTo(name));
  }

  @Test
  void parametersAreDecodedOneByOne() {
    OperationIndex.Match match =
        OperationIndex.find("GET", "//JOBS/My%20Job/tasks/a+b/FILES/wd%2Fx/y%25.txt/");

    assertThat(match.operation()).isEqualTo(ServedOperation.GET_TASK_FILE);
    assertThat(match.path())
        .isEqualTo(Map.of("jobId", "My Job", "taskId", "a+b", "filePath", "wd/x/y%.txt"));
  }

  @Test
  void conditionsOfAChangeAreThoseOfWhatIsChanged() {
    List<ServedOperation> conditionalChanges =
        Arrays.stream(ServedOperation.values())
            .filter(operation -> operation.form().conditions() == OperationForm.Conditions.ALL)
            .filter(operation -> !operation.form().isRead())
            .toList();
    List<ServedOperation> readers = new ArrayList<>();
    for (ServedOperation change : conditionalChanges) {
      ServedOperation reader = OperationIndex.readerOf(change);
      assertThat(change.form().template()).containsAll(reader.form().template());
      readers.add(reader);
    }

    assertThat(conditionalChanges).hasSize(22);
    assertThat(readers)
        .containsOnly(
            ServedOperation.GET_JOB,
            ServedOperation.GET_TASK,
            ServedOperation.GET_POOL,
            ServedOperation.GET_JOB_SCHEDULE);
    assertThat(OperationIndex.readerOf(ServedOperation.TERMINATE_TASK))
        .isEqualTo(ServedOperation.GET_TASK);
  }
}
