/** Proofs of what docs/reliability.md promises, on real databases, brokers and processes. */
package io.github.camelhpc.reliability;
