package io.github.camelhpc.app.leader;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.nio.file.Path;
import java.time.Duration;

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

  /**
   * How long the Lease is good for, in whole seconds: so long does nobody work if the leader is
   * killed. The leader renews it ten times as often, and gives up when it could not for half of it.
   */
  @WithDefault("20s")
  Duration leaseDuration();
}
