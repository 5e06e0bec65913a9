package io.github.camelhpc.quarkus.graal;

import com.oracle.svm.core.annotate.Alias;
import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import io.github.camelhpc.azbatch.auth.RegisteredApplication;
import io.github.camelhpc.support.camel.ServiceConfiguration;
import io.github.camelhpc.support.token.TokenSource;
import java.util.concurrent.Callable;
import org.apache.camel.CamelContext;

/**
 * In an executable without azure-identity, tokens of Microsoft Entra ID end in the same sentence as
 * on the JVM, where its classes cannot be loaded: native-image wants every class that it can reach.
 */
@TargetClass(
    className = "io.github.camelhpc.azbatch.auth.TokenSources",
    onlyWith = AzBatchWithoutAzureIdentity.class)
final class TokenSourcesSubstitution {

  @Substitute
  public static TokenSource clientSecret(
      RegisteredApplication application,
      String scope,
      CamelContext context,
      ServiceConfiguration configuration)
      throws Exception {
    return linked("CLIENT_SECRET", AzBatchWithoutAzureIdentity::tokenSource);
  }

  @Substitute
  public static TokenSource credential(Object credential, String scope, CamelContext context)
      throws Exception {
    return linked("AZURE_IDENTITY", AzBatchWithoutAzureIdentity::tokenSource);
  }

  @Alias
  private static native TokenSource linked(String credentialType, Callable<TokenSource> source)
      throws Exception;
}
