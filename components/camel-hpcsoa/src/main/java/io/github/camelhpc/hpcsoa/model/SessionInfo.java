package io.github.camelhpc.hpcsoa.model;

/**
 * A session as createSession and attachSession answer it (facts/hpcsoa.md §2.2).
 *
 * @param brokerNode the host for operations on batches, without scheme and port; {@code null} if
 *     the service names none
 * @param id the session's id
 * @param durable whether delivered responses are kept; always false in Azure
 * @param maxMessageSize the largest request or response, in bytes; 0 if the service names none
 * @param serviceOperationTimeout the longest time for one request, in milliseconds; 0 if the
 *     service names none
 * @param serviceVersion the version of the service, such as {@code 1.0}; {@code null} if it has
 *     none
 */
public record SessionInfo(
    String brokerNode,
    int id,
    boolean durable,
    long maxMessageSize,
    int serviceOperationTimeout,
    String serviceVersion) {}
