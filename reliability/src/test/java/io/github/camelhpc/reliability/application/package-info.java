/** The packaged application as a process that can be watched and killed. */
package io.github.camelhpc.reliability.application;
