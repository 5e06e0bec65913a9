package io.github.camelhpc.app.api;

import io.quarkus.vertx.http.runtime.RouteConstants;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What every request passes first, before its body is read: a user who is not known costs nothing
 * but the head of a request. Nor does a request that arrives slowly hold its connection.
 */
@ApplicationScoped
class ApiGate {

  private static final Logger LOG = LoggerFactory.getLogger(ApiGate.class);

  /** After the headers of all answers are set, and before whatever the application adds. */
  private static final int ORDER = RouteConstants.ROUTE_ORDER_HEADERS + 1;

  private final ApiPassword password;
  private final ApiSettings settings;
  private final ProbeAnswers probes;
  private final FailedAttempts attempts = new FailedAttempts(System::nanoTime);

  @Inject
  ApiGate(ApiPassword password, ApiSettings settings, ProbeAnswers probes) {
    this.password = password;
    this.settings = settings;
    this.probes = probes;
  }

  void install(@Observes Router router) {
    router.route().order(ORDER).handler(this::check).failureHandler(Refusal::answerFailure);
    for (int status : Refusal.OF_THE_ROUTER) {
      router.errorHandler(status, Refusal::answerFailure);
    }
  }

  private void check(RoutingContext request) {
    if (request.request().isSSL()) {
      request.response().putHeader("Strict-Transport-Security", "max-age=31536000");
    }
    closeIfSlow(request);
    if (!password.isRequired()) {
      checkName(request);
    } else if (probes.isProbe(request)) {
      probes.answer(request);
    } else {
      checkPassword(request);
    }
  }

  /** The idle time-out does not see a body of which a byte comes now and then. */
  private void closeIfSlow(RoutingContext request) {
    if (!request.request().isEnded()) {
      long timer =
          request
              .vertx()
              .setTimer(
                  settings.requestTimeout().toMillis(),
                  id -> {
                    if (!request.request().isEnded()) {
                      request.request().connection().close();
                    }
                  });
      request.addEndHandler(end -> request.vertx().cancelTimer(timer));
    }
  }

  /**
   * Without a password, a page in a browser of this machine must not get in under a name of its own
   * that leads to 127.0.0.1 (DNS rebinding): what it posts would run here.
   */
  private static void checkName(RoutingContext request) {
    var name = request.request().authority();
    if (name != null && !isThisMachine(name.host())) {
      Refusal.answer(
          request,
          421,
          "without app.api.password the application answers to localhost and 127.0.0.1 only, not to"
              + " other names");
    } else {
      request.next();
    }
  }

  /** By its looks: what a name leads to, an attacker decides. */
  private static boolean isThisMachine(String name) {
    return name.equalsIgnoreCase("localhost")
        || name.matches("127(\\.\\d{1,3}){3}")
        || name.equals("[::1]")
        || name.equals("::1");
  }

  private void checkPassword(RoutingContext request) {
    String address = request.request().remoteAddress().hostAddress();
    long wait = attempts.waitSeconds(address);
    String authorization = request.request().getHeader(HttpHeaders.AUTHORIZATION);
    if (wait > 0) {
      request.response().putHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait));
      Refusal.answer(request, 429, "too many wrong passwords: try again in " + wait + " s");
    } else if (password.isIn(authorization)) {
      request.next();
    } else {
      if (authorization != null) {
        note(address);
      }
      challenge(request);
    }
  }

  /** Two lines a minute for an address at most, without what was sent: it may be a password. */
  private void note(String address) {
    int count = attempts.add(address);
    if (count == 1) {
      LOG.warn("A request from {} has a wrong user or password", address);
    } else if (count == FailedAttempts.MOST) {
      LOG.warn("{} wrong passwords from {}: it has to wait for a minute", count, address);
    }
  }

  private static void challenge(RoutingContext request) {
    HttpServerResponse response = request.response();
    response.putHeader("WWW-Authenticate", "Basic realm=\"Camel HPC\", charset=\"UTF-8\"");
    Refusal.answer(
        request, 401, "log in as the user app.api.username with the password app.api.password");
  }
}
