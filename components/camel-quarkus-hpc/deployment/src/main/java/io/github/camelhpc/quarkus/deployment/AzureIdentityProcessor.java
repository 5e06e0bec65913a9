package io.github.camelhpc.quarkus.deployment;

import io.github.camelhpc.quarkus.graal.AzBatchWithoutAzureIdentity;
import io.quarkus.deployment.GeneratedClassGizmoAdaptor;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.GeneratedClassBuildItem;
import io.quarkus.deployment.pkg.NativeConfig;
import io.quarkus.gizmo.ClassCreator;

/** Builds an executable with camel-azbatch and without the library azure-identity. */
class AzureIdentityProcessor {

  /** The configurers of camel-azbatch have it as the type of the option tokenCredential. */
  private static final String TOKEN_CREDENTIAL = "com.azure.core.credential.TokenCredential";

  /** An empty interface is enough, since nothing can implement it. */
  @BuildStep(onlyIf = AzBatchWithoutAzureIdentity.class)
  void tokenCredential(NativeConfig nativeImage, BuildProducer<GeneratedClassBuildItem> classes) {
    if (nativeImage.enabled()) {
      ClassCreator.interfaceBuilder()
          .className(TOKEN_CREDENTIAL)
          .classOutput(new GeneratedClassGizmoAdaptor(classes, false))
          .build()
          .close();
    }
  }
}
