package io.github.camelhpc.simulators.azbatch.account;

/**
 * How many nodes a pool is to have.
 *
 * @param dedicated nodes that stay
 * @param lowPriority nodes that the real service may take away
 */
record NodeTargets(int dedicated, int lowPriority) {

  int of(boolean ofDedicated) {
    return ofDedicated ? dedicated : lowPriority;
  }
}
