/** The Camel component {@code azbatch:} for Azure Batch. */
package io.github.camelhpc.azbatch;
