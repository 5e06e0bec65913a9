/** How answers of detail view servers are read, and what they convert to. */
package io.github.camelhpc.dbapi.wire;
