package io.github.camelhpc.simulators.hpcpack.model;

/**
 * A group of nodes.
 *
 * @param name its name
 * @param description what it is for
 * @param managed whether it is built in and cannot be changed
 */
public record NodeGroup(String name, String description, boolean managed) {}
