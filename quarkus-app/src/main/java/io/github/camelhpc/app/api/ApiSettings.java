package io.github.camelhpc.app.api;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** The settings {@code app.api.*}; docs/application.md describes them. */
@ConfigMapping(prefix = "app.api")
public interface ApiSettings {

  /** The only user. */
  @WithDefault("camel-hpc")
  String username();

  /**
   * The password of the user, 16 characters or more. Without it nobody has to log in, and the
   * application listens on a loopback address only.
   */
  Optional<String> password();

  /** How many jobs may be posted in a second; those above are answered with 429. 1 or more. */
  @WithDefault("100")
  int submissionsPerSecond();

  /** How long a request may take to arrive; then the connection is closed. */
  @WithDefault("30s")
  Duration requestTimeout();
}
