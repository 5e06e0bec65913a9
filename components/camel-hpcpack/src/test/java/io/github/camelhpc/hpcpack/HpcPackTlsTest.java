package io.github.camelhpc.hpcpack;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.test.CapturedLog;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.net.ssl.SSLHandshakeException;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service's certificate is verified, unless the user says otherwise. */
class HpcPackTlsTest extends HpcPackTestSupport {

  @TempDir private Path folder;

  private String uri() {
    return "hpcpack:getVersion?serviceUrl=" + simulator.hpcPackSecureUrl();
  }

  @Test
  void aSelfSignedCertificateIsRefused() {
    assertThat(send(uri(), null, Map.of()).getException())
        .isInstanceOf(SSLHandshakeException.class)
        .hasMessageStartingWith("hpcpack:getVersion: " + simulator.httpsUrl())
        .hasMessageEndingWith(
            "set the option sslContextParameters with a trust store that has the service's"
                + " certificate");
    assertThat(simulator.requests().count()).isZero();
  }

  @Test
  void aCertificateInTheTrustStoreIsTaken() throws Exception {
    context().getRegistry().bind("tls", trusting());

    assertThat(call(uri() + "&sslContextParameters=#tls", null).getMessage().getBody())
        .isEqualTo("6.0.7128.0");
  }

  @Test
  void theContextsTlsSettingsAreTakenIfTheComponentIsToldTo() throws Exception {
    context().setSSLContextParameters(trusting());
    context()
        .getComponent("hpcpack", HpcPackComponent.class)
        .setUseGlobalSslContextParameters(true);

    assertThat(call(uri(), null).getMessage().getBody()).isEqualTo("6.0.7128.0");
  }

  private SSLContextParameters trusting() throws Exception {
    Path file = folder.resolve("trust.p12");
    try (OutputStream out = Files.newOutputStream(file)) {
      simulator.trustStore().store(out, "changeit".toCharArray());
    }
    KeyStoreParameters store = new KeyStoreParameters();
    store.setResource(file.toUri().toString());
    store.setType(simulator.trustStore().getType());
    store.setPassword("changeit");
    TrustManagersParameters managers = new TrustManagersParameters();
    managers.setKeyStore(store);
    SSLContextParameters parameters = new SSLContextParameters();
    parameters.setTrustManagers(managers);
    return parameters;
  }

  @Test
  void trustAllCertificatesTakesAnyAndWarnsOnce() {
    try (CapturedLog log = new CapturedLog()) {
      String trusting = uri() + "&trustAllCertificates=true";
      call(trusting, null);
      call(trusting, null);

      assertThat(log.text()).containsOnlyOnce("trustAllCertificates is on: https://127.0.0.1:");
    }
  }
}
