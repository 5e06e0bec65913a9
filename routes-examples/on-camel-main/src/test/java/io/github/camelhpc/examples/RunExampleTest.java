package io.github.camelhpc.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sweep.SweepRoutes;

class RunExampleTest {

  private final SweepExample sweep = new SweepExample();

  @TempDir Path folder;

  @Test
  void takesYaml() {
    String file = sweep.yaml().toString();

    assertThat(RunExample.of(file).configure().getRoutesIncludePattern()).isEqualTo("file:" + file);
  }

  @Test
  void takesTheClassOfAJavaFile() {
    String file = sweep.folder().resolve("SweepRoutes.java").toString();

    assertThat(RunExample.of(file).configure().getRoutesBuilders())
        .singleElement()
        .isInstanceOf(SweepRoutes.class);
  }

  @Test
  void wantsAFile() {
    assertThatIllegalArgumentException()
        .isThrownBy(RunExample::of)
        .withMessage("Say which routes: a YAML file, or a Java file of the examples.");
  }

  @Test
  void refusesAFileThatIsNotThere() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RunExample.of("swep.yaml"))
        .withMessage("There is no file swep.yaml.");
  }

  @Test
  void refusesAFileWithoutRoutes() {
    String file = sweep.folder().resolve("README.md").toString();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> RunExample.of(file))
        .withMessage(file + " has no routes: give a file that ends with .yaml or .java.");
  }

  @Test
  void refusesAJavaFileThatIsNotCompiled() throws IOException {
    Path file = Files.createFile(Files.createDirectory(folder.resolve("mine")).resolve("My.java"));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> RunExample.of(file.toString()))
        .withMessageStartingWith("There is no compiled class mine.My: only the Java files of");
  }
}
