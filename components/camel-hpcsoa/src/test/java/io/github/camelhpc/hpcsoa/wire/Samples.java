package io.github.camelhpc.hpcsoa.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The answers of the reference, and pieces to make others (facts/hpcsoa.md §3). */
final class Samples {

  static final String ECHO_RESPONSE = "http://tempuri.org/IEcho/EchoResponse";

  private static final String ENVELOPE =
      "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\""
          + " xmlns:a=\"http://www.w3.org/2005/08/addressing\">%s</s:Envelope>";

  private Samples() {}

  static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] resource(String name) {
    try (InputStream in = Samples.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An item of the generic format. */
  static String item(String first, String second, String third) {
    return first + '\uFFFF' + second + '\uFFFF' + third + '\0';
  }

  static String genericEnd(long count, String reason) {
    return item("http://hpc.microsoft.com/EndOfGetResponse", Long.toString(count), reason);
  }

  static String array(String... envelopes) {
    return "<HPCServer2008_WebAPI_MessageArray>"
        + String.join("", envelopes)
        + "</HPCServer2008_WebAPI_MessageArray>";
  }

  /** An envelope with a body, headers around. */
  static String response(int number, String body) {
    return ENVELOPE.formatted(
        "<s:Header><a:Action s:mustUnderstand=\"1\">%s</a:Action>".formatted(ECHO_RESPONSE)
            + "<a:RelatesTo>urn:uuid:6f1de3f2-5c8c-4c41-9a0a-%012d</a:RelatesTo>".formatted(number)
            + "<a:To s:mustUnderstand=\"1\">http://www.w3.org/2005/08/addressing/anonymous</a:To>"
            + hpc("RequestActionNS", "http://tempuri.org/IEcho/Echo")
            + hpc("UserDataNS", "id-" + number)
            + hpc("ResponseCallbackId", "")
            + "</s:Header><s:Body>"
            + body
            + "</s:Body>");
  }

  static String echo(int number) {
    return response(
        number,
        "<EchoResponse xmlns=\"http://tempuri.org/\"><EchoResult>pong %d</EchoResult></EchoResponse>"
            .formatted(number));
  }

  static String soapEnd(String count, String reason) {
    return ENVELOPE.formatted(
        "<s:Header><a:Action s:mustUnderstand=\"1\">http://hpc.microsoft.com/EndOfGetResponse"
            + "</a:Action></s:Header><s:Body><EndOfResponses xmlns=\"http://tempuri.org/\">"
            + "<Count>%s</Count><Reason>%s</Reason></EndOfResponses></s:Body>"
                .formatted(count, reason));
  }

  private static String hpc(String name, String text) {
    return "<HPCServer2008_Broker_%1$s xmlns=\"http://www.microsoft.com/hpc\">%2$s</HPCServer2008_Broker_%1$s>"
        .formatted(name, text);
  }
}
