package io.github.camelhpc.azbatch.auth;

import io.github.camelhpc.support.http.Authorizer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.hc.client5.http.utils.DateUtils;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.HttpHeaders;

/**
 * Signs each request with the key of the Batch account: HMAC-SHA256 over what is sent
 * (facts/azbatch.md §7.1). The time of the request goes into the header {@code ocp-date}, anew for
 * each attempt, because the service refuses what is older than 15 minutes.
 */
public final class SharedKeyAuthorizer implements Authorizer {

  private static final String HMAC = "HmacSHA256";
  private static final Pattern ACCOUNT_NAME = Pattern.compile("[A-Za-z0-9_.-]+");

  private final String accountName;
  private final SecretKeySpec key;
  private final Clock clock;

  /**
   * @param accountName the account's name, as the service knows it
   * @param accountKey the account's key in Base64
   * @param clock tells the time of requests; it may be wrong by less than 15 minutes
   * @throws IllegalArgumentException if one is missing or malformed; the message names the option,
   *     and does not show the key
   */
  public SharedKeyAuthorizer(String accountName, String accountKey, Clock clock) {
    this.accountName = checkedName(accountName);
    this.key = new SecretKeySpec(decoded(accountKey), HMAC);
    this.clock = clock;
  }

  private static String checkedName(String accountName) {
    if (accountName == null || !ACCOUNT_NAME.matcher(accountName).matches()) {
      throw new IllegalArgumentException(
          "azbatch needs the name of the Batch account, letters and digits, with"
              + " credentialType=SHARED_KEY: set the option accountName");
    }
    return accountName;
  }

  private static byte[] decoded(String accountKey) {
    byte[] key = new byte[0];
    try {
      key = accountKey == null ? key : Base64.getDecoder().decode(accountKey.strip());
    } catch (IllegalArgumentException e) {
      // what the decoder says shows a part of the key
    }
    if (key.length == 0) {
      throw new IllegalArgumentException(
          "azbatch needs the key of the Batch account, in Base64 as the Azure portal shows it, with"
              + " credentialType=SHARED_KEY: set the option accountKey");
    }
    return key;
  }

  @Override
  public void authorize(ClassicHttpRequest request) {
    // the service takes the time from one of both, and a proxy may change Date
    request.removeHeaders(HttpHeaders.DATE);
    request.setHeader("ocp-date", DateUtils.formatStandardDate(clock.instant()));
    request.setHeader(
        HttpHeaders.AUTHORIZATION,
        "SharedKey " + accountName + ":" + signature(StringToSign.of(request, accountName)));
  }

  private String signature(String text) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(key);
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no " + HMAC, e);
    }
  }
}
