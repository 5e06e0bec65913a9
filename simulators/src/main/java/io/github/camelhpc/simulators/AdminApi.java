package io.github.camelhpc.simulators;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/** The resources below {@code /simulator}, by which a test in another process drives the server. */
final class AdminApi {

  private final HpcSimulators simulators;

  AdminApi(HpcSimulators simulators) {
    this.simulators = simulators;
  }

  void mount(Router router) {
    router.route(RequestPipeline.ADMIN_PATH + "/*").handler(AdminApi::requireAdministrator);
    router.post(RequestPipeline.ADMIN_PATH + "/faults").handler(answering(this::addFault));
    router
        .delete(RequestPipeline.ADMIN_PATH + "/faults")
        .handler(answering(context -> simulators.faults().clear()));
    router
        .post(RequestPipeline.ADMIN_PATH + "/reset")
        .handler(answering(context -> simulators.reset()));
    router.get(RequestPipeline.ADMIN_PATH + "/requests").handler(this::listRequests);
    router
        .delete(RequestPipeline.ADMIN_PATH + "/requests")
        .handler(answering(context -> simulators.requests().clear()));
    router.post(RequestPipeline.ADMIN_PATH + "/clock/advance").handler(answering(this::advance));
  }

  private static void requireAdministrator(RoutingContext context) {
    if (Caller.of(context).role() == UserRole.ADMINISTRATOR) {
      context.next();
    } else {
      RequestPipeline.message(403, "Only an administrator may drive the simulator.").send(context);
    }
  }

  private static Handler<RoutingContext> answering(Consumer<RoutingContext> action) {
    return context -> {
      try {
        action.accept(context);
        Answer.empty(204).send(context);
      } catch (IllegalArgumentException
          | ClassCastException
          | DateTimeException
          | DecodeException
          | UnsupportedOperationException refused) {
        RequestPipeline.message(400, "The request was refused: " + refused.getMessage())
            .send(context);
      }
    };
  }

  private void addFault(RoutingContext context) {
    JsonObject body = body(context);
    Fault fault = fault(body);
    if (body.containsKey("percentage")) {
      simulators.faults().percentage(body.getDouble("percentage"), fault);
    } else if (body.containsKey("method") || body.containsKey("path")) {
      simulators
          .faults()
          .matching(
              body.getString("method", "*"),
              body.getString("path", ".*"),
              fault,
              body.getInteger("times", 1));
    } else {
      for (int i = body.getInteger("times", 1); i > 0; i--) {
        simulators.faults().next(fault);
      }
    }
  }

  private static Fault fault(JsonObject body) {
    String kind = body.getString("kind", "status");
    return switch (kind) {
      case "status" -> statusFault(body);
      case "resetBeforeAnswer" -> Fault.resetBeforeAnswer();
      case "resetInBody" -> Fault.resetInBody();
      case "truncatedBody" -> Fault.truncatedBody();
      case "malformedBody" -> Fault.malformedBody();
      case "stall" -> Fault.stall(Duration.parse(body.getString("delay", "PT1S")));
      case "redirect" -> Fault.redirect(required(body, "location"));
      default ->
          throw new IllegalArgumentException(
              "there is no kind of fault '"
                  + kind
                  + "'; use status, resetBeforeAnswer, resetInBody, truncatedBody, malformedBody,"
                  + " stall or redirect.");
    };
  }

  private static Fault statusFault(JsonObject body) {
    if (!body.containsKey("status")) {
      throw new IllegalArgumentException("a fault of kind 'status' needs the member status.");
    }
    Fault fault = Fault.status(body.getInteger("status")).body(body.getString("body", ""));
    for (Map.Entry<String, Object> header : body.getJsonObject("headers", new JsonObject())) {
      fault = fault.header(header.getKey(), String.valueOf(header.getValue()));
    }
    return fault;
  }

  private static String required(JsonObject body, String name) {
    String value = body.getString(name);
    if (value == null) {
      throw new IllegalArgumentException("the member " + name + " is missing.");
    }
    return value;
  }

  private static JsonObject body(RoutingContext context) {
    Buffer body = context.body().buffer();
    return body == null || body.length() == 0 ? new JsonObject() : new JsonObject(body);
  }

  /** Without bodies, because a body can hold a password. */
  private void listRequests(RoutingContext context) {
    JsonArray last = new JsonArray();
    for (LoggedRequest request : simulators.requests().all()) {
      last.add(
          new JsonObject()
              .put("method", request.method())
              .put("path", request.path())
              .put("query", request.query())
              .put("user", request.user())
              .put("status", request.status()));
    }
    JsonObject answer =
        new JsonObject().put("count", simulators.requests().count()).put("requests", last);
    Answer.of(200, "application/json; charset=utf-8", answer.toBuffer()).send(context);
  }

  private void advance(RoutingContext context) {
    simulators.clock().advance(Duration.parse(required(body(context), "duration")));
  }
}
