/** What consumers have completed, in Camel's JDBC repository on real databases. */
package io.github.camelhpc.reliability.repository;
