package io.github.camelhpc.simulators.hpcsoa.rest;

import io.github.camelhpc.simulators.Answer;
import io.github.camelhpc.simulators.hpcsoa.FaultCode;
import io.github.camelhpc.simulators.hpcsoa.SoaFault;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the operation that a request means and performs it. */
public final class SoaHandler {

  /** The published ones, and what Microsoft's samples send (facts/hpcsoa.md §1, §8). */
  private static final Set<String> API_VERSIONS =
      Set.of("2011-11", "2011-11-01", "2012-03-31.3.4", "2012-11-01.4.0");

  private final SoaResources resources;
  private final String cluster;

  public SoaHandler(SoaResources resources, String cluster) {
    this.resources = resources;
    this.cluster = cluster;
  }

  /** Answers a request, now or later. */
  public void handle(RoutingContext context) {
    try {
      perform(context);
    } catch (SoaFault fault) {
      faultAnswer(context, fault).send(context);
    }
  }

  /** Whether the request sends requests of a batch. */
  public boolean isUpload(RoutingContext context) {
    return target(context)
        .filter(target -> target.operation == ServedOperation.SEND_REQUESTS)
        .isPresent();
  }

  /** The answer to wrong credentials: Microsoft's client expects 403 (facts/hpcsoa.md §6). */
  public Answer wrongCredentials(RoutingContext context) {
    return faultAnswer(
        context,
        SoaFault.forbidden(
            FaultCode.AUTHENTICATION_FAILURE, "The user name or the password is incorrect."));
  }

  private static Answer faultAnswer(RoutingContext context, SoaFault fault) {
    return Documents.of(new SoaExchange(context, null).wantsJson()).fault(fault);
  }

  private void perform(RoutingContext context) {
    Target target = target(context).orElseThrow(() -> notFound(context));
    ServedOperation operation = target.operation;
    if (!operation.method().equals(context.request().method().name())) {
      throw SoaFault.withStatus(
          405, FaultCode.ARGUMENT_ERROR, "This resource takes " + operation.method() + " only.");
    }
    SoaExchange exchange = new SoaExchange(context, operation.parameters(target.segments));
    checkApiVersion(exchange);
    if (operation.isPost()) {
      requireLength(context);
    }
    operation.perform(resources, exchange);
  }

  /** The web server in front of the real service does not take a POST without any. */
  private static void requireLength(RoutingContext context) {
    boolean hasLength =
        context.request().getHeader("Content-Length") != null
            || context.request().getHeader("Transfer-Encoding") != null
            || context.request().version() == HttpVersion.HTTP_2;
    if (!hasLength) {
      throw SoaFault.withStatus(
          411, FaultCode.ARGUMENT_ERROR, "The request needs the header Content-Length.");
    }
  }

  private static void checkApiVersion(SoaExchange exchange) {
    String version =
        exchange
            .header("api-version")
            .or(() -> exchange.query("api-version"))
            .orElseThrow(
                () ->
                    SoaFault.of(
                        FaultCode.API_VERSION_INCORRECT,
                        "The request needs api-version as a header or as a query parameter."));
    if (!API_VERSIONS.contains(version)) {
      throw SoaFault.of(
          FaultCode.API_VERSION_INCORRECT, "The api-version {0} is incorrect.", version);
    }
  }

  private SoaFault notFound(RoutingContext context) {
    List<String> segments = segments(context);
    boolean otherCluster =
        segments.size() > 1 && ServedOperation.at(segments.subList(1, segments.size())).isPresent();
    return SoaFault.withStatus(
        404,
        FaultCode.ARGUMENT_ERROR,
        otherCluster
            ? "There is no cluster '" + segments.get(0) + "' here, but " + cluster + "."
            : "There is no resource at this path.");
  }

  /** Both address families: with and without the name of the cluster (facts/hpcsoa.md §0). */
  private Optional<Target> target(RoutingContext context) {
    List<String> segments = segments(context);
    return Target.of(segments)
        .or(
            () ->
                segments.isEmpty() || !segments.get(0).equalsIgnoreCase(cluster)
                    ? Optional.empty()
                    : Target.of(segments.subList(1, segments.size())));
  }

  /** Below the base path, decoded one by one, so that an encoded slash stays in its segment. */
  private static List<String> segments(RoutingContext context) {
    return Arrays.stream(context.normalizedPath().split("/"))
        .filter(segment -> !segment.isEmpty())
        .skip(1)
        .map(segment -> URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8))
        .toList();
  }

  private record Target(ServedOperation operation, List<String> segments) {
    static Optional<Target> of(List<String> segments) {
      return ServedOperation.at(segments).map(operation -> new Target(operation, segments));
    }
  }
}
