package io.github.camelhpc.dbapi.model;

/** What the service says of an attribute of a resource: one value, or values over time. */
public sealed interface Attribute permits ScalarAttribute, SeriesAttribute {}
