package io.github.camelhpc.azbatch;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import io.github.camelhpc.test.fault.Answer;
import io.github.camelhpc.test.fault.Call;
import io.github.camelhpc.test.fault.ComponentFaultsTest;
import io.github.camelhpc.test.fault.FaultyService;
import io.github.camelhpc.test.fault.TestedCall;
import io.github.camelhpc.test.server.MisbehavingServer.Request;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Component;
import reactor.core.publisher.Mono;

/** The shared suite of faults, with tokens. */
class AzBatchFaultsTest extends ComponentFaultsTest {

  private static final String SECOND_PAGE = ".*skiptoken.*";

  private final AtomicInteger tokens = new AtomicInteger();

  AzBatchFaultsTest() {
    super(FaultyService.AZBATCH);
  }

  @Override
  protected Component component() {
    TokenCredential credential =
        request ->
            Mono.fromSupplier(
                () ->
                    new AccessToken(
                        SECRET + tokens.incrementAndGet(), OffsetDateTime.now().plusHours(1)));
    AzBatchComponent component = new AzBatchComponent();
    component.getConfiguration().setCredentialType(CredentialType.AZURE_IDENTITY);
    component.getConfiguration().setTokenCredential(credential);
    return component;
  }

  @Override
  protected TestedCall call(Call call) {
    return switch (call) {
      case READ -> TestedCall.of("azbatch:getJob", "before", Map.of(AzBatchConstants.JOB_ID, "j1"));
      case CHANGE ->
          TestedCall.of(
              "azbatch:addJob",
              Map.of("id", "j1", "poolInfo", Map.of("poolId", "p")),
              Map.of("kept", "yes"));
      case LIST -> TestedCall.list("azbatch:listJobs?outputType=StreamList", SECOND_PAGE, 2, 4);
      case POLL -> TestedCall.list("azbatch:listJobs?startFrom=BEGINNING", SECOND_PAGE, 2, 4);
    };
  }

  @Override
  protected Answer forgotten() {
    return Answer.of(
        400, "application/json", "{\"code\":\"InvalidQueryParameterValue\",\"message\":{}}");
  }

  @Override
  protected Answer good(Request request) {
    if (request.method().equals("POST")) {
      return new Answer(201, java.util.List.of(), new byte[0]);
    }
    if (request.target().startsWith("/jobs/")) {
      return Answer.json(job(1));
    }
    if (request.target().matches(SECOND_PAGE)) {
      return Answer.json("{\"value\":[%s,%s]}".formatted(job(3), job(4)));
    }
    return Answer.json(
        "{\"value\":[%s,%s],\"odata.nextLink\":\"%s/jobs?$skiptoken=2\"}"
            .formatted(job(1), job(2), request.origin()));
  }

  private static String job(int id) {
    return """
        {"id":"j%d","displayName":"preis für 7 €, näherungsweise","state":"active",
         "stateTransitionTime":"2026-01-31T12:00:00Z"}"""
        .formatted(id);
  }
}
