package io.github.camelhpc.hpcsoa.wire;

import io.github.camelhpc.hpcsoa.model.SoaRequest;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;

/**
 * Writes requests to a generic service: {@code input ␟ userdata ␀}, again and again; ␟ is U+FFFF, ␀
 * is U+0000, all is UTF-8 (facts/hpcsoa.md §3.1). The format carries no message ids: to send the
 * same again makes further requests.
 */
public final class GenericRequestWriter implements RequestWriter {

  @Override
  public long write(Iterator<SoaRequest> requests, OutputStream out) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    long count = 0;
    while (requests.hasNext()) {
      count++;
      write(count, requests.next(), writer);
    }
    writer.flush();
    return count;
  }

  private static void write(long number, SoaRequest request, Writer writer) throws IOException {
    if (request == null || request.body() == null) {
      throw RequestText.refused(number, request, "has no body; an empty text is allowed");
    }
    String userData = RequestText.userData(number, request);
    require(number, request, request.body(), "the body ");
    require(number, request, userData, "the user data ");
    writer.write(request.body());
    writer.write('\uFFFF');
    writer.write(userData);
    writer.write('\0');
  }

  private static void require(long number, SoaRequest request, String text, String what) {
    String why = RequestText.whyNotGeneric(text);
    if (why != null) {
      throw RequestText.refused(number, request, "cannot be sent: " + what + why);
    }
  }
}
