package io.github.camelhpc.quarkus.deployment;

import java.lang.reflect.Modifier;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.cluster.CamelClusterService;
import org.apache.camel.spi.HeaderFilterStrategy;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.apache.camel.spi.RoutePolicy;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.IndexView;

/**
 * The classes that authors of routes name, as in {@code aggregationStrategy: "#class:…"} or as the
 * type of a bean: Camel's own, those of the components and those of the application. Only a route
 * that is read at run time names them, so native-image does not find them by itself.
 */
final class RouteBeanClasses {

  private static final List<Class<?>> ROLES =
      List.of(
          AggregationStrategy.class,
          CamelClusterService.class,
          HeaderFilterStrategy.class,
          IdempotentRepository.class,
          PollingConsumerPollStrategy.class,
          RoutePolicy.class);

  /** TLS settings, for {@code sslContextParameters}. */
  private static final String TLS = "org.apache.camel.support.jsse";

  private RouteBeanClasses() {}

  static List<String> of(IndexView index) {
    Stream<ClassInfo> inRoles =
        ROLES.stream().flatMap(role -> index.getAllKnownImplementations(role).stream());
    return Stream.concat(inRoles, index.getClassesInPackage(TLS).stream())
        .filter(RouteBeanClasses::canBeMade)
        .map(found -> found.name().toString())
        .distinct()
        .sorted()
        .toList();
  }

  private static boolean canBeMade(ClassInfo type) {
    return Modifier.isPublic(type.flags())
        && !Modifier.isAbstract(type.flags())
        && type.hasNoArgsConstructor();
  }
}
