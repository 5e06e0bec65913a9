package io.github.camelhpc.simulators;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.HttpException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What every request passes before a service sees it: log, body, faults, authentication. */
final class RequestPipeline {

  static final String ADMIN_PATH = "/simulator";

  private static final System.Logger LOGGER = System.getLogger(RequestPipeline.class.getName());
  private static final long MAX_BODY_BYTES = 64L << 20;
  private static final int MAX_LOGGED_BODY = 64 << 10;
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
          .withZone(ZoneOffset.UTC);

  private final Vertx vertx;
  private final SimulatorClock clock;
  private final SimulatorUsers users;
  private final Faults faults;
  private final RequestLog log;
  private final List<SimulatedService> services;
  private final BodyHandler bodies = BodyHandler.create(false).setBodyLimit(MAX_BODY_BYTES);

  RequestPipeline(
      Vertx vertx,
      SimulatorClock clock,
      SimulatorUsers users,
      Faults faults,
      RequestLog log,
      List<SimulatedService> services) {
    this.vertx = vertx;
    this.clock = clock;
    this.users = users;
    this.faults = faults;
    this.log = log;
    this.services = services;
  }

  void mount(Router router) {
    router.route().failureHandler(this::fail);
    router.route().handler(RequestPipeline::checkEncoding);
    router.route().handler(this::log);
    router.route().handler(this::takeBody);
    router.route().handler(this::meetFault);
    router.route().handler(this::authenticate);
  }

  /** Otherwise whoever first looks at the path or the query would fail. */
  private static void checkEncoding(RoutingContext context) {
    try {
      context.normalizedPath();
      context.queryParams();
      context.next();
    } catch (IllegalArgumentException wronglyEncoded) {
      message(400, "The path or the query is not correctly percent-encoded.").send(context);
    }
  }

  private void log(RoutingContext context) {
    context.addHeadersEndHandler(
        end -> context.response().putHeader("Date", HTTP_DATE.format(clock.now())));
    if (isLogged(context)) {
      log.arrived(context.request().method().name(), context.request().path());
      context.addHeadersEndHandler(end -> record(context, context.response().getStatusCode()));
    }
    context.next();
  }

  private void record(RoutingContext context, int status) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    context
        .request()
        .headers()
        .names()
        .forEach(
            name ->
                headers.put(
                    name.toLowerCase(Locale.ROOT), context.request().headers().getAll(name)));
    headers.computeIfPresent("authorization", (name, values) -> List.of(scheme(values.get(0))));
    log.answered(
        new LoggedRequest(
            context.request().method().name(),
            context.request().path(),
            context.request().query(),
            Map.copyOf(headers),
            bodyText(context),
            Caller.nameOrNull(context),
            status));
  }

  private static String scheme(String authorization) {
    int blank = authorization.indexOf(' ');
    return blank < 0 ? "***" : authorization.substring(0, blank) + " ***";
  }

  private static String bodyText(RoutingContext context) {
    Buffer body = context.body() == null ? null : context.body().buffer();
    if (body == null) {
      return "";
    }
    return body.getString(0, Math.min(body.length(), MAX_LOGGED_BODY));
  }

  private void takeBody(RoutingContext context) {
    if (service(context).filter(service -> service.readsBodyOf(context)).isEmpty()) {
      bodies.handle(context);
      return;
    }
    // whoever answers without having read the body lets the client get rid of the rest of it
    context.request().pause();
    context.addHeadersEndHandler(end -> readOn(context.request()));
    context.next();
  }

  private static void readOn(HttpServerRequest request) {
    if (!request.isEnded()) {
      request.resume();
    }
  }

  private Optional<SimulatedService> service(RoutingContext context) {
    return services.stream()
        .filter(service -> service.serves(context.normalizedPath()))
        .findFirst();
  }

  private void meetFault(RoutingContext context) {
    if (!isLogged(context)) {
      context.next();
      return;
    }
    Optional<Fault> drawn =
        faults.draw(context.request().method().name(), context.request().path());
    if (drawn.isEmpty()) {
      context.next();
    } else {
      meet(context, drawn.get());
    }
  }

  private void meet(RoutingContext context, Fault fault) {
    switch (fault.kind()) {
      case STATUS ->
          new Answer(fault.status(), fault.headers(), null, Buffer.buffer(fault.body()))
              .send(context);
      case RESET_BEFORE_ANSWER -> cutOff(context);
      case RESET_IN_BODY -> damage(context, BodyDamage.RESET);
      case TRUNCATED_BODY -> damage(context, BodyDamage.TRUNCATE);
      case MALFORMED_BODY -> damage(context, BodyDamage.MALFORM);
      case STALL -> vertx.setTimer(Math.max(1, fault.delay().toMillis()), timer -> context.next());
    }
  }

  private void cutOff(RoutingContext context) {
    record(context, 0);
    context.request().connection().close();
  }

  private void damage(RoutingContext context, BodyDamage damage) {
    damage.orderFor(context, () -> cutOff(context));
    context.next();
  }

  private void authenticate(RoutingContext context) {
    if (service(context).filter(service -> service.authenticates(context)).isPresent()) {
      context.next();
      return;
    }
    String authorization = context.request().getHeader("Authorization");
    Optional<SimulatorUser> user = users.authenticated(authorization);
    if (user.isPresent()) {
      Caller.remember(context, user.get());
      context.next();
    } else {
      Optional.ofNullable(authorization)
          .flatMap(wrong -> service(context))
          .flatMap(service -> service.wrongCredentials(context))
          .orElseGet(RequestPipeline::credentialsNeeded)
          .send(context);
    }
  }

  private static Answer credentialsNeeded() {
    return message(401, "The request needs the name and password of a user by HTTP Basic.")
        .withHeader("WWW-Authenticate", "Basic realm=\"hpc-simulators\", charset=\"UTF-8\"");
  }

  private void fail(RoutingContext context) {
    if (context.response().headWritten()) {
      context.request().connection().close();
      return;
    }
    if (context.failure() instanceof HttpException || context.failure() == null) {
      int status = context.statusCode();
      message(status, sentence(status)).send(context);
    } else {
      LOGGER.log(System.Logger.Level.ERROR, "A request failed unexpectedly.", context.failure());
      message(500, "The simulator failed: " + context.failure()).send(context);
    }
  }

  private static String sentence(int status) {
    return switch (status) {
      case 404 -> "There is no such resource on this server.";
      case 413 -> "The body is larger than " + MAX_BODY_BYTES + " bytes.";
      default -> "The request was refused with status " + status + ".";
    };
  }

  /** The last route: no service wanted the request. */
  static void notFound(RoutingContext context) {
    message(404, sentence(404)).send(context);
  }

  static Answer message(int status, String text) {
    return Answer.of(
        status,
        "application/json; charset=utf-8",
        new JsonObject().put("Message", text).toBuffer());
  }

  private static boolean isLogged(RoutingContext context) {
    return !context.normalizedPath().startsWith(ADMIN_PATH);
  }
}
