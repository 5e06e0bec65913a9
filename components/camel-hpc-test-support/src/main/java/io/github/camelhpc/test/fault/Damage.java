package io.github.camelhpc.test.fault;

import io.github.camelhpc.test.server.MisbehavingServer.Connection;
import io.github.camelhpc.test.server.MisbehavingServer.Request;
import java.io.IOException;

/** What becomes of a good answer on its way to the client. */
@FunctionalInterface
interface Damage {
  void send(Request request, Answer good, Connection connection) throws IOException;
}
