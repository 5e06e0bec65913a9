package io.github.camelhpc.support.token;

import io.github.camelhpc.support.http.AuthorizationFailedException;
import io.github.camelhpc.support.http.Authorizer;
import io.github.camelhpc.support.http.FailedResponse;
import java.io.Closeable;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;

/** Sends a token of an identity service, and another one if the service refuses it. */
public final class BearerAuthorizer implements Authorizer, Closeable {

  private static final String BEARER = "Bearer ";

  private final AccessTokens tokens;

  /**
   * @param tokens closed with this
   */
  public BearerAuthorizer(AccessTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public void authorize(ClassicHttpRequest request) throws AuthorizationFailedException {
    request.setHeader(HttpHeaders.AUTHORIZATION, BEARER + tokens.get().value());
  }

  @Override
  public boolean refused(ClassicHttpRequest request, FailedResponse answer) {
    Header sent = request.getFirstHeader(HttpHeaders.AUTHORIZATION);
    return sent != null && tokens.invalidate(sent.getValue().substring(BEARER.length()));
  }

  @Override
  public void close() {
    tokens.close();
  }
}
