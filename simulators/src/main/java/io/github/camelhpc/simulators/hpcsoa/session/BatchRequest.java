package io.github.camelhpc.simulators.hpcsoa.session;

import io.github.camelhpc.simulators.hpcsoa.SoaCall;

/**
 * A request as it was sent.
 *
 * @param call what the service sees
 * @param messageId its message id, or empty
 */
public record BatchRequest(SoaCall call, String messageId) {}
