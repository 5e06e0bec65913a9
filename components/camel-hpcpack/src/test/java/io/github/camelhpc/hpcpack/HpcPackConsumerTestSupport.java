package io.github.camelhpc.hpcpack;

import io.github.camelhpc.simulators.LoggedRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;

/** Consumers that poll when the test says so, and what they emit. */
abstract class HpcPackConsumerTestSupport extends HpcPackTestSupport {

  /** Polls once, and gives jobs and states that were emitted by that, such as {@code 1 Running}. */
  List<String> polled() {
    return poll().stream().map(HpcPackConsumerTestSupport::summary).toList();
  }

  static String summary(Exchange event) {
    return event.getMessage().getHeader(HpcPackConstants.JOB_ID)
        + " "
        + event.getMessage().getHeader(HpcPackConstants.STATE);
  }

  static String eventId(Exchange event) {
    return event.getMessage().getHeader(HpcPackConstants.EVENT_ID, String.class);
  }

  /** Makes a job in this state, without a request. */
  static int job(String state) {
    int id = simulator.hpcPack().createJobs(1, Map.of("Name", "test")).get(0);
    simulator.hpcPack().setJobState(id, state);
    return id;
  }

  static void setState(int job, String state) {
    simulator.hpcPack().setJobState(job, state);
  }

  /** The decoded queries of all requests for this path, in their order. */
  static List<String> queries(String path) {
    return simulator.requests().all().stream()
        .filter(request -> request.path().equals(path))
        .map(LoggedRequest::query)
        .map(query -> query == null ? "" : URLDecoder.decode(query, StandardCharsets.UTF_8))
        .toList();
  }
}
