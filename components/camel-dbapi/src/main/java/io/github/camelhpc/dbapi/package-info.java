/** The Camel component {@code dbapi:} for Hitachi Ops Center Analyzer detail view. */
package io.github.camelhpc.dbapi;
