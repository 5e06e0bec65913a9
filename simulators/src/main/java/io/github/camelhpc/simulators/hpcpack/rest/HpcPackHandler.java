package io.github.camelhpc.simulators.hpcpack.rest;

import io.github.camelhpc.simulators.Answer;
import io.github.camelhpc.simulators.Caller;
import io.github.camelhpc.simulators.SimulatorUser;
import io.github.camelhpc.simulators.hpcpack.HeadNode;
import io.github.camelhpc.simulators.hpcpack.HpcPackFault;
import io.vertx.ext.web.MIMEHeader;
import io.vertx.ext.web.RoutingContext;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Finds the operation that a request means, performs it and answers. */
public final class HpcPackHandler {

  private final HeadNode headNode;
  private final Resources resources;

  public HpcPackHandler(HeadNode headNode) {
    this.headNode = headNode;
    resources = Resources.of(headNode);
  }

  /** Must be called holding the lock. */
  public Answer answer(RoutingContext context) {
    ResultEncoder encoder = wantsXml(context) ? ResultEncoder.XML : ResultEncoder.JSON;
    try {
      return perform(context, encoder);
    } catch (HpcPackFault fault) {
      return encoder.answer(fault);
    }
  }

  private Answer perform(RoutingContext context, ResultEncoder encoder) {
    List<String> segments = segments(context);
    List<ServedOperation> candidates =
        ServedOperation.at(segments, headNode.settings().version().hasTypedApi());
    if (candidates.isEmpty()) {
      throw HpcPackFault.notFound("There is no resource at this path.");
    }
    String method = context.request().method().name();
    ServedOperation operation = ServedOperation.of(candidates, method).orElse(null);
    if (operation == null) {
      return notAllowed(encoder, candidates, method);
    }
    if (operation.isTyped() && encoder == ResultEncoder.XML) {
      throw HpcPackFault.notAcceptable(
          "This resource exists as JSON only; send Accept: application/json.");
    }
    Call call = call(context, operation, segments);
    return encoder.answer(operation.perform(resources, call));
  }

  private static Answer notAllowed(
      ResultEncoder encoder, List<ServedOperation> candidates, String method) {
    String allowed =
        candidates.stream().map(ServedOperation::method).collect(Collectors.joining(", "));
    return encoder
        .answer(
            HpcPackFault.methodNotAllowed(
                "This resource takes " + allowed + ", not " + method + "."))
        .withHeader("Allow", allowed);
  }

  private Call call(RoutingContext context, ServedOperation operation, List<String> segments) {
    SimulatorUser caller = Caller.of(context);
    String asUser = context.request().getHeader("x-ms-as-user");
    if (asUser == null || asUser.isBlank()) {
      return new Call(context, operation.parameters(segments), caller, false);
    }
    if (!caller.role().mayActForOthers()) {
      throw HpcPackFault.forbidden(
          "Only administrators and job administrators may send x-ms-as-user.");
    }
    SimulatorUser user =
        headNode
            .users()
            .named(asUser.trim())
            .orElseThrow(
                () ->
                    HpcPackFault.forbidden(
                        "The user " + asUser + " of x-ms-as-user is not known to this cluster."));
    return new Call(context, operation.parameters(segments), user, true);
  }

  /** Below the base path, decoded one by one, so that an encoded slash stays in its segment. */
  private static List<String> segments(RoutingContext context) {
    return Arrays.stream(context.normalizedPath().split("/"))
        .filter(segment -> !segment.isEmpty())
        .skip(1)
        .map(HpcPackHandler::decode)
        .toList();
  }

  private static String decode(String segment) {
    try {
      return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw HpcPackFault.badRequest("The path is not correctly percent-encoded.");
    }
  }

  /** From the raw value: a header with a single type has not been taken apart yet. */
  private static String subType(MIMEHeader type) {
    String name = type.rawValue().split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
    return name.substring(name.indexOf('/') + 1);
  }

  /** JSON is the default; of several types the preferred one decides. */
  private static boolean wantsXml(RoutingContext context) {
    for (MIMEHeader type : context.parsedHeaders().accept()) {
      String subType = subType(type);
      // of a type with asterisks the parser gives null
      if (subType == null || subType.equals("*") || subType.endsWith("json")) {
        return false;
      }
      if (subType.endsWith("xml") && !subType.startsWith("xhtml")) {
        return true;
      }
    }
    return false;
  }
}
