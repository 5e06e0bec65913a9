package io.github.camelhpc.azbatch.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import io.github.camelhpc.support.camel.ServiceConfiguration;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** What still works, and what is said, when the optional Azure libraries are not there. */
class WithoutAzureTest {

  /** Everything on the class path, but for these packages. */
  private static final class Without extends URLClassLoader {
    private final List<String> packages;

    Without(String... packages) {
      super(classPath(), ClassLoader.getPlatformClassLoader());
      this.packages = List.of(packages);
    }

    private static URL[] classPath() {
      return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
          .map(Without::url)
          .toArray(URL[]::new);
    }

    private static URL url(String path) {
      try {
        return new File(path).toURI().toURL();
      } catch (MalformedURLException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (packages.stream().anyMatch(name::startsWith)) {
        throw new ClassNotFoundException(name);
      }
      return super.loadClass(name, resolve);
    }

    String run(Class<? extends Callable<String>> work) throws Exception {
      Thread thread = Thread.currentThread();
      ClassLoader before = thread.getContextClassLoader();
      // Camel looks for its factories there
      thread.setContextClassLoader(this);
      try {
        Object callable = loadClass(work.getName()).getDeclaredConstructor().newInstance();
        return (String) ((Callable<?>) callable).call();
      } finally {
        thread.setContextClassLoader(before);
      }
    }
  }

  /** Signs a request with a shared key. */
  public static final class Signing implements Callable<String> {
    @Override
    public String call() throws Exception {
      ClassicHttpRequest request = ClassicRequestBuilder.get("http://localhost/jobs").build();
      new SharedKeyAuthorizer("account", "a2V5", Clock.systemUTC()).authorize(request);
      return request.getFirstHeader("Authorization").getValue();
    }
  }

  /** Wants tokens of a registered application. */
  public static final class ClientSecret implements Callable<String> {
    @Override
    public String call() throws Exception {
      try (DefaultCamelContext context = new DefaultCamelContext()) {
        TokenSources.clientSecret(
            new RegisteredApplication("t", "c", "s", null),
            "scope",
            context,
            new ServiceConfiguration() {});
        return "works";
      } catch (IllegalArgumentException e) {
        return e.getMessage();
      }
    }
  }

  /** Wants tokens of whatever there is. */
  public static final class Environment implements Callable<String> {
    @Override
    public String call() throws Exception {
      try (DefaultCamelContext context = new DefaultCamelContext()) {
        TokenSources.credential(null, "scope", context);
        return "works";
      } catch (IllegalArgumentException e) {
        return e.getMessage();
      }
    }
  }

  /** Has a credential of its own. */
  public static final class OwnCredential implements Callable<String> {
    @Override
    public String call() throws Exception {
      TokenCredential own =
          request -> Mono.just(new AccessToken("own", OffsetDateTime.now().plusHours(1)));
      try (DefaultCamelContext context = new DefaultCamelContext()) {
        return TokenSources.credential(own, "scope", context).fetch().value();
      }
    }
  }

  @Test
  void sharedKeyDoesWithoutThem() throws Exception {
    try (Without azure = new Without("com.azure.", "com.microsoft.", "reactor.")) {
      assertThat(azure.run(Signing.class)).startsWith("SharedKey account:");
    }
  }

  @Test
  void clientSecretNamesWhatToAdd() throws Exception {
    try (Without azure = new Without("com.azure.")) {
      assertThat(azure.run(ClientSecret.class))
          .isEqualTo(
              "azbatch cannot use credentialType=CLIENT_SECRET: add the dependencies"
                  + " com.azure:azure-identity and com.azure:azure-core-http-jdk-httpclient, or set"
                  + " the option credentialType to SHARED_KEY");
    }
  }

  @Test
  void azureIdentityNamesWhatToAdd() throws Exception {
    try (Without azure = new Without("com.azure.")) {
      assertThat(azure.run(Environment.class))
          .startsWith("azbatch cannot use credentialType=AZURE_IDENTITY: add the dependencies");
    }
  }

  @Test
  void clientSecretNeedsTheHttpClientToo() throws Exception {
    try (Without jdkClient = new Without("com.azure.core.http.jdk.")) {
      assertThat(jdkClient.run(ClientSecret.class))
          .contains("com.azure:azure-core-http-jdk-httpclient");
    }
  }

  @Test
  void ownCredentialDoesWithAzureCore() throws Exception {
    try (Without identity =
        new Without("com.azure.identity.", "com.azure.core.http.jdk.", "com.microsoft.")) {
      assertThat(identity.run(OwnCredential.class)).isEqualTo("own");
    }
  }

  @Test
  void allWorksWithThem() throws Exception {
    try (Without nothing = new Without()) {
      assertThat(nothing.run(ClientSecret.class)).isEqualTo("works");
      assertThat(nothing.run(Environment.class)).isEqualTo("works");
    }
  }
}
