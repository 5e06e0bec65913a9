package io.github.camelhpc.app.leader;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.nio.file.Path;

/** The settings {@code app.leader-election*}; docs/deployment.md describes them. */
@ConfigMapping(prefix = "app.leader-election")
public interface LeaderElectionSettings {

  /** How the leader is elected. */
  @WithParentName
  @WithDefault("none")
  ElectionKind kind();

  /** Where the lock file is: a folder that all applications share; made if it is not there. */
  Path folder();

  /** The name of the Lease of Kubernetes. */
  @WithDefault("camel-hpc")
  String lease();
}
