package io.github.camelhpc.azbatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import io.github.camelhpc.simulators.HpcSimulatorsBuilder;
import io.github.camelhpc.simulators.LoggedRequest;
import io.github.camelhpc.simulators.azbatch.AccountCredentials;
import io.github.camelhpc.test.CapturedLog;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.net.ssl.TrustManagerFactory;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Tokens of Microsoft Entra ID instead of the account's key. */
class AzBatchTokenTest extends AzBatchTestSupport {

  private static final String SECRET = AccountCredentials.DEFAULT_CLIENT_SECRET;

  @Override
  HpcSimulatorsBuilder simulatorSettings() {
    return super.simulatorSettings().httpsPort(0);
  }

  @Override
  protected CamelContext createCamelContext() throws Exception {
    CamelContext context = super.createCamelContext();
    AzBatchConfiguration configuration =
        context.getComponent("azbatch", AzBatchComponent.class).getConfiguration();
    configuration.setServiceUrl(simulator.azBatchSecureUrl());
    configuration.setSslContextParameters(trusting());
    configuration.setAccountKey(null);
    configuration.setAccountName(null);
    configuration.setCredentialType(CredentialType.CLIENT_SECRET);
    configuration.setTenantId(AccountCredentials.DEFAULT_TENANT);
    configuration.setClientId(AccountCredentials.DEFAULT_CLIENT);
    configuration.setClientSecret(SECRET);
    configuration.setAuthorityHost(simulator.httpsUrl());
    return context;
  }

  private SSLContextParameters trusting() throws Exception {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(simulator.trustStore());
    TrustManagersParameters managers = new TrustManagersParameters();
    managers.setTrustManager(factory.getTrustManagers()[0]);
    SSLContextParameters parameters = new SSLContextParameters();
    parameters.setTrustManagers(managers);
    return parameters;
  }

  private List<LoggedRequest> tokenRequests() {
    return requests("POST", "/oauth2/v2.0/token");
  }

  @Test
  void aRegisteredApplicationUsesOneTokenForAllRequests() {
    job("j1");

    assertThat(list("azbatch:listJobs")).hasSize(1);
    assertThat(object("azbatch:getJob?jobId=j1")).containsEntry("id", "j1");
    call("azbatch:terminateJob?jobId=j1", null);

    assertThat(tokenRequests()).hasSize(1);
    assertThat(requests("GET", "/jobs").get(0).headers())
        .doesNotContainKey("ocp-date")
        .containsEntry("authorization", List.of("Bearer ***"));
  }

  @Test
  void manyExchangesAtOnceFetchOneToken() throws Exception {
    List<CompletableFuture<Exchange>> calls =
        IntStream.range(0, 20)
            .mapToObj(
                n ->
                    template()
                        .asyncSend(
                            "azbatch:listPools", exchange -> exchange.getMessage().getBody()))
            .toList();
    for (CompletableFuture<Exchange> call : calls) {
      assertThat(call.get(20, TimeUnit.SECONDS).getException()).isNull();
    }

    assertThat(tokenRequests()).hasSize(1);
  }

  @Test
  void aTokenThatExpiresBetweenTwoPagesIsReplaced() throws Exception {
    job("j1");
    IntStream.range(0, 30).forEach(n -> task("j1", "t" + n));
    start(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:list")
                .to("azbatch:listTasks?jobId=j1&maxResults=10&outputType=StreamList")
                .split(body())
                .streaming()
                .filter(exchangeProperty(Exchange.SPLIT_INDEX).isEqualTo(5))
                .process(exchange -> simulator.azBatch().revokeTokens())
                .end()
                .to("mock:tasks");
          }
        });
    getMockEndpoint("mock:tasks").expectedMessageCount(30);

    call("direct:list", null);

    getMockEndpoint("mock:tasks").assertIsSatisfied();
    assertThat(tokenRequests()).hasSize(2);
    assertThat(requests("GET", "/jobs/j1/tasks"))
        .extracting(LoggedRequest::status)
        .containsOnlyOnce(401)
        .contains(200);
  }

  @Test
  void aTokenThatTheServiceDoesNotTakeAnyMoreIsReplacedOnceAlsoForAChange() {
    list("azbatch:listJobs");
    simulator.azBatch().revokeTokens();

    call("azbatch:addJob", Map.of("id", "j1", "poolInfo", Map.of("poolId", POOL)));

    assertThat(tokenRequests()).hasSize(2);
    assertThat(requests("POST", "/jobs"))
        .extracting(LoggedRequest::status)
        .containsExactly(401, 201);
  }

  @Test
  void aTokenOfABeanIsSent() {
    bind(() -> simulator.azBatch().issueToken(Duration.ofHours(1)));

    list("azbatch:listJobs?credentialType=AZURE_IDENTITY");
    list("azbatch:listPools?credentialType=AZURE_IDENTITY");

    assertThat(tokenRequests()).isEmpty();
  }

  private void bind(Supplier<String> tokens) {
    TokenCredential credential =
        request ->
            Mono.fromSupplier(
                () -> new AccessToken(tokens.get(), OffsetDateTime.now().plusHours(1)));
    context().getRegistry().bind("credential", credential);
  }

  @Test
  void tokensThatAreRefusedTwiceFailTheExchange() {
    AtomicInteger given = new AtomicInteger();
    bind(() -> "not-a-token-" + given.incrementAndGet());

    AzBatchException failure =
        refusal("azbatch:listJobs?credentialType=AZURE_IDENTITY&maxRetries=0", null);

    assertThat(failure)
        .hasMessageContaining("HTTP status 401")
        .hasMessageContaining(
            "check the options credentialType, tenantId, clientId and clientSecret");
    assertThat(requests("GET", "/jobs")).hasSize(2);
    assertThat(given).hasValue(2);
    assertThat(everythingOf(failure)).doesNotContain("not-a-token");
  }

  @Test
  void aWrongSecretIsNamedAndNotShown() {
    try (CapturedLog log = new CapturedLog()) {
      Throwable failure =
          failure("azbatch:listJobs?maxRetries=0&clientSecret=RAW(wr0ng+s3cret)", null);

      assertThat(failure)
          .hasMessageContaining("AADSTS7000215")
          .hasMessageContaining("tenantId, clientId and clientSecret");
      assertThat(everythingOf(failure) + log.text()).doesNotContain("wr0ng");
    }
    assertThat(requests("GET", "/jobs")).as("nothing is sent without a token").isEmpty();
  }

  @Test
  void theSecretGoesToTheTokenEndpointOnly() {
    list("azbatch:listJobs");

    assertThat(simulator.requests().all())
        .filteredOn(request -> String.valueOf(request.body()).contains(SECRET))
        .extracting(LoggedRequest::path)
        .containsExactly("/" + AccountCredentials.DEFAULT_TENANT + "/oauth2/v2.0/token");
    assertThat(simulator.requests().all())
        .noneMatch(request -> String.valueOf(request.query()).contains(SECRET));
  }

  private static String everythingOf(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
