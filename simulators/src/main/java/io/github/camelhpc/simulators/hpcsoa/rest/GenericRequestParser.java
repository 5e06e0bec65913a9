package io.github.camelhpc.simulators.hpcsoa.rest;

import io.github.camelhpc.simulators.hpcsoa.FaultCode;
import io.github.camelhpc.simulators.hpcsoa.SoaCall;
import io.github.camelhpc.simulators.hpcsoa.SoaFault;
import io.github.camelhpc.simulators.hpcsoa.session.BatchRequest;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Requests of a generic service: input, U+FFFF, user data, U+0000, in UTF-8 (facts/hpcsoa.md §3.1).
 */
final class GenericRequestParser implements RequestParser {

  private static final char SEPARATOR = '\uFFFF';

  private final long maxMessageSize;
  private final ByteArrayOutputStream item = new ByteArrayOutputStream(256);

  GenericRequestParser(int maxMessageSize) {
    this.maxMessageSize = maxMessageSize;
  }

  @Override
  public List<BatchRequest> feed(byte[] piece) {
    List<BatchRequest> complete = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < piece.length; i++) {
      if (piece[i] == 0) {
        append(piece, start, i);
        complete.add(request());
        start = i + 1;
      }
    }
    append(piece, start, piece.length);
    return complete;
  }

  private void append(byte[] piece, int from, int to) {
    if (item.size() + (long) (to - from) > maxMessageSize) {
      throw SoaFault.of(
          FaultCode.FAILED_TO_SEND_REQUEST,
          "A request is larger than the MaxMessageSize of {0} bytes.",
          maxMessageSize);
    }
    item.write(piece, from, to - from);
  }

  private BatchRequest request() {
    String text = text();
    int separator = text.indexOf(SEPARATOR);
    if (separator < 0 || text.indexOf(SEPARATOR, separator + 1) >= 0) {
      throw SoaFault.argument("A generic request has two parts with one U+FFFF between them.");
    }
    String userData = RequestParser.checkedUserData(text.substring(separator + 1));
    SoaCall call =
        new SoaCall(SoaCall.GENERIC_ACTION, text.substring(0, separator), userData, true);
    BatchRequest request = new BatchRequest(call, "");
    item.reset();
    return request;
  }

  private String text() {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(item.toByteArray()))
          .toString();
    } catch (CharacterCodingException e) {
      throw SoaFault.argument("The body is not UTF-8.");
    }
  }

  @Override
  public void end() {
    if (item.size() > 0) {
      throw SoaFault.argument("The last generic request does not end with U+0000.");
    }
  }
}
