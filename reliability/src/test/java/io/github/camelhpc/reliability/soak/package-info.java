/** Steady load on the application, and what it holds on to meanwhile: docs/reliability.md. */
package io.github.camelhpc.reliability.soak;
