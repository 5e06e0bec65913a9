package io.github.camelhpc.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.app.ContainerFile.Instruction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The container files, and what the build has left for them. */
class ContainerFilesIT {

  private static final Path FOLDER = Path.of("src/main/docker");

  /** Set if the build makes one. */
  private static final String EXECUTABLE = "application.executable";

  @ParameterizedTest
  @ValueSource(strings = {"Dockerfile.jvm", "Dockerfile.native"})
  void runsAsANumberedUserThatIsNotRoot(String name) throws IOException {
    ContainerFile file = ContainerFile.read(FOLDER.resolve(name));
    assertThat(file.last("USER").arguments()).matches("[1-9]\\d*");
    List<Instruction> instructions = file.instructions();
    assertThat(instructions.lastIndexOf(file.last("USER")))
        .isGreaterThan(instructions.lastIndexOf(file.last("RUN")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Dockerfile.jvm", "Dockerfile.native"})
  void isBuiltFromAPinnedImageAndTheNetworkIsNotAsked(String name) throws IOException {
    ContainerFile file = ContainerFile.read(FOLDER.resolve(name));
    assertThat(file.all("FROM"))
        .singleElement()
        .satisfies(from -> assertThat(from.arguments()).matches("[a-z0-9./-]+:\\d[\\w.-]*"));
    assertThat(file.all("ADD")).isEmpty();
    assertThat(file.all("RUN")).noneMatch(run -> run.arguments().contains("://"));
    assertThat(file.all("HEALTHCHECK")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Dockerfile.jvm", "Dockerfile.native"})
  void startsWithoutAShellAndListensOnItsPort(String name) throws IOException {
    ContainerFile file = ContainerFile.read(FOLDER.resolve(name));
    assertThat(file.last("ENTRYPOINT").exec()).isNotEmpty();
    for (Instruction command : file.all("CMD")) {
      assertThat(command.exec()).isNotEmpty();
    }
    assertThat(file.last("ENV").words()).contains("QUARKUS_HTTP_HOST=0.0.0.0");
    assertThat(file.last("EXPOSE").arguments()).isEqualTo("8080");
    assertThat(Path.of("src/main/resources/application.properties"))
        .content()
        .contains("quarkus.http.port=8080\n");
    assertThat(file.last("LABEL").arguments())
        .contains("org.opencontainers.image.title=", "org.opencontainers.image.licenses=");
    assertThat(file.last("WORKDIR").arguments()).isEqualTo("/data");
  }

  @Test
  @DisabledIfSystemProperty(
      named = EXECUTABLE,
      matches = ".+",
      disabledReason = "this build makes no jar")
  void theBuildHasWhatIsCopiedIntoTheImageOfTheJavaApplication() throws IOException {
    ContainerFile file = ContainerFile.read(FOLDER.resolve("Dockerfile.jvm"));
    List<Path> copied = new ArrayList<>();
    for (Instruction copy : file.all("COPY")) {
      String source = copy.words().get(0);
      assertThat(matches(source)).as(source).isNotEmpty();
      assertThat(isSent(source)).as(source).isTrue();
      copied.addAll(matches(source));
    }
    Path application = Path.of("target/quarkus-app");
    try (Stream<Path> parts = Files.list(application)) {
      assertThat(parts.filter(part -> !part.endsWith("quarkus-app-dependencies.txt")))
          .containsExactlyInAnyOrderElementsOf(copied);
    }
    List<String> command = file.last("ENTRYPOINT").exec();
    assertThat(application.resolve(Path.of(command.get(command.size() - 1)).getFileName()))
        .isIn(copied);
  }

  @Test
  void theExecutableIsCalledAsTheBuildCallsIt() throws IOException {
    ContainerFile file = ContainerFile.read(FOLDER.resolve("Dockerfile.native"));
    String source = file.last("COPY").words().get(0);
    String target = file.last("COPY").words().get(1);
    Path built =
        Optional.ofNullable(System.getProperty(EXECUTABLE))
            .map(Path::of)
            .orElseGet(ContainerFilesIT::executable);
    assertThat(Path.of(source)).isEqualTo(Path.of("target").resolve(built.getFileName()));
    assertThat(isSent(source)).isTrue();
    assertThat(file.last("ENTRYPOINT").exec()).containsExactly(target);
  }

  /** What a native build would make beside the jar that is there. */
  private static Path executable() {
    try {
      Path jar = matches("target/quarkus-app-*.jar").get(0);
      return Path.of(jar.getFileName().toString().replaceAll("\\.jar$", "-runner"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> matches(String source) throws IOException {
    Path path = Path.of(source);
    if (!source.contains("*")) {
      return Files.exists(path) ? List.of(path) : List.of();
    }
    try (DirectoryStream<Path> found =
        Files.newDirectoryStream(path.getParent(), path.getFileName().toString())) {
      List<Path> all = new ArrayList<>();
      found.forEach(all::add);
      return all;
    }
  }

  /** Whether .dockerignore, which keeps back all but what it names, lets it through. */
  private static boolean isSent(String source) throws IOException {
    List<String> lines = Files.readAllLines(Path.of(".dockerignore"));
    assertThat(lines.get(0)).isEqualTo("*");
    String path = source.replaceAll("/$", "");
    return lines.stream()
        .filter(line -> line.startsWith("!"))
        .map(line -> FileSystems.getDefault().getPathMatcher("glob:" + line.substring(1)))
        .anyMatch(exception -> exception.matches(Path.of(path.replace("*", "x"))));
  }
}
