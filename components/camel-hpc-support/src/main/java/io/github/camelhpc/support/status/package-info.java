/** What changed since the last look, and when something is done. Clock and service are given. */
package io.github.camelhpc.support.status;
