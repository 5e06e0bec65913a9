package io.github.camelhpc.quarkus.deployment;

import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.spi.annotations.Component;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.IndexView;

/** The classes of the components that an application has, and of what the components share. */
final class ComponentClasses {

  private static final String COMPONENTS = "io.github.camelhpc.";

  /** What the components share; the floors below, such as {@code http}, no route gets to see. */
  private static final Set<String> SHARED =
      Set.of("camel", "json", "operation", "paging", "status");

  private final IndexView index;

  ComponentClasses(IndexView index) {
    this.index = index;
  }

  /**
   * The schemes of the components that are there, in alphabetical order. A module of the same build
   * as the application can be in the index twice.
   */
  List<String> schemes() {
    return components().map(component -> component.value().asString()).distinct().sorted().toList();
  }

  /**
   * The public classes that a message can carry: those of the package of each component that is
   * there, of its {@code model}, and of what the components share.
   */
  List<String> readByRoutes() {
    Stream<String> packages =
        components()
            .map(component -> component.target().asClass().name().packagePrefix())
            .flatMap(name -> Stream.of(name, name + ".model"));
    Stream<String> shared = SHARED.stream().map(name -> COMPONENTS + "support." + name);
    return Stream.concat(packages, shared)
        .flatMap(name -> index.getClassesInPackage(name).stream())
        .filter(found -> Modifier.isPublic(found.flags()))
        .map(found -> found.name().toString())
        .distinct()
        .sorted()
        .toList();
  }

  private Stream<AnnotationInstance> components() {
    return index.getAnnotations(Component.class).stream()
        .filter(annotation -> annotation.target().kind() == AnnotationTarget.Kind.CLASS)
        .filter(annotation -> isOurs(annotation.target().asClass()));
  }

  private boolean isOurs(ClassInfo type) {
    return type.name().toString().startsWith(COMPONENTS);
  }
}
