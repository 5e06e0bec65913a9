package io.github.camelhpc.examples;

import java.nio.file.Files;
import java.nio.file.Path;
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
   * @param args the files with the routes
   */
  public static void main(String... args) throws Exception {
    if (args.length == 0) {
      System.err.println("Say which routes: a YAML file, or a Java file of the examples.");
      System.exit(2);
    }
    Main main = new Main(RunExample.class);
    main.setPropertyPlaceholderLocations(settings());
    for (String file : args) {
      if (!Files.exists(Path.of(file))) {
        System.err.println("There is no file " + file + " in this folder.");
        System.exit(2);
      }
      if (file.endsWith(".java")) {
        main.configure().addRoutesBuilder(routes(Path.of(file)));
      }
    }
    String yaml =
        Stream.of(args)
            .filter(file -> !file.endsWith(".java"))
            .map(file -> "file:" + file)
            .collect(Collectors.joining(","));
    if (!yaml.isEmpty()) {
      main.configure().setRoutesIncludePattern(yaml);
    }
    main.run();
  }

  /** The first that has a setting wins. */
  private static String settings() {
    return Stream.of(Path.of(SETTINGS), Path.of("..", SETTINGS))
        .filter(Files::exists)
        .map(file -> "file:" + file)
        .collect(Collectors.joining(","));
  }

  /** The class that is compiled from this file: its package has the name of its folder. */
  private static RoutesBuilder routes(Path file) throws ReflectiveOperationException {
    Path absolute = file.toAbsolutePath().normalize();
    String name = absolute.getFileName().toString().replaceFirst("[.]java$", "");
    Class<?> type = Class.forName(absolute.getParent().getFileName() + "." + name);
    return (RoutesBuilder) type.getDeclaredConstructor().newInstance();
  }
}
