package io.github.camelhpc.simulators.hpcpack.rest;

import io.github.camelhpc.simulators.hpcpack.HpcPackFault;
import io.github.camelhpc.simulators.hpcpack.HpcPackTimes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The times of the 2019 API: ISO 8601; without a zone they are UTC (facts/hpcpack.md §2.5). */
final class TypedTimes {

  private static final HpcPackTimes READER = HpcPackTimes.ofPattern("yyyy-MM-dd'T'HH:mm:ss");

  private TypedTimes() {}

  static String format(Instant time) {
    return time.truncatedTo(ChronoUnit.MILLIS).toString();
  }

  static Optional<Instant> parameter(Call call, String name) {
    // an unencoded plus sign of a zone arrives as a blank
    return call.query(name)
        .map(
            text ->
                READER
                    .parse(text.replaceFirst(" (\\d\\d:\\d\\d)$", "+$1"))
                    .or(() -> READER.parse(text))
                    .orElseThrow(
                        () ->
                            HpcPackFault.badRequest(
                                "The parameter " + name + " is not a time: '" + text + "'.")));
  }

  static Instant required(Call call, String name) {
    return parameter(call, name)
        .orElseThrow(() -> HpcPackFault.badRequest("The parameter " + name + " is missing."));
  }
}
