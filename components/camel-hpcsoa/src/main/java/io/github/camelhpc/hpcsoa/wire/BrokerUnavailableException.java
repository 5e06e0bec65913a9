package io.github.camelhpc.hpcsoa.wire;

import java.io.IOException;

/**
 * The broker of the session is down; nothing more comes in this answer. Attach to the session to be
 * told another broker node (facts/hpcsoa.md §3.2).
 */
public final class BrokerUnavailableException extends IOException {

  private static final long serialVersionUID = 1L;

  BrokerUnavailableException() {
    super("the session's broker is not available; attach to the session and read again");
  }
}
