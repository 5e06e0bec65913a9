package io.github.camelhpc.quarkus.deployment;

import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;
import io.quarkus.deployment.builditem.nativeimage.NativeImageProxyDefinitionBuildItem;
import io.quarkus.deployment.builditem.nativeimage.NativeImageResourceBundleBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveClassBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ServiceProviderBuildItem;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

/**
 * JAXB for the classes of camel-hpcpack, if it is there.
 *
 * <p>The extension quarkus-jaxb would do, and registers every class with a JAXB annotation that the
 * application has: that is Camel's whole model of routes, which nobody reads with JAXB here.
 */
class JobXmlProcessor {

  private static final List<String> PACKAGES =
      List.of("io.github.camelhpc.hpcpack.model", "io.github.camelhpc.hpcpack.wire");

  private static final String JAXB_ANNOTATIONS = "jakarta.xml.bind.annotation";

  /** JAXB wraps the annotations that it reads in proxies that know where they stand. */
  private static final String LOCATABLE = "org.glassfish.jaxb.core.v2.model.annotation.Locatable";

  /** The texts of its errors. */
  private static final List<String> BUNDLES =
      List.of(
          "jakarta.xml.bind.Messages",
          "jakarta.xml.bind.helpers.Messages",
          "org.glassfish.jaxb.core.v2.Messages",
          "org.glassfish.jaxb.runtime.v2.model.impl.Messages",
          "org.glassfish.jaxb.runtime.v2.runtime.Messages",
          "org.glassfish.jaxb.runtime.v2.runtime.unmarshaller.Messages");

  @BuildStep
  void jaxb(
      CombinedIndexBuildItem combinedIndex,
      BuildProducer<ReflectiveClassBuildItem> reflective,
      BuildProducer<NativeImageProxyDefinitionBuildItem> proxies,
      BuildProducer<NativeImageResourceBundleBuildItem> bundles,
      BuildProducer<ServiceProviderBuildItem> services) {
    List<ClassInfo> bound = boundClasses(combinedIndex.getIndex());
    if (bound.isEmpty()) {
      return;
    }
    reflective.produce(reflective(bound.stream().map(ClassInfo::name)));
    List<DotName> annotations =
        bound.stream().flatMap(JobXmlProcessor::annotations).distinct().toList();
    reflective.produce(reflective(annotations.stream()));
    annotations.forEach(
        annotation ->
            proxies.produce(
                new NativeImageProxyDefinitionBuildItem(annotation.toString(), LOCATABLE)));
    BUNDLES.forEach(bundle -> bundles.produce(new NativeImageResourceBundleBuildItem(bundle)));
    services.produce(
        ServiceProviderBuildItem.allProvidersFromClassPath("jakarta.xml.bind.JAXBContextFactory"));
  }

  private static List<ClassInfo> boundClasses(IndexView index) {
    return PACKAGES.stream()
        .flatMap(name -> index.getClassesInPackage(name).stream())
        .filter(type -> annotations(type).findAny().isPresent() || isAdapter(type))
        .toList();
  }

  private static Stream<DotName> annotations(ClassInfo type) {
    return type.annotationsMap().keySet().stream()
        .filter(annotation -> annotation.toString().startsWith(JAXB_ANNOTATIONS));
  }

  private static boolean isAdapter(ClassInfo type) {
    return type.superName() != null
        && type.superName().toString().equals(JAXB_ANNOTATIONS + ".adapters.XmlAdapter");
  }

  private static ReflectiveClassBuildItem reflective(Stream<DotName> classes) {
    return ReflectiveClassBuildItem.builder(classes.map(DotName::toString).toArray(String[]::new))
        .methods()
        .fields()
        .reason(JobXmlProcessor.class.getName())
        .build();
  }
}
