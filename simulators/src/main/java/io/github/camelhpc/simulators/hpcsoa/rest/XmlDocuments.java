package io.github.camelhpc.simulators.hpcsoa.rest;

import static io.github.camelhpc.simulators.hpcsoa.XmlText.escaped;

import io.github.camelhpc.simulators.Answer;
import io.github.camelhpc.simulators.hpcsoa.SoaFault;
import io.github.camelhpc.simulators.hpcsoa.session.BatchStatus;
import io.github.camelhpc.simulators.hpcsoa.session.SoaSession;
import io.vertx.core.buffer.Buffer;
import java.util.List;

/** XML as .NET's data contracts write it: elements in alphabetical order. */
final class XmlDocuments implements Documents {

  static final String SESSION_NAMESPACE = "http://hpc.microsoft.com/";

  private static final String COMMON = "http://schemas.microsoft.com/HPCS2008R2/common";
  private static final String INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";
  private static final String ARRAYS = "http://schemas.microsoft.com/2003/10/Serialization/Arrays";
  private static final String SYSTEM = "http://schemas.datacontract.org/2004/07/System";

  @Override
  public Answer session(int status, SoaSession session, String brokerNode) {
    return answer(
        status,
        root("WebSessionInfo", SESSION_NAMESPACE)
            + element("BrokerNode", brokerNode)
            + element("Id", session.id())
            + element("IsDurable", false)
            + element("MaxMessageSize", session.start().maxMessageSize())
            + element("ServiceOperationTimeout", session.start().operationTimeout())
            + version(session.service().version())
            + "</WebSessionInfo>");
  }

  /** The members of System.Version; -1 stands for what a version does not have. */
  private static String version(String version) {
    String start = "<ServiceVersion xmlns:a=\"" + SYSTEM + "\"";
    if (version.isEmpty()) {
      return start + " i:nil=\"true\"/>";
    }
    String[] numbers = version.split("\\.");
    return start
        + ">"
        + element("a:_Build", -1)
        + element("a:_Major", numbers[0])
        + element("a:_Minor", numbers[1])
        + element("a:_Revision", -1)
        + "</ServiceVersion>";
  }

  /** Here the namespace has no slash at its end (facts/hpcsoa.md §4). */
  @Override
  public Answer status(BatchStatus status) {
    return answer(
        200,
        "<BrokerClientStatus xmlns=\"http://hpc.microsoft.com\">"
            + status.wireName()
            + "</BrokerClientStatus>");
  }

  @Override
  public Answer versions(List<String> versions) {
    StringBuilder xml = new StringBuilder(root("ArrayOfstring", ARRAYS));
    versions.forEach(version -> xml.append(element("string", version)));
    return answer(200, xml.append("</ArrayOfstring>").toString());
  }

  /** The answer of getClusters, which exists as XML only. */
  static Answer clusters(String name) {
    return answer(
        200,
        root("ArrayOfObject", COMMON)
            + "<Object><Properties><Property>"
            + element("Name", "Name")
            + element("Value", name)
            + "</Property></Properties></Object></ArrayOfObject>");
  }

  @Override
  public Answer fault(SoaFault fault) {
    return answer(
        fault.status(),
        root("HpcWebServiceFault", COMMON)
            + element("Code", fault.code().number())
            + element("Message", fault.getMessage())
            + values(fault.values())
            + "</HpcWebServiceFault>");
  }

  private static String values(List<String> values) {
    StringBuilder xml = new StringBuilder("<Values");
    if (values.isEmpty()) {
      xml.append(" i:nil=\"true\"");
    }
    xml.append(" xmlns:a=\"").append(SYSTEM).append(".Collections.Generic\"");
    if (values.isEmpty()) {
      return xml.append("/>").toString();
    }
    xml.append('>');
    for (int i = 0; i < values.size(); i++) {
      xml.append("<a:KeyValuePairOfstringstring>")
          .append(element("a:key", i))
          .append(element("a:value", values.get(i)))
          .append("</a:KeyValuePairOfstringstring>");
    }
    return xml.append("</Values>").toString();
  }

  private static String root(String name, String namespace) {
    return "<" + name + " xmlns=\"" + namespace + "\" xmlns:i=\"" + INSTANCE + "\">";
  }

  private static String element(String name, Object value) {
    return "<" + name + ">" + escaped(String.valueOf(value)) + "</" + name + ">";
  }

  private static Answer answer(int status, String xml) {
    return Answer.of(status, "application/xml; charset=utf-8", Buffer.buffer(xml));
  }
}
