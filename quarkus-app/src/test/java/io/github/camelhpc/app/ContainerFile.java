package io.github.camelhpc.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The instructions of a Dockerfile. */
record ContainerFile(List<Instruction> instructions) {

  /** One of them, on one line. */
  record Instruction(String name, String arguments) {

    /** The words without the flags. */
    List<String> words() {
      return Pattern.compile("\\s+")
          .splitAsStream(arguments)
          .filter(word -> !word.startsWith("--"))
          .toList();
    }

    /** The arguments in exec form; fails if they are not. */
    List<String> exec() throws IOException {
      return List.of(new ObjectMapper().readValue(arguments, String[].class));
    }
  }

  static ContainerFile read(Path file) throws IOException {
    String text =
        Files.readString(file).replaceAll("(?m)^\\s*#.*\\R", "").replaceAll("\\\\\\R\\s*", "");
    return new ContainerFile(
        text.lines().filter(line -> !line.isBlank()).map(ContainerFile::instruction).toList());
  }

  private static Instruction instruction(String line) {
    String[] parts = line.split("\\s+", 2);
    return new Instruction(parts[0].toUpperCase(Locale.ROOT), parts[1].strip());
  }

  /** All of a name, in their order. */
  List<Instruction> all(String name) {
    return instructions.stream().filter(instruction -> instruction.name().equals(name)).toList();
  }

  /** The last one of a name, which is the one that holds. */
  Instruction last(String name) {
    List<Instruction> all = all(name);
    return all.get(all.size() - 1);
  }
}
