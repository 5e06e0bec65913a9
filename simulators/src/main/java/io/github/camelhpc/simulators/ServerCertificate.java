package io.github.camelhpc.simulators;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;

/** A self-signed certificate for this computer, made anew whenever a server starts. */
final class ServerCertificate {

  private static final String ALIAS = "hpc-simulators";

  private final KeyPair keys;
  private final X509Certificate certificate;

  private ServerCertificate(KeyPair keys, X509Certificate certificate) {
    this.keys = keys;
    this.certificate = certificate;
  }

  /** A certificate for localhost, 127.0.0.1, ::1 and the address that the server binds to. */
  static ServerCertificate forAddress(String bindAddress) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair keys = generator.generateKeyPair();
      return new ServerCertificate(keys, CertificateSigner.sign(keys, bindAddress));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The server's certificate could not be made.", e);
    }
  }

  /** A store with the certificate alone, for clients. */
  KeyStore trustStore() {
    try {
      KeyStore store = emptyStore();
      store.setCertificateEntry(ALIAS, certificate);
      return store;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("The trust store could not be made.", e);
    }
  }

  /** A PKCS#12 store with certificate and key, for the server. */
  byte[] keyStore(String password) {
    try {
      KeyStore store = emptyStore();
      store.setKeyEntry(
          ALIAS, keys.getPrivate(), password.toCharArray(), new Certificate[] {certificate});
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      store.store(bytes, password.toCharArray());
      return bytes.toByteArray();
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("The server's key store could not be made.", e);
    }
  }

  private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }
}
