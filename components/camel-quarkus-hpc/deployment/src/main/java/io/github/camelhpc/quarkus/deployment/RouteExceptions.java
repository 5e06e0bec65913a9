package io.github.camelhpc.quarkus.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

/**
 * The exceptions that routes name, in {@code onException}, {@code doCatch} and {@code
 * throwException}: those of the components, Camel's, and the JDK's that a client of a service gets.
 */
final class RouteExceptions {

  private static final List<String> PACKAGES = List.of("io.github.camelhpc.", "org.apache.camel.");

  private static final List<Class<? extends Throwable>> OF_JDK =
      List.of(
          Throwable.class,
          Exception.class,
          RuntimeException.class,
          IllegalArgumentException.class,
          IllegalStateException.class,
          UnsupportedOperationException.class,
          IOException.class,
          UncheckedIOException.class,
          ConnectException.class,
          SocketTimeoutException.class,
          UnknownHostException.class,
          SSLException.class,
          TimeoutException.class);

  private RouteExceptions() {}

  static List<String> of(IndexView index) {
    Stream<String> known =
        index.getKnownClasses().stream()
            .filter(type -> Modifier.isPublic(type.flags()))
            .filter(type -> PACKAGES.stream().anyMatch(type.name().toString()::startsWith))
            .filter(type -> isException(type, index))
            .map(type -> type.name().toString());
    return Stream.concat(known, OF_JDK.stream().map(Class::getName)).distinct().sorted().toList();
  }

  /** The index does not know the JDK's classes: it has only those between Exception and ours. */
  private static boolean isException(ClassInfo type, IndexView index) {
    DotName parent = type.superName();
    while (parent != null && index.getClassByName(parent) != null) {
      parent = index.getClassByName(parent).superName();
    }
    return parent != null && parent.withoutPackagePrefix().endsWith("Exception");
  }
}
