package io.github.camelhpc.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The defaults in docs/application.md, the limits of HTTP among them, are the application's. */
class DocumentedSettingsTest {

  private static final Pattern ROW =
      Pattern.compile("^\\| `([a-z][\\w.-]+)` \\| `([^`]+)` \\|", Pattern.MULTILINE);

  @Test
  void theDefaultsAreThoseOfTheApplication() throws IOException {
    Properties settings = new Properties();
    try (Reader file =
        Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
      settings.load(file);
    }
    Matcher row = ROW.matcher(Files.readString(Path.of("../docs/application.md")));
    Properties documented = new Properties();
    while (row.find()) {
      documented.setProperty(row.group(1), row.group(2));
    }
    assertThat(documented)
        .containsKeys(
            "app.api.request-timeout",
            "quarkus.http.limits.max-body-size",
            "quarkus.http.limits.max-header-size",
            "quarkus.http.limits.max-connections",
            "quarkus.http.idle-timeout");
    assertThat(settings).containsAllEntriesOf(documented);
  }
}
