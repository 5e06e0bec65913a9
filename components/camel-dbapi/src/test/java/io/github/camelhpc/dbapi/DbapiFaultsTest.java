package io.github.camelhpc.dbapi;

import io.github.camelhpc.support.token.IssuedToken;
import io.github.camelhpc.support.token.TokenSource;
import io.github.camelhpc.test.fault.Answer;
import io.github.camelhpc.test.fault.Call;
import io.github.camelhpc.test.fault.ComponentFaultsTest;
import io.github.camelhpc.test.fault.FaultyService;
import io.github.camelhpc.test.fault.TestedCall;
import io.github.camelhpc.test.server.MisbehavingServer.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Component;

/** The shared suite of faults, with tokens. */
class DbapiFaultsTest extends ComponentFaultsTest {

  private final AtomicInteger tokens = new AtomicInteger();

  DbapiFaultsTest() {
    super(FaultyService.DBAPI);
  }

  @Override
  protected Component component() {
    TokenSource source =
        () ->
            new IssuedToken(
                SECRET + tokens.incrementAndGet(), Instant.now().plus(Duration.ofHours(1)));
    DbapiComponent component = new DbapiComponent();
    DbapiConfiguration configuration = component.getConfiguration();
    configuration.setCredentialType(CredentialType.BEARER);
    configuration.setTokenSource(source);
    configuration.setDataset("defaultDs");
    return component;
  }

  @Override
  protected TestedCall call(Call call) {
    return switch (call) {
      case READ ->
          TestedCall.of("dbapi:retrieveDataset", "before", Map.of(DbapiConstants.DATASET, "two"));
      case CHANGE ->
          TestedCall.of("dbapi:abortRequest", "before", Map.of(DbapiConstants.REQUEST_ID, "12344"));
      case LIST ->
          TestedCall.list("dbapi:getStatus?requestId=12344&outputType=StreamList", ".*", -1, 4);
      case POLL -> TestedCall.list("dbapi:getStatus?requestId=12344", ".*", -1, 1);
    };
  }

  @Override
  protected Answer forgotten() {
    return Answer.of(
        404,
        "application/json",
        "{\"code\":\"720600E6\",\"error\":\"Response is not present in the cache\"}");
  }

  @Override
  protected Answer good(Request request) {
    String target = request.target();
    if (target.contains("action=retrieveDataset")) {
      return Answer.json("{\"dataset\":\"two\",\"text\":\"preis für 7 €, näherungsweise\"}");
    }
    if (target.contains("action=abortRequest")) {
      return Answer.json("{\"requestId\":\"12344\",\"aborted\":\"true\"}");
    }
    return Answer.json(
        """
        {"status":{"total":4,"matched":4,"processed":4,"completed":true,"aborted":false},
         "result":[%s,%s,%s,%s]}"""
            .formatted(resource(1), resource(2), resource(3), resource(4)));
  }

  private static String resource(int number) {
    return """
        {"signature":"vm#%d","name":"für %d",
         "cpu":[{"type":"timeseries","name":"cpu","unit":"","interval":60,
                 "start":"20260131_120000","data":[1.5,2.5]}]}"""
        .formatted(number, number);
  }
}
