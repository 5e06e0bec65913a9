/** Access tokens: kept, renewed in time, and fetched again when they are refused. */
package io.github.camelhpc.support.token;
