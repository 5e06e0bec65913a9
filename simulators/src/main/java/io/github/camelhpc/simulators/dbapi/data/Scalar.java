package io.github.camelhpc.simulators.dbapi.data;

/**
 * One value of a resource.
 *
 * @param key the name of the member in results
 * @param label the readable name
 * @param unit the unit; may be empty
 * @param data the value, as text
 */
public record Scalar(String key, String label, String unit, String data) {}
