package io.github.camelhpc.hpcpack;

import io.github.camelhpc.test.fault.Answer;
import io.github.camelhpc.test.fault.Call;
import io.github.camelhpc.test.fault.ComponentFaultsTest;
import io.github.camelhpc.test.fault.FaultyService;
import io.github.camelhpc.test.fault.TestedCall;
import io.github.camelhpc.test.server.MisbehavingServer.Request;
import java.util.Map;
import org.apache.camel.Component;

/** The shared suite of faults, with answers in JSON. */
class HpcPackFaultsTest extends ComponentFaultsTest {

  private static final String SECOND_PAGE = "(?i).*queryId=.*";

  HpcPackFaultsTest() {
    super(FaultyService.HPCPACK);
  }

  @Override
  protected Component component() {
    HpcPackComponent component = new HpcPackComponent();
    component.getConfiguration().setUsername("hpcuser");
    component.getConfiguration().setPassword(SECRET);
    return component;
  }

  @Override
  protected TestedCall call(Call call) {
    return switch (call) {
      case READ -> TestedCall.of("hpcpack:getJob", "before", Map.of(HpcPackConstants.JOB_ID, 1));
      case CHANGE -> TestedCall.of("hpcpack:createJob", Map.of("Name", "é"), Map.of("kept", "yes"));
      case LIST -> TestedCall.list("hpcpack:listJobs?outputType=StreamList", SECOND_PAGE, 2, 4);
      case POLL -> TestedCall.list("hpcpack:listJobs?startFrom=BEGINNING", SECOND_PAGE, 2, 4);
    };
  }

  @Override
  protected Answer forgotten() {
    return Answer.of(400, "application/json", "{\"Message\":\"The query 17 does not exist\"}");
  }

  @Override
  protected Answer good(Request request) {
    if (request.method().equals("POST")) {
      return id(7);
    }
    if (request.target().contains("/jobs/1?") || request.target().endsWith("/jobs/1")) {
      return job(1);
    }
    return request.target().matches(SECOND_PAGE)
        ? jobs(3, 4)
        : jobs(1, 2).with("x-ms-continuation-queryId", "17");
  }

  /** What createJob answers. */
  Answer id(int id) {
    return Answer.json(" " + id + " ");
  }

  /** What getJob answers. */
  Answer job(int id) {
    return Answer.json(properties(id));
  }

  /** A page of listJobs. */
  Answer jobs(int first, int second) {
    return Answer.json(
        "[{\"Properties\":%s},{\"Properties\":%s}]"
            .formatted(properties(first), properties(second)));
  }

  private static String properties(int id) {
    return """
        [{"Name":"Id","Value":"%d"},{"Name":"Name","Value":"preis für 7 €, näherungsweise"},
         {"Name":"State","Value":"Running"}]"""
        .formatted(id);
  }
}
