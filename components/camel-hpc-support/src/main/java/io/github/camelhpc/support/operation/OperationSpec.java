package io.github.camelhpc.support.operation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An operation as data: what is sent, what comes back, what may be done with it. Everything that
 * works on operations reads this; adding an operation is adding one.
 *
 * @param method HTTP method, or null for an operation that is composed of others
 * @param path path template below the service's base path, for example {@code /jobs/{jobId}}
 * @param parameters all parameters, in the order in which they are sent
 * @param body what it takes as body, or null
 * @param result what it answers, or null if it answers nothing
 * @param resultHeader header that gets the result too (an id), or null
 * @param paged whether the answer comes in pages
 * @param repeatable whether it is safe to send twice
 * @param watch how a consumer watches it, or null if it cannot
 */
public record OperationSpec(
    String method,
    String path,
    List<Parameter> parameters,
    BodyKind body,
    ResultKind result,
    String resultHeader,
    boolean paged,
    boolean repeatable,
    Watch watch) {

  public OperationSpec {
    parameters = List.copyOf(parameters);
  }

  /** A request that reads; safe to repeat. */
  public static OperationSpec get(String path, Parameter... inPath) {
    return request("GET", path, true, inPath);
  }

  /** A request for what {@link #get} would answer, without a body; safe to repeat. */
  public static OperationSpec head(String path, Parameter... inPath) {
    return request("HEAD", path, true, inPath);
  }

  /** A request with this method, which is safe to repeat if it is GET or HEAD. */
  public static OperationSpec of(String method, String path, Parameter... inPath) {
    return request(method, path, method.equals("GET") || method.equals("HEAD"), inPath);
  }

  /** A request that is not safe to repeat. */
  public static OperationSpec post(String path, Parameter... inPath) {
    return request("POST", path, false, inPath);
  }

  /** A request that sets something; safe to repeat. */
  public static OperationSpec put(String path, Parameter... inPath) {
    return request("PUT", path, true, inPath);
  }

  /** A request that changes a part of something; safe to repeat. */
  public static OperationSpec patch(String path, Parameter... inPath) {
    return request("PATCH", path, true, inPath);
  }

  /** A request that removes something; a repeat would be refused. */
  public static OperationSpec delete(String path, Parameter... inPath) {
    return request("DELETE", path, false, inPath);
  }

  /** An operation that the component makes of several requests. */
  public static OperationSpec composed() {
    return new OperationSpec(null, null, List.of(), null, null, null, false, false, null);
  }

  private static OperationSpec request(
      String method, String path, boolean repeatable, Parameter... inPath) {
    return new OperationSpec(
        method, path, Arrays.asList(inPath), null, null, null, false, repeatable, null);
  }

  /** Adds parameters. */
  public OperationSpec with(Parameter... more) {
    List<Parameter> all = new ArrayList<>(parameters);
    all.addAll(Arrays.asList(more));
    return new OperationSpec(
        method, path, all, body, result, resultHeader, paged, repeatable, watch);
  }

  /** Takes a body. */
  public OperationSpec takes(BodyKind kind) {
    return new OperationSpec(
        method, path, parameters, kind, result, resultHeader, paged, repeatable, watch);
  }

  /** Answers something. */
  public OperationSpec answers(ResultKind kind) {
    return new OperationSpec(
        method, path, parameters, body, kind, resultHeader, paged, repeatable, watch);
  }

  /** Answers something that is set as this header too. */
  public OperationSpec answers(ResultKind kind, String header) {
    return new OperationSpec(
        method, path, parameters, body, kind, header, paged, repeatable, watch);
  }

  /** Answers in pages. */
  public OperationSpec inPages() {
    return new OperationSpec(
        method, path, parameters, body, result, resultHeader, true, repeatable, watch);
  }

  /** Safe to send twice, although its method does not say so. */
  public OperationSpec safeToRepeat() {
    return new OperationSpec(
        method, path, parameters, body, result, resultHeader, paged, true, watch);
  }

  /** Not safe to send twice, although its method says so. */
  public OperationSpec onlyOnce() {
    return new OperationSpec(
        method, path, parameters, body, result, resultHeader, paged, false, watch);
  }

  /** Can be watched by a consumer. */
  public OperationSpec watched(Watch how) {
    return new OperationSpec(
        method, path, parameters, body, result, resultHeader, paged, repeatable, how);
  }

  /** Whether the component makes it of several requests. */
  public boolean isComposed() {
    return method == null;
  }

  /** Whether a consumer can watch it. */
  public boolean isWatchable() {
    return watch != null;
  }

  /** Whether it has this parameter, under whatever name of the service. */
  public boolean has(Parameter parameter) {
    return parameter(parameter.option()).isPresent();
  }

  /** The parameter with this option. */
  public Optional<Parameter> parameter(String option) {
    return parameters.stream().filter(p -> Objects.equals(p.option(), option)).findFirst();
  }

  /** The parameters that go there. */
  public Stream<Parameter> parameters(Parameter.Location location) {
    return parameters.stream().filter(p -> p.location() == location);
  }
}
