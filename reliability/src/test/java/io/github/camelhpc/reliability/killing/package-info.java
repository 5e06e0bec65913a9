/** Nothing is lost while applications are killed and the head node fails: docs/reliability.md. */
package io.github.camelhpc.reliability.killing;
