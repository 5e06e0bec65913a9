package io.github.camelhpc.simulators.hpcpack.rest;

import io.github.camelhpc.simulators.hpcpack.HpcPackFault;
import io.github.camelhpc.simulators.hpcpack.model.Job;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Environment variables and custom properties of jobs and tasks (facts/hpcpack.md §3.4). */
final class Variables {

  private Variables() {}

  /** Of names that are not set nothing is given: that is so for custom properties. */
  static Result existing(Map<String, String> values, Optional<List<String>> names) {
    return names
        .map(
            wanted ->
                new Result.Properties(
                    wanted.stream()
                        .filter(values::containsKey)
                        .map(name -> new NameValue(name, values.get(name)))
                        .toList()))
        .orElseGet(() -> all(values));
  }

  /** Names that are not set are given with an empty value: that is so for variables. */
  static Result orEmpty(Map<String, String> values, Optional<List<String>> names) {
    return names
        .map(
            wanted ->
                new Result.Properties(
                    wanted.stream()
                        .map(name -> new NameValue(name, values.getOrDefault(name, "")))
                        .toList()))
        .orElseGet(() -> all(values));
  }

  private static Result.Properties all(Map<String, String> values) {
    return new Result.Properties(
        values.entrySet().stream()
            .map(entry -> new NameValue(entry.getKey(), entry.getValue()))
            .toList());
  }

  /** Variables of a job that has ended can do nothing any more. */
  static void requireOpen(Job job) {
    if (job.state().isTerminal()) {
      throw HpcPackFault.badRequest(
          "The environment of a job in the "
              + job.state().wireName()
              + " state cannot be changed.");
    }
  }
}
