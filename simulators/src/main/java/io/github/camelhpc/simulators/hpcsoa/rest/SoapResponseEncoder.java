package io.github.camelhpc.simulators.hpcsoa.rest;

import static io.github.camelhpc.simulators.hpcsoa.XmlText.escaped;

import io.github.camelhpc.simulators.hpcsoa.SimulatedResponse;
import io.github.camelhpc.simulators.hpcsoa.SoaCall;
import io.github.camelhpc.simulators.hpcsoa.session.EndReason;
import io.vertx.core.buffer.Buffer;

/** SOAP envelopes in one root element (facts/hpcsoa.md §3.2). */
final class SoapResponseEncoder implements ResponseEncoder {

  private static final String START =
      "<s:Envelope xmlns:s=\""
          + EnvelopeReader.SOAP
          + "\" xmlns:a=\""
          + EnvelopeReader.ADDRESSING
          + "\"><s:Header><a:Action s:mustUnderstand=\"1\">";
  private static final String TO =
      "<a:To s:mustUnderstand=\"1\">http://www.w3.org/2005/08/addressing/anonymous</a:To>";
  private static final String BODY = "</s:Header><s:Body>";
  private static final String END = "</s:Body></s:Envelope>";

  private final String root;
  private final String prefix;
  private final String callbackId;

  /**
   * @param prefix what the names of elements begin with
   * @param clientData what the client sent along, to be echoed
   */
  SoapResponseEncoder(String prefix, String clientData) {
    this.prefix = prefix + "_Broker_";
    root = prefix + "_WebAPI_MessageArray";
    callbackId = header("ResponseCallbackId", clientData);
  }

  @Override
  public String contentType() {
    return "application/xml; charset=utf-8";
  }

  @Override
  public void begin(Buffer out) {
    out.appendString("<" + root + ">");
  }

  @Override
  public void response(Buffer out, SimulatedResponse response) {
    StringBuilder xml =
        new StringBuilder(response.output().length() + 900)
            .append(START)
            .append(escaped(response.action()))
            .append("</a:Action>");
    if (!response.relatesTo().isEmpty()) {
      xml.append("<a:RelatesTo>").append(escaped(response.relatesTo())).append("</a:RelatesTo>");
    }
    xml.append(TO).append(header("RequestActionNS", response.requestAction()));
    if (!response.userData().isEmpty()) {
      xml.append(header("UserDataNS", response.userData()));
    }
    xml.append(callbackId).append(BODY);
    appendBody(xml, response);
    out.appendString(xml.append(END).toString());
  }

  private String header(String name, String value) {
    String start = "<" + prefix + name + " xmlns=\"http://www.microsoft.com/hpc\"";
    return value.isEmpty()
        ? start + "/>"
        : start + ">" + escaped(value) + "</" + prefix + name + ">";
  }

  private static void appendBody(StringBuilder xml, SimulatedResponse response) {
    switch (response.kind()) {
      case XML -> xml.append(response.output());
      case GENERIC ->
          xml.append("<GenericOperationResponse xmlns=\"")
              .append(SoaCall.GENERIC_NAMESPACE)
              .append("\"><GenericOperationResult>")
              .append(escaped(response.output()))
              .append("</GenericOperationResult></GenericOperationResponse>");
      case FAULT -> appendFault(xml, "", response.output());
      case SESSION_FAILURE ->
          appendFault(
              xml,
              "<s:Subcode><s:Value>Broker_SessionFailure</s:Value></s:Subcode>",
              response.output());
    }
  }

  private static void appendFault(StringBuilder xml, String subcode, String reason) {
    xml.append("<s:Fault><s:Code><s:Value>s:Receiver</s:Value>")
        .append(subcode)
        .append("</s:Code><s:Reason><s:Text xml:lang=\"en-US\">")
        .append(escaped(reason))
        .append("</s:Text></s:Reason></s:Fault>");
  }

  @Override
  public void end(Buffer out, long count, EndReason reason) {
    out.appendString(
        START
            + GenericResponseEncoder.END_ACTION
            + "</a:Action>"
            + callbackId
            + TO
            + BODY
            + "<EndOfResponses xmlns=\"http://tempuri.org/\"><Count>"
            + count
            + "</Count><Reason>"
            + reason.wireName()
            + "</Reason></EndOfResponses>"
            + END
            + "</"
            + root
            + ">");
  }
}
