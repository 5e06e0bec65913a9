package io.github.camelhpc.examples;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.main.Main;

/**
 * Runs routes of the folder in which it is started, on Camel Main: {@code sweep.yaml}, or the
 * compiled class of {@code SweepRoutes.java}. Settings are read from {@code application.properties}
 * in this folder and in the one above.
 */
public final class RunExample {

  private static final String SETTINGS = "application.properties";

  private RunExample() {}

  /**
   * Ends with 2 if the routes cannot be found, and with 1 if they do not start.
   *
   * @param args the files with the routes
   */
  public static void main(String... args) {
    try {
      of(args).run();
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    } catch (Exception e) {
      System.err.println("The routes do not start: " + e.getMessage());
      System.exit(1);
    }
  }

  /**
   * What runs the routes of these files.
   *
   * @throws IllegalArgumentException if one of them is not there, or has no routes
   */
  static Main of(String... files) {
    if (files.length == 0) {
      throw new IllegalArgumentException(
          "Say which routes: a YAML file, or a Java file of the examples.");
    }
    Main main = new Main(RunExample.class);
    main.setPropertyPlaceholderLocations(settings());
    List<String> yaml = new ArrayList<>();
    for (String file : files) {
      Path path = Path.of(file);
      if (!Files.isRegularFile(path)) {
        throw new IllegalArgumentException("There is no file " + file + ".");
      }
      if (file.endsWith(".java")) {
        main.configure().addRoutesBuilder(compiled(path));
      } else if (file.endsWith(".yaml")) {
        yaml.add("file:" + file);
      } else {
        throw new IllegalArgumentException(
            file + " has no routes: give a file that ends with .yaml or .java.");
      }
    }
    if (!yaml.isEmpty()) {
      main.configure().setRoutesIncludePattern(String.join(",", yaml));
    }
    return main;
  }

  /** The first that has a setting wins. */
  private static String settings() {
    return Stream.of(Path.of(SETTINGS), Path.of("..", SETTINGS))
        .filter(Files::exists)
        .map(file -> "file:" + file)
        .collect(Collectors.joining(","));
  }

  /** The class that is compiled from this file: its package has the name of its folder. */
  private static RoutesBuilder compiled(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    String name = absolute.getFileName().toString().replaceFirst("[.]java$", "");
    String type = absolute.getParent().getFileName() + "." + name;
    try {
      return (RoutesBuilder) Class.forName(type).getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(
          "There is no compiled class "
              + type
              + ": only the Java files of the examples can be run, and after a change they have to"
              + " be built again.",
          e);
    }
  }
}
