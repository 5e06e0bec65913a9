package io.github.camelhpc.support.token;

import io.github.camelhpc.support.http.AuthorizationFailedException;
import java.io.Closeable;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.camel.util.IOHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a token until it is time for the next one, and fetches it in a thread that needs one. Those
 * that need one meanwhile wait for the same fetch, or go on with the old token while that is valid.
 * Safe for many threads.
 */
public final class AccessTokens implements Closeable {

  private static final Logger LOG = LoggerFactory.getLogger(AccessTokens.class);

  /** How long before its end a token is renewed, unless a tenth of its lifetime is less. */
  private static final Duration AHEAD = Duration.ofMinutes(5);

  /** No fetch sooner after one that failed, or after the replacement of a refused token. */
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final String scheme;
  private final TokenSource source;
  private final Clock clock;
  private IssuedToken current;
  private Instant renewAt;
  private CompletableFuture<IssuedToken> fetch;
  private Exception failure;
  private Instant nextFetch = Instant.MIN;
  private Instant nextReplacement = Instant.MIN;
  private boolean closed;

  /**
   * @param scheme how messages name the component
   * @param source closed with this if it is {@link Closeable}
   * @param clock tells when a token has to be renewed
   */
  public AccessTokens(String scheme, TokenSource source, Clock clock) {
    this.scheme = scheme;
    this.source = source;
    this.clock = clock;
  }

  /**
   * A token that is valid now.
   *
   * @throws AuthorizationFailedException if there is none, or the thread is interrupted
   */
  public IssuedToken get() throws AuthorizationFailedException {
    while (true) {
      CompletableFuture<IssuedToken> own = new CompletableFuture<>();
      CompletableFuture<IssuedToken> inProgress;
      synchronized (this) {
        if (isGoodEnough()) {
          return current;
        }
        inProgress = begun(own);
      }
      IssuedToken token = inProgress == own ? fetched(own) : awaited(inProgress);
      if (token != null) {
        return token;
      }
    }
  }

  /**
   * Forgets a token that the service refused, so that the next one who needs a token fetches it.
   *
   * @return whether another token may be had: not if this one replaced a refused one just now
   */
  public synchronized boolean invalidate(String refused) {
    if (current == null || !current.value().equals(refused)) {
      return true;
    }
    Instant now = clock.instant();
    if (now.isBefore(nextReplacement)) {
      return false;
    }
    current = null;
    nextReplacement = now.plus(PAUSE);
    return true;
  }

  /** Ends all waits. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      if (fetch != null) {
        fetch.completeExceptionally(stopping());
      }
    }
    if (source instanceof Closeable closeable) {
      IOHelper.close(closeable);
    }
  }

  private boolean isGoodEnough() {
    boolean waitsForNext = fetch != null || clock.instant().isBefore(nextFetch);
    return waitsForNext ? isValid() : isValid() && clock.instant().isBefore(renewAt);
  }

  private boolean isValid() {
    return current != null && clock.instant().isBefore(current.expiresOn());
  }

  /** The fetch that goes on, which is the caller's own if there was none. */
  private CompletableFuture<IssuedToken> begun(CompletableFuture<IssuedToken> own)
      throws AuthorizationFailedException {
    if (closed) {
      throw stopping();
    }
    if (fetch == null && clock.instant().isBefore(nextFetch)) {
      throw failed(failure);
    }
    fetch = fetch == null ? own : fetch;
    return fetch;
  }

  private IssuedToken fetched(CompletableFuture<IssuedToken> own)
      throws AuthorizationFailedException {
    IssuedToken token = null;
    Exception failed = null;
    try {
      token = source.fetch();
    } catch (IOException | RuntimeException e) {
      failed = e;
    } finally {
      // also after an Error: nobody waits for ever
      end(own, token, failed);
    }
    return token == null ? oldOne(failed) : token;
  }

  /** Null if whoever fetched was interrupted: then one of those that wait has to. */
  private IssuedToken awaited(CompletableFuture<IssuedToken> inProgress)
      throws AuthorizationFailedException {
    try {
      return inProgress.get();
    } catch (ExecutionException e) {
      throw failed(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AuthorizationFailedException(
          scheme + " was interrupted while it waited for an access token", e);
    }
  }

  private synchronized void end(
      CompletableFuture<IssuedToken> own, IssuedToken token, Exception failed) {
    fetch = null;
    if (token != null) {
      keep(token);
    } else if (failed != null && !Thread.currentThread().isInterrupted()) {
      failure = failed;
      nextFetch = clock.instant().plus(PAUSE);
      own.completeExceptionally(failed);
    }
    own.complete(token);
  }

  private void keep(IssuedToken token) {
    Duration tenth = Duration.between(clock.instant(), token.expiresOn()).dividedBy(10);
    renewAt = token.expiresOn().minus(tenth.compareTo(AHEAD) < 0 ? tenth : AHEAD);
    current = token;
    failure = null;
    nextFetch = Instant.MIN;
  }

  private synchronized IssuedToken oldOne(Exception failed) throws AuthorizationFailedException {
    if (!isValid()) {
      throw failed(failed);
    }
    LOG.warn("The access token could not be renewed; the old one is still valid: {}", text(failed));
    return current;
  }

  /** An exception of its own for each thread. */
  private AuthorizationFailedException failed(Throwable failure) {
    return new AuthorizationFailedException(text(failure), failure);
  }

  private String text(Throwable failure) {
    return failure instanceof AuthorizationFailedException
        ? failure.getMessage()
        : scheme + " gets no access token: " + failure;
  }

  private AuthorizationFailedException stopping() {
    return new AuthorizationFailedException(
        scheme + " gets no access token any more: the component stops", null);
  }
}
