package io.github.camelhpc.simulators.azbatch.access;

import io.github.camelhpc.simulators.azbatch.AccountCredentials;
import io.github.camelhpc.simulators.azbatch.BatchFault;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Checks signatures that were made with the account's key (facts/azbatch.md §7.1). */
final class SharedKey {

  private static final String ALGORITHM = "HmacSHA256";

  private final String accountName;
  private final byte[] key;
  private final Duration window;

  /**
   * @param window how far the date of a request may be from the clock
   */
  SharedKey(AccountCredentials credentials, Duration window) {
    accountName = credentials.accountName();
    key = Base64.getDecoder().decode(credentials.accountKey());
    this.window = window;
  }

  /**
   * Accepts the request, or refuses it.
   *
   * @param credentials what follows the scheme in the header Authorization
   * @return the account that signed it
   */
  String verify(HttpServerRequest request, String credentials, Instant now) {
    int colon = credentials.indexOf(':');
    if (colon < 1) {
      throw malformed("The header must have the form 'SharedKey account:signature'.");
    }
    byte[] signature = decode(credentials.substring(colon + 1));
    String signedBy = credentials.substring(0, colon);
    if (!signedBy.equalsIgnoreCase(accountName)) {
      throw refused("There is no account " + signedBy + " here.");
    }
    checkDate(request, now);
    String stringToSign = StringToSign.of(request, signedBy);
    if (!MessageDigest.isEqual(signature, sign(stringToSign))) {
      throw refused(
          "The signature is not that of this request. The server signed: '"
              + stringToSign.replace("\n", "\\n")
              + "'.");
    }
    return accountName;
  }

  private void checkDate(HttpServerRequest request, Instant now) {
    String date = request.getHeader("ocp-date");
    if (date == null) {
      date = request.getHeader("Date");
    }
    if (date == null) {
      throw refused("The request needs the header ocp-date or Date.");
    }
    Instant sent = parse(date);
    if (Duration.between(sent, now).abs().compareTo(window) > 0) {
      throw refused(
          "The date " + date + " is more than " + window + " from the time of the server.");
    }
  }

  private static Instant parse(String date) {
    try {
      return ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    } catch (DateTimeException wrong) {
      throw refused("The date '" + date + "' is not one of RFC 1123.");
    }
  }

  private static byte[] decode(String signature) {
    try {
      return Base64.getDecoder().decode(signature);
    } catch (IllegalArgumentException notBase64) {
      throw malformed("The signature is not Base64.");
    }
  }

  private byte[] sign(String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every JDK has " + ALGORITHM + ".", impossible);
    }
  }

  static BatchFault malformed(String detail) {
    return BatchFault.of(
            400,
            "InvalidAuthenticationInfo",
            "The authentication information is not provided in the correct format. Verify the value"
                + " of Authorization header.")
        .with("AuthenticationErrorDetail", detail);
  }

  private static BatchFault refused(String detail) {
    return BatchFault.of(
            403,
            "AuthenticationFailed",
            "Server failed to authenticate the request. Make sure the value of Authorization header"
                + " is formed correctly including the signature.")
        .with("AuthenticationErrorDetail", detail);
  }
}
