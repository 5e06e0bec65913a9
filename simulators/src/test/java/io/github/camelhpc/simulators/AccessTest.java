package io.github.camelhpc.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Credentials, roles, and TLS. */
class AccessTest {

  @RegisterExtension
  static final RunningSimulators SIMULATORS =
      new RunningSimulators(
          builder ->
              builder
                  .httpsPort(0)
                  .user("HPC\\jane", "pässword:1", UserRole.JOB_ADMINISTRATOR)
                  .user("operator", "o", UserRole.JOB_OPERATOR));

  @Test
  void withoutCredentialsNothingIsServed() {
    HttpResponse<String> response =
        SIMULATORS.client().without("Authorization").get("/cluster/version");

    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.headers().firstValue("WWW-Authenticate").orElseThrow())
        .startsWith("Basic realm=");
    assertThat(SIMULATORS.client().as("hpcuser", "wrong").get("/jobs").statusCode()).isEqualTo(401);
    assertThat(SIMULATORS.client().with("Authorization", "Basic ###").get("/jobs").statusCode())
        .isEqualTo(401);
    assertThat(SIMULATORS.client().with("Authorization", "Bearer x").get("/jobs").statusCode())
        .isEqualTo(401);
  }

  @Test
  void userNamesComeWithAndWithoutDomain() {
    for (String name : new String[] {"hpcuser", "HPCUSER", "ANY\\hpcuser", "hpcuser@any.example"}) {
      assertThat(SIMULATORS.client().as(name, "secret").get("/jobs").statusCode())
          .as(name)
          .isEqualTo(200);
    }
    for (String name : new String[] {"hpc\\jane", "jane"}) {
      assertThat(SIMULATORS.client().as(name, "pässword:1").get("/jobs").statusCode())
          .as(name)
          .isEqualTo(200);
    }
    assertThat(SIMULATORS.client().as("OTHER\\jane", "pässword:1").get("/jobs").statusCode())
        .isEqualTo(401);
  }

  @Test
  void onlyAdministratorsActForOthers() {
    SimulatorClient plain = SIMULATORS.client().as("other", "secret2");
    SimulatorClient jobAdministrator = SIMULATORS.client().as("jane", "pässword:1");

    assertThat(plain.with("x-ms-as-user", "hpcuser").get("/jobs").statusCode()).isEqualTo(403);
    int job = jobAdministrator.with("x-ms-as-user", "other").createJob();
    assertThat(plain.property(job, "Owner")).isEqualTo("other");
    plain.submit(job);
    assertThat(jobAdministrator.with("x-ms-as-user", "stranger").get("/jobs").statusCode())
        .isEqualTo(403);
  }

  @Test
  void plainUsersActOnTheirOwnJobsOnly() {
    int job = SIMULATORS.client().createJob();
    SimulatorClient plain = SIMULATORS.client().as("other", "secret2");
    SimulatorClient operator = SIMULATORS.client().as("operator", "o");

    assertThat(plain.get("/jobs/" + job).statusCode()).isEqualTo(200);
    assertThat(plain.put("/jobs/" + job, "[]").statusCode()).isEqualTo(403);
    assertThat(plain.post("/jobs/" + job + "/cancel").statusCode()).isEqualTo(403);
    assertThat(plain.post("/cluster/nodes/CN001/operations/stop").statusCode()).isEqualTo(403);
    assertThat(operator.put("/jobs/" + job, "[]").statusCode()).isEqualTo(403);
    assertThat(operator.post("/jobs/" + job + "/cancel").statusCode()).isEqualTo(204);
  }

  @Test
  void rolesAreTold() {
    assertThat(SIMULATORS.client().get("/cluster/userRoles").body())
        .isEqualTo("[\"User\",\"Administrator\"]");
    assertThat(SIMULATORS.client().as("other", "secret2").get("/cluster/userRoles").body())
        .isEqualTo("[\"User\"]");
  }

  @Test
  void certificateIsGoodForClientsThatTrustIt() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(SIMULATORS.get().hpcPackSecureUrl() + "/cluster/version"))
            .header(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString("hpcuser:secret".getBytes("UTF-8")))
            .build();
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(SIMULATORS.get().trustStore());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);

    HttpResponse<String> trusted =
        HttpClient.newBuilder()
            .sslContext(context)
            .build()
            .send(request, HttpResponse.BodyHandlers.ofString());

    assertThat(trusted.body()).isEqualTo("\"6.0.7128.0\"");
    assertThatThrownBy(
            () -> HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding()))
        .isInstanceOf(SSLHandshakeException.class);
  }

  @Test
  void aClosedPortHasNeitherUrlNorCertificate() {
    try (HpcSimulators simulators = HpcSimulators.builder().httpsPort(-1).start()) {
      assertThatThrownBy(simulators::trustStore)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("The HTTPS port is closed");
      assertThatThrownBy(simulators::hpcPackSecureUrl)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("The HTTPS port is closed");
    }
  }

  @Test
  void whatNoServiceServesIsNotFoundInJson() {
    HttpResponse<String> response =
        SIMULATORS.client().at(SIMULATORS.get().httpUrl()).get("/elsewhere");

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.body())
        .isEqualTo("{\"Message\":\"There is no such resource on this server.\"}");
  }

  @Test
  void wrongPercentEncodingIsABadRequest() throws Exception {
    for (String path : new String[] {"/hpc/nodes/%zz", "/hpc/jobs?owner=%zz"}) {
      assertThat(raw("GET " + path + " HTTP/1.1")).as(path).startsWith("HTTP/1.1 400 ");
    }
  }

  @Test
  void tooBigABodyIsRefused() throws Exception {
    assertThat(raw("POST /hpc/jobs HTTP/1.1\r\nContent-Length: 99999999999"))
        .startsWith("HTTP/1.1 413 ");
  }

  /** What a client would refuse to send. */
  private static String raw(String head) throws IOException {
    URI server = URI.create(SIMULATORS.get().httpUrl());
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket
          .getOutputStream()
          .write(
              (head + "\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      return new BufferedReader(new InputStreamReader(socket.getInputStream())).readLine();
    }
  }

  @Test
  void dateComesFromTheClock() {
    assertThat(SIMULATORS.client().get("/cluster/version").headers().firstValue("Date"))
        .hasValue("Sun, 01 Mar 2026 09:00:00 GMT");
  }

  @Test
  void secretsAreNotInTexts() {
    assertThat(new SimulatorUser("a", "hidden", UserRole.USER).toString()).doesNotContain("hidden");
  }

  @Test
  void randomPasswordIsMadeIfThereIsNoUser() {
    try (HpcSimulators simulators = HpcSimulators.builder().httpsPort(-1).start()) {
      assertThat(simulators.userName()).isEqualTo("hpcuser");
      assertThat(simulators.password()).hasSizeGreaterThan(20);
      assertThat(SimulatorClient.of(simulators).get("/jobs").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void portInUseIsSaidInASentence() {
    int port = URI.create(SIMULATORS.get().httpUrl()).getPort();

    assertThatThrownBy(() -> HpcSimulators.builder().httpPort(port).start())
        .hasMessageContaining("Port " + port + " of 127.0.0.1 cannot be opened: it is in use");
  }
}
