package io.github.camelhpc.app.leader;

/** How the leader is elected: the values of {@code app.leader-election}. */
public enum ElectionKind {
  /** Not at all: this application works with its inbox alone. */
  NONE,
  /** By the lock of a file in a folder that all share. */
  FILE,
  /** By a Lease of Kubernetes, in a build with the Maven profile {@code kubernetes}. */
  KUBERNETES
}
