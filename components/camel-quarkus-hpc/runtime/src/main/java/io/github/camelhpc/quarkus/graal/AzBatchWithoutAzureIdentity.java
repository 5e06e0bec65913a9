package io.github.camelhpc.quarkus.graal;

import io.github.camelhpc.support.token.TokenSource;
import java.util.function.BooleanSupplier;

/** Whether the application has camel-azbatch, but not the library azure-identity. */
public final class AzBatchWithoutAzureIdentity implements BooleanSupplier {

  private static final String LIBRARY_CLASS = "com.azure.identity.ClientSecretCredentialBuilder";

  private static final String COMPONENT_CLASS = "io.github.camelhpc.azbatch.auth.AzureIdentity";

  @Override
  public boolean getAsBoolean() {
    return isPresent(COMPONENT_CLASS) && !isPresent(LIBRARY_CLASS);
  }

  /** What the JVM does when a class of the library is wanted. */
  static TokenSource tokenSource() {
    throw new NoClassDefFoundError(LIBRARY_CLASS.replace('.', '/'));
  }

  private static boolean isPresent(String className) {
    String file = className.replace('.', '/') + ".class";
    return Thread.currentThread().getContextClassLoader().getResource(file) != null;
  }
}
