/**
 * The objects of Azure Batch that are typed: those of {@code listPreparationAndReleaseTaskStatus},
 * and errors. Each converts to a Map and to JSON and back, by its methods or by Camel's type
 * converters; what the service adds to them is kept.
 */
package io.github.camelhpc.azbatch.model;
