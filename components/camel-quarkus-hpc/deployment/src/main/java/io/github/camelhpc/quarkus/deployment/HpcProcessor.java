package io.github.camelhpc.quarkus.deployment;

import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;
import io.quarkus.deployment.builditem.ExtensionSslNativeSupportBuildItem;
import io.quarkus.deployment.builditem.FeatureBuildItem;
import io.quarkus.deployment.builditem.IndexDependencyBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveClassBuildItem;
import java.util.List;
import org.jboss.logging.Logger;

/** What the Quarkus build does for those of the components that the application has. */
class HpcProcessor {

  private static final Logger LOG = Logger.getLogger(HpcProcessor.class);

  private static final String FEATURE = "camel-hpc";

  /**
   * The lists, maps and times that messages carry, for {@code ${body.size}} and {@code
   * ${header.CamelHpcPackStartTime.minusSeconds(60)}}.
   */
  private static final List<String> VALUES_OF_THE_JDK =
      List.of(
          "java.time.Duration",
          "java.time.Instant",
          "java.util.ArrayList",
          "java.util.Collection",
          "java.util.HashMap",
          "java.util.ImmutableCollections$AbstractImmutableCollection",
          "java.util.ImmutableCollections$AbstractImmutableList",
          "java.util.ImmutableCollections$List12",
          "java.util.ImmutableCollections$ListN",
          "java.util.LinkedHashMap",
          "java.util.List",
          "java.util.Map",
          "java.util.Set");

  @BuildStep
  FeatureBuildItem feature() {
    return new FeatureBuildItem(FEATURE);
  }

  /** One line in "Installed features" for each component, as each has in Camel Quarkus. */
  @BuildStep
  void componentFeatures(CombinedIndexBuildItem index, BuildProducer<FeatureBuildItem> features) {
    List<String> schemes = new ComponentClasses(index.getIndex()).schemes();
    if (schemes.isEmpty()) {
      LOG.warn(
          "camel-quarkus-hpc is there, but none of its components: add camel-hpcpack, camel-hpcsoa,"
              + " camel-azbatch or camel-dbapi, or leave it out");
    }
    schemes.forEach(scheme -> features.produce(new FeatureBuildItem("camel-" + scheme)));
  }

  @BuildStep
  ExtensionSslNativeSupportBuildItem ssl() {
    return new ExtensionSslNativeSupportBuildItem(FEATURE);
  }

  /** The components bring an index of their own, what they share does not. */
  @BuildStep
  IndexDependencyBuildItem sharedClasses() {
    return new IndexDependencyBuildItem("io.github.camelhpc", "camel-hpc-support");
  }

  /** What a route reads with Simple and the bean language, and what Jackson writes as JSON. */
  @BuildStep
  ReflectiveClassBuildItem classesThatRoutesRead(CombinedIndexBuildItem index) {
    return reflective(new ComponentClasses(index.getIndex()).readByRoutes());
  }

  @BuildStep
  ReflectiveClassBuildItem valuesThatRoutesRead() {
    return ReflectiveClassBuildItem.builder(VALUES_OF_THE_JDK.toArray(String[]::new))
        .methods()
        .build();
  }

  /** What a route in YAML makes by {@code #class:} or as a bean. */
  @BuildStep
  ReflectiveClassBuildItem classesThatRoutesName(CombinedIndexBuildItem index) {
    return reflective(RouteBeanClasses.of(index.getIndex()));
  }

  /** The language of the URIs of pollEnrich and poll: Camel makes it by the name of its class. */
  @BuildStep
  ReflectiveClassBuildItem languageOfUris() {
    return ReflectiveClassBuildItem.builder("org.apache.camel.language.simple.SimpleNoFileLanguage")
        .build();
  }

  @BuildStep
  ReflectiveClassBuildItem exceptionsThatRoutesName(CombinedIndexBuildItem index) {
    return reflective(RouteExceptions.of(index.getIndex()));
  }

  private static ReflectiveClassBuildItem reflective(List<String> classes) {
    return ReflectiveClassBuildItem.builder(classes.toArray(String[]::new))
        .methods()
        .fields()
        .reason(HpcProcessor.class.getName())
        .build();
  }
}
