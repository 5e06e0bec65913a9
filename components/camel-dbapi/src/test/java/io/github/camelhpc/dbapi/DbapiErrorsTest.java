package io.github.camelhpc.dbapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.dbapi.model.FaultKind;
import io.github.camelhpc.dbapi.model.RequestStatus;
import io.github.camelhpc.dbapi.model.ScalarAttribute;
import io.github.camelhpc.dbapi.model.SeriesAttribute;
import io.github.camelhpc.simulators.Fault;
import io.github.camelhpc.support.operation.InvalidParameterException;
import java.time.Instant;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The documented answers of getStatus: its example, its status codes and its response codes. */
class DbapiErrorsTest extends DbapiTestSupport {

  /** The published example of an answer (facts/dbapi.md §2.1). */
  private static final String EXAMPLE =
      """
      { "status":{ "total":10, "matched":1, "processed":10, "completed":true, "aborted":false,
        "hasErrors":"false" }, "result":[ { "signature":"vm#cumulus1-lab-vm2",
        "name":"cumulus-lab-vm2",
        "memory":{ "type":"scalar", "name":"Memory", "unit":"", "data":"204800" },
        "cpu Usage":[ { "type":"timeseries", "name":"cpu usage", "unit":"", "interval":60,
          "start":"20140713_230100", "data":[ 24.00, 33.00, 68.00, null, 4.00 ] } ] } ] }
      """;

  private static final String STATUS = "dbapi:getStatus?requestId=12344&maxRetries=0";

  @Test
  void thePublishedExampleIsUnderstood() {
    simulator.faults().next(Fault.status(200).body(EXAMPLE));

    Exchange exchange = call(STATUS, null);

    assertThat(lastRequest().query())
        .contains("action=getStatus", "dataset=defaultDs", "requestId=12344");
    assertThat(lastRequest().method()).isEqualTo("GET");
    RequestStatus status =
        exchange.getMessage().getHeader(DbapiConstants.STATUS, RequestStatus.class);
    assertThat(status.total()).isEqualTo(10);
    assertThat(status.matched()).isEqualTo(1);
    assertThat(status.processed()).isEqualTo(10);
    assertThat(status.completed()).isTrue();
    assertThat(status.aborted()).isFalse();
    assertThat(status.hasErrors()).isFalse();
    assertThat(results(exchange))
        .singleElement()
        .satisfies(
            vm -> {
              assertThat(vm.signature()).isEqualTo("vm#cumulus1-lab-vm2");
              assertThat(vm.name()).isEqualTo("cumulus-lab-vm2");
              assertThat(((ScalarAttribute) vm.attributes().get("memory")).data())
                  .isEqualTo("204800");
              SeriesAttribute cpu = (SeriesAttribute) vm.attributes().get("cpu Usage");
              assertThat(cpu.blocks())
                  .singleElement()
                  .satisfies(
                      block -> {
                        assertThat(block.start()).isEqualTo(Instant.parse("2014-07-13T23:01:00Z"));
                        assertThat(block.intervalSeconds()).isEqualTo(60);
                        assertThat(block.values())
                            .containsExactly(24.0, 33.0, 68.0, Double.NaN, 4.0);
                      });
            });
  }

  @Test
  void whatIsAvailableOfARequestInProgressIsGiven() {
    simulator
        .faults()
        .next(Fault.status(206).body(EXAMPLE.replace("\"completed\":true", "\"completed\":false")));

    Exchange exchange = call(STATUS, null);

    assertThat(names(exchange)).containsExactly("cumulus-lab-vm2");
    assertThat(exchange.getMessage().getHeader(DbapiConstants.COMPLETE)).isEqualTo(false);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | 72020008 | Mandatory parameter {requestId} not specified. | MISSING_PARAMETER",
        "404 | 720600E6 | Response is not present in the cache for the given requestId. |"
            + " NOT_IN_CACHE",
        "400 | 720600E6 | Response is not present in the cache for the given requestId. |"
            + " NOT_IN_CACHE",
        "401 | 720000E9 | License is not valid. | LICENCE",
        "401 | 720000E9 | Authorization needed. | AUTHORIZATION",
        "500 | 720600E2 | Application encountered an internal error. | INTERNAL",
        "400 | B5020008 | Mandatory parameter {requestId} not specified. | MISSING_PARAMETER",
        "404 | B5040016 | Response is not present in cache for the given requestId \"1_2\" |"
            + " NOT_IN_CACHE",
        "400 | B5040018 | Request is already aborted. | ALREADY_ABORTED",
        "405 | C60100E0 | Method not allowed. | WRONG_METHOD",
        "400 | 12345678 | Something else. | OTHER"
      })
  void everyDocumentedErrorHasItsKind(int status, String code, String text, FaultKind kind) {
    String body = "{\"code\":\"%s\",\"error\":\"%s\"}".formatted(code, text.replace("\"", "\\\""));
    // a refusal for want of credentials is tried once more, as a token may have expired
    simulator.faults().next(Fault.status(status).body(body), Fault.status(status).body(body));

    DbapiException refusal = refusal(STATUS, null);

    assertThat(refusal).isInstanceOf(HttpOperationFailedException.class);
    assertThat(refusal.getStatusCode()).isEqualTo(status);
    assertThat(refusal.getServiceCode()).isEqualTo(code);
    assertThat(refusal.getServiceMessage()).isEqualTo(text);
    assertThat(refusal.getKind()).isEqualTo(kind);
    assertThat(refusal)
        .hasMessageStartingWith("dbapi:getStatus failed with HTTP status " + status)
        .hasMessageContaining(code)
        .hasMessageContaining(text.replaceFirst("[.]$", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html><h1>Bad Gateway</h1></html>", "{\"code\":", "[]", "{}"})
  void anErrorOfAProxyIsToldByItsStatus(String body) {
    simulator.faults().next(Fault.status(502).body(body));

    DbapiException refusal = refusal(STATUS, null);

    assertThat(refusal.getStatusCode()).isEqualTo(502);
    assertThat(refusal.getServiceCode()).isNull();
    assertThat(refusal.getKind()).isEqualTo(FaultKind.OTHER);
  }

  @Test
  void theServiceItselfIsRead() {
    assertThat(refusal("dbapi:getStatus?requestId=1_2", null).getKind())
        .isEqualTo(FaultKind.NOT_IN_CACHE);
    assertThat(refusal("dbapi:abortRequest?requestId=1_2", null))
        .satisfies(refusal -> assertThat(refusal.getServiceCode()).isEqualTo("B5040016"))
        .satisfies(refusal -> assertThat(refusal.getKind()).isEqualTo(FaultKind.NOT_IN_CACHE));
    assertThat(refusal("dbapi:query", "vm[").getStatusCode()).isEqualTo(400);
    assertThat(refusal("dbapi:retrieveDataset?dataset=other", null).getStatusCode()).isEqualTo(404);
    simulator.dbapi().setLicensed(false);
    assertThat(refusal(STATUS, null).getKind()).isEqualTo(FaultKind.LICENCE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "a b", "ds/..", "a&b=c", "0123456789012345678901234567890123"})
  void aNameThatCannotBeIsRefusedBeforeARequest(String dataset) {
    assertThat(
            send("dbapi:getStatus?requestId=1", null, Map.of(DbapiConstants.DATASET, dataset))
                .getException())
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("dataset must be 2 to 32 letters, digits, _ and -")
        .hasMessageContaining(DbapiConstants.DATASET);
    assertThat(
            send("dbapi:retrieveDataSubset", null, Map.of(DbapiConstants.DATA_SUBSET_ID, dataset))
                .getException())
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("dataSubsetId must be 2 to 32 letters, digits, _ and -");
    assertThat(simulator.requests().count()).isZero();
  }

  @Test
  void aParameterThatIsMissingIsNamed() {
    assertThat(failure("dbapi:getStatus", null))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("requestId")
        .hasMessageContaining(DbapiConstants.REQUEST_ID);
    assertThat(failure("dbapi:query", null))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("needs a query");
    assertThat(failure("dbapi:query?startTime=yesterday", "vm"))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("yesterday")
        .hasMessageContaining(DbapiConstants.START_TIME);
    assertThat(failure("dbapi:query?utcOffset=Tokyo", "vm"))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("Tokyo")
        .hasMessageContaining(DbapiConstants.UTC_OFFSET);
    assertThat(simulator.requests().count()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"204817_3, 204817_3", "a/b, a/b", "x&action=abortRequest, x%26action%3DabortRequest"})
  void anIdIsOpaqueText(String id, String sent) {
    assertThat(send("dbapi:getStatus", null, Map.of(DbapiConstants.REQUEST_ID, id)).getException())
        .isInstanceOf(DbapiException.class);
    assertThat(lastRequest().query().replace("%2F", "/")).contains("requestId=" + sent);
    assertThat(requests("getStatus")).hasSize(1);
  }
}
