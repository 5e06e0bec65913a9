package io.github.camelhpc.support.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.HttpHeaders;

/** HTTP Basic, sent with the first request; user name and password in UTF-8 (RFC 7617). */
public final class BasicAuthorizer implements Authorizer {

  private final String credentials;

  public BasicAuthorizer(String username, String password) {
    byte[] pair = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
    this.credentials = "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  @Override
  public void authorize(ClassicHttpRequest request) {
    request.setHeader(HttpHeaders.AUTHORIZATION, credentials);
  }
}
