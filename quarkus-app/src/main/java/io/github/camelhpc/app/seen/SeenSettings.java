package io.github.camelhpc.app.seen;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The settings {@code app.seen*}; docs/application.md describes them. */
@ConfigMapping(prefix = "app.seen")
public interface SeenSettings {

  /**
   * Where it is remembered: without it in a file (of H2, or in a native executable of Camel), or in
   * memory if {@code app.leader-election} tells that there are other applications. With the
   * simulator, which forgets all at its end, always in memory.
   */
  @WithParentName
  Optional<SeenKind> kind();

  /** The folder of the file; made if it is not there. */
  @WithDefault("state")
  Path folder();

  /** The database of PostgreSQL: {@code jdbc:postgresql://host:5432/name}. */
  Optional<String> url();

  /** Who connects to PostgreSQL. */
  Optional<String> username();

  /** The password of PostgreSQL. */
  Optional<String> password();

  /**
   * More names by which routes ask for it, besides {@code seen}: what was completed under one name
   * is not completed under another.
   */
  Optional<List<String>> names();

  /**
   * How long something is remembered that no list has had any more: 2 days at least, and longer
   * than the application, or its cluster, is ever away.
   */
  @WithDefault("30d")
  Duration keep();
}
