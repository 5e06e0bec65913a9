package io.github.camelhpc.app.graal;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;

/**
 * The embedded simulator opens no HTTPS port, so an executable does without what makes
 * certificates, which is all of Bouncy Castle.
 */
@TargetClass(className = "io.github.camelhpc.simulators.ServerCertificate")
final class ServerCertificateSubstitution {

  @Substitute
  static ServerCertificateSubstitution forAddress(String bindAddress) {
    throw new UnsupportedOperationException(
        "The simulator in an executable opens no HTTPS port; run the simulators by themselves.");
  }
}
