package io.github.camelhpc.simulators.hpcsoa.rest;

import io.github.camelhpc.simulators.hpcsoa.SimulatedResponse;
import io.github.camelhpc.simulators.hpcsoa.service.OperationElement;
import io.github.camelhpc.simulators.hpcsoa.session.EndReason;
import io.vertx.core.buffer.Buffer;
import javax.xml.stream.XMLStreamException;

/**
 * Action, output and user data, separated by U+FFFF, each item ended by U+0000, in UTF-8
 * (facts/hpcsoa.md §3.1). How the real service writes a fault is not known: here it has the action
 * of a fault, and its reason is the output.
 */
final class GenericResponseEncoder implements ResponseEncoder {

  /** The action of the end message. */
  static final String END_ACTION = "http://hpc.microsoft.com/EndOfGetResponse";

  private static final byte[] SEPARATOR = {(byte) 0xEF, (byte) 0xBF, (byte) 0xBF};
  private static final byte END_OF_ITEM = 0;

  @Override
  public String contentType() {
    return "application/octet-stream";
  }

  @Override
  public void begin(Buffer out) {
    // the first item comes at once
  }

  @Override
  public void response(Buffer out, SimulatedResponse response) {
    item(out, response.action(), output(response), response.userData());
  }

  /** The response of another service is reduced to its text. */
  private static String output(SimulatedResponse response) {
    if (response.kind() != SimulatedResponse.Kind.XML) {
      return response.output();
    }
    try {
      return OperationElement.parse(response.output()).text();
    } catch (XMLStreamException e) {
      return response.output();
    }
  }

  @Override
  public void end(Buffer out, long count, EndReason reason) {
    item(out, END_ACTION, String.valueOf(count), reason.wireName());
  }

  private static void item(Buffer out, String action, String output, String userData) {
    out.appendString(action)
        .appendBytes(SEPARATOR)
        .appendString(output)
        .appendBytes(SEPARATOR)
        .appendString(userData)
        .appendByte(END_OF_ITEM);
  }
}
