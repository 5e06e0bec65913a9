/**
 * What detail view servers say of requests and resources, as records: {@link
 * io.github.camelhpc.dbapi.model.RequestStatus}, {@link
 * io.github.camelhpc.dbapi.model.ResourceResult} with its series, rows and CSV of them, and the
 * body of a change of resources. Each converts to a Map and to JSON, by its methods or by Camel's
 * type converters; what the service adds is kept.
 */
package io.github.camelhpc.dbapi.model;
