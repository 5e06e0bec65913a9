package io.github.camelhpc.simulators;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Signs certificates with their own keys: all that needs Bouncy Castle. */
final class CertificateSigner {

  private static final Duration LIFETIME = Duration.ofDays(30);

  private CertificateSigner() {}

  /** A certificate for localhost, 127.0.0.1, ::1 and the address that the server binds to. */
  static X509Certificate sign(KeyPair keys, String bindAddress) throws GeneralSecurityException {
    try {
      return signed(keys, bindAddress);
    } catch (OperatorCreationException | IOException e) {
      throw new GeneralSecurityException(e);
    }
  }

  private static X509Certificate signed(KeyPair keys, String bindAddress)
      throws GeneralSecurityException, OperatorCreationException, IOException {
    // the computer's clock, not the simulator's: TLS clients check against theirs
    Instant now = Instant.now();
    X500Name name = new X500Name("CN=localhost, OU=HPC simulators");
    JcaX509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            name,
            new BigInteger(120, new SecureRandom()),
            Date.from(now.minus(Duration.ofDays(1))),
            Date.from(now.plus(LIFETIME)),
            name,
            keys.getPublic());
    builder.addExtension(
        Extension.subjectAlternativeName, false, new GeneralNames(names(bindAddress)));
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
    return new JcaX509CertificateConverter()
        .getCertificate(
            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
  }

  private static GeneralName[] names(String bindAddress) {
    Set<String> addresses = new LinkedHashSet<>(List.of("127.0.0.1", "::1"));
    Set<String> hosts = new LinkedHashSet<>(List.of("localhost"));
    if (bindAddress.matches("[0-9.]+") || bindAddress.contains(":")) {
      addresses.add(bindAddress);
    } else {
      hosts.add(bindAddress);
    }
    return Stream.concat(
            hosts.stream().map(host -> new GeneralName(GeneralName.dNSName, host)),
            addresses.stream().map(ip -> new GeneralName(GeneralName.iPAddress, ip)))
        .toArray(GeneralName[]::new);
  }
}
