package io.github.camelhpc.simulators.hpcsoa.rest;

import io.github.camelhpc.simulators.hpcsoa.SimulatedResponse;
import io.github.camelhpc.simulators.hpcsoa.session.EndReason;
import io.vertx.core.buffer.Buffer;

/** A form of the body of getResponses. */
interface ResponseEncoder {

  /** The type of the body. */
  String contentType();

  /** What the body begins with. */
  void begin(Buffer out);

  /** One response. */
  void response(Buffer out, SimulatedResponse response);

  /** The end message, and the end of the body. */
  void end(Buffer out, long count, EndReason reason);
}
