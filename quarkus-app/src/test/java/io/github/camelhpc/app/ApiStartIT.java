package io.github.camelhpc.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged application at its start, with TLS, and on this machine alone. */
class ApiStartIT {

  @TempDir Path folder;

  @Test
  void doesNotListenForOthersWithoutAPassword() {
    assertThatThrownBy(() -> PackagedApplication.start(folder, "quarkus.http.host=0.0.0.0").close())
        .hasMessageContaining(
            "quarkus.http.host=0.0.0.0 lets other machines run jobs here without a password: set"
                + " app.api.password, or quarkus.http.host=127.0.0.1");
  }

  @Test
  void aShortPasswordIsRefusedAndNotTold() {
    assertThatThrownBy(
            () -> PackagedApplication.start(folder, "APP_API_PASSWORD=short-one").close())
        .hasMessageContaining("app.api.password is too short")
        .message()
        .doesNotContain("short-one");
  }

  @Test
  void aPasswordThatCamelTakesForAPlaceholderIsNotTold() {
    assertThatThrownBy(
            () ->
                PackagedApplication.start(
                        folder,
                        "CAMEL_COMPONENT_HPCPACK_SERVICE_URL=http://127.0.0.1:1/",
                        "CAMEL_COMPONENT_HPCPACK_USERNAME=user",
                        "CAMEL_COMPONENT_HPCPACK_PASSWORD=hidden{{part}}hidden")
                    .close())
        .hasMessageContaining("no setting has the name between them")
        .message()
        .doesNotContain("hidden", "part");
  }

  @Test
  void aFolderOfSecretsThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> PackagedApplication.start(folder, "APP_SECRETS=/nowhere").close())
        .hasMessageContaining("app.secrets is not a folder that can be read: /nowhere");
  }

  @Test
  void browsersAreToldToStayWithTls() throws Exception {
    Path keys = folder.resolve("keys.p12");
    String name = "-dname CN=localhost -ext san=dns:localhost,ip:127.0.0.1 -keyalg EC";
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of("-genkeypair", "-alias", "http", "-keystore", keys.toString()));
    command.addAll(List.of("-storetype", "PKCS12", "-storepass", "changeit"));
    command.addAll(List.of(name.split(" ")));
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    KeyStore trusted = KeyStore.getInstance(keys.toFile(), "changeit".toCharArray());
    try (PackagedApplication secure =
        PackagedApplication.start(
            folder,
            "app.sample=false",
            "quarkus.tls.key-store.p12.path=" + keys,
            "quarkus.tls.key-store.p12.password=changeit",
            "quarkus.http.insecure-requests=disabled",
            "quarkus.http.ssl-port=0")) {
      assertThat(secure.url()).startsWith("https://127.0.0.1:");
      KeyStore authority = KeyStore.getInstance("PKCS12");
      authority.load(null, null);
      authority.setCertificateEntry("http", trusted.getCertificate("http"));
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(authority);
      SSLContext tls = SSLContext.getInstance("TLS");
      tls.init(null, trust.getTrustManagers(), null);
      HttpResponse<String> answer =
          HttpClient.newBuilder()
              .sslContext(tls)
              .build()
              .send(
                  HttpRequest.newBuilder(URI.create(secure.url() + "/jobs")).build(),
                  BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Strict-Transport-Security"))
          .hasValue("max-age=31536000");
    }
  }

  @Test
  void onThisMachineNoPasswordIsNeededButOtherNamesAreRefused() throws Exception {
    try (PackagedApplication local = PackagedApplication.start(folder, "app.sample=false")) {
      assertThat(RawHttp.request("GET", "/jobs").send(local.url()).status()).isEqualTo(200);
      assertThat(RawHttp.request("GET", "/q/health").send(local.url()).body()).contains("checks");
      RawHttp.Answer answer =
          RawHttp.request("GET", "/jobs").host("evil.example.com").send(local.url());
      assertThat(answer.status()).isEqualTo(421);
      assertThat(answer.body()).contains("app.api.password");
      assertThat(RawHttp.request("GET", "/jobs").host("localhost:8080").send(local.url()).status())
          .isEqualTo(200);
    }
  }
}
