package io.github.camelhpc.reliability.fuzz;

import io.github.camelhpc.azbatch.model.BatchJson;
import io.github.camelhpc.hpcpack.model.JobXml;
import io.github.camelhpc.hpcpack.model.JobXmlException;
import io.github.camelhpc.hpcpack.wire.JsonWireFormat;
import io.github.camelhpc.hpcpack.wire.WireFormat;
import io.github.camelhpc.hpcpack.wire.XmlWireFormat;
import io.github.camelhpc.hpcsoa.wire.GenericResponseReader;
import io.github.camelhpc.hpcsoa.wire.SoaReadException;
import io.github.camelhpc.hpcsoa.wire.SoapResponseReader;
import io.github.camelhpc.hpcsoa.wire.WebServiceFaultReader;
import io.github.camelhpc.support.json.JsonReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** What the services answer, by format, with the components' readers for it. */
enum FuzzedFormat {
  HPCPACK_XML(
      List.of(
          "<int xmlns=\"http://schemas.microsoft.com/2003/10/Serialization/\">42</int>",
          "<string xmlns=\"http://schemas.microsoft.com/2003/10/Serialization/\">a &amp; b</string>",
          """
          <ArrayOfProperty xmlns="http://schemas.microsoft.com/HPCS2008R2/common">\
          <Property><Name>Id</Name><Value>42</Value></Property><Property><Name>State</Name>\
          <Value>Running</Value></Property></ArrayOfProperty>""",
          """
          <ArrayOfObject xmlns="http://schemas.microsoft.com/HPCS2008R2/common"><Object><Properties>\
          <Property><Name>Id</Name><Value>1</Value></Property></Properties></Object></ArrayOfObject>""",
          """
          <HpcWebServiceFault xmlns="http://schemas.microsoft.com/HPCS2008R2/common">\
          <Code>267</Code><Message>no</Message></HpcWebServiceFault>"""),
      wireFormat(new XmlWireFormat(), "application/xml; charset=utf-8")),

  HPCPACK_JSON(
      List.of(
          "42",
          "\"a \\u00e9 \\\" b\"",
          "[\"n1\",null,\"n2\"]",
          "[{\"Name\":\"Id\",\"Value\":\"42\"},{\"Name\":\"State\",\"Value\":\"Running\"}]",
          "[{\"Properties\":[{\"Name\":\"Id\",\"Value\":\"1\"}]}]",
          "{\"Code\":267,\"Message\":\"no\",\"Values\":[]}",
          "{\"error\":{\"message\":\"no\"},\"list\":[1,2.5e3,true,null]}"),
      wireFormat(new JsonWireFormat(), "application/json")),

  JOB_XML(
      List.of(
          """
          <?xml version="1.0" encoding="utf-8"?><Job Name="sweep" MinCores="1" \
          xmlns="http://schemas.microsoft.com/HPCS2008R2/scheduler/"><EnvironmentVariables><Variable>\
          <Name>A</Name><Value>b</Value></Variable></EnvironmentVariables><Tasks>\
          <Task Name="t" CommandLine="echo hi" Type="Basic"/></Tasks></Job>""",
          "<!DOCTYPE Job [<!ENTITY a \"b\">]><Job Name=\"&a;\"/>"),
      List.of(in -> JobXml.write(JobXml.read(in)))),

  SOA_ANSWER(
      List.of(
          """
          <SessionInfo xmlns="http://schemas.microsoft.com/hpc/SoaWebService/"><Id>7</Id>\
          <BrokerNode>node1</BrokerNode></SessionInfo>""",
          "{\"Id\":7,\"BrokerNode\":\"node1\",\"UseAzureQueue\":false}",
          "<BrokerClientStatus>Finished</BrokerClientStatus>",
          "2",
          "<ArrayOfstring><string>c1</string></ArrayOfstring>",
          "{\"Code\":33554447,\"Message\":\"no\",\"Values\":[\"a\"]}"),
      List.of(
          io.github.camelhpc.hpcsoa.wire.AnswerReader::readSessionInfo,
          io.github.camelhpc.hpcsoa.wire.AnswerReader::readStatus,
          io.github.camelhpc.hpcsoa.wire.AnswerReader::readClusters,
          in -> WebServiceFaultReader.read(in.readAllBytes()))),

  SOA_SOAP(
      List.of(
          """
          <s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" \
          xmlns:a="http://www.w3.org/2005/08/addressing"><s:Header><a:Action>x</a:Action>\
          <a:RelatesTo>urn:uuid:1</a:RelatesTo><UserData xmlns="http://hpc.microsoft.com/">1</UserData>\
          </s:Header><s:Body><EchoResponse xmlns="http://tempuri.org/"><EchoResult>hi</EchoResult>\
          </EchoResponse></s:Body></s:Envelope><s:Envelope \
          xmlns:s="http://www.w3.org/2003/05/soap-envelope" \
          xmlns:a="http://www.w3.org/2005/08/addressing"><s:Header>\
          <a:Action>http://hpc.microsoft.com/EndOfGetResponse</a:Action></s:Header><s:Body>\
          <EndOfGetResponse><Count>1</Count><Reason>AllResponses</Reason></EndOfGetResponse></s:Body>\
          </s:Envelope>""",
          """
          <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><s:Fault>\
          <faultcode>s:Client</faultcode><faultstring>no &#x41; <![CDATA[x]]></faultstring></s:Fault>\
          </s:Body></s:Envelope>"""),
      List.of(in -> all(new SoapResponseReader(in)))),

  SOA_GENERIC(
      List.of(
          """
          <Response><Action>a</Action><RelatesTo>r</RelatesTo><UserData>1</UserData>\
          <Data>hello</Data></Response>""",
          "<ArrayOfGenericResponse><GenericResponse><Data>a</Data></GenericResponse>",
          "[{\"Data\":\"x\",\"UserData\":\"1\"}]"),
      List.of(in -> all(new GenericResponseReader(in)))),

  AZURE_JSON(
      List.of(
          "{\"odata.metadata\":\"m\",\"value\":[{\"id\":\"j1\",\"state\":\"active\"}],"
              + "\"odata.nextLink\":\"https://a/jobs?$skiptoken=1\"}",
          "{\"code\":\"JobNotFound\",\"message\":{\"lang\":\"en\",\"value\":\"no\"},\"values\":[]}",
          "[1,-0.0,1e999,12345678901234567890,\"\\ud83d\\ude00\",{\"a\":{\"b\":[[]]}}]"),
      List.of(
          BatchJson::readItems,
          in -> BatchJson.readPageOf(in, JsonReader::object),
          in -> JsonReader.answer(in, JsonReader::value),
          in -> BatchJson.readValue(new String(in.readAllBytes(), StandardCharsets.UTF_8)))),

  DBAPI_JSON(
      List.of(
          """
          {"requestId":"1","status":{"completed":true,"total":1,"matched":1,"processed":1},\
          "result":[{"signature":"vm#1","name":"vm1","cpuUsage":{"unit":"%","seriesType":"average",\
          "data":[{"startTime":"20260131_100000","endTime":"20260131_100200","interval":60,\
          "points":[1,2.5,null,"3e2"]}]},"x":[1,"a"]}]}""",
          "{\"code\":\"720600E6\",\"error\":\"no\"}"),
      List.of(
          in ->
              all(
                  new io.github.camelhpc.dbapi.wire.AnswerReader(
                      in, ZoneOffset.ofHoursMinutes(5, 30))),
          in -> io.github.camelhpc.dbapi.wire.FaultBody.read(in.readAllBytes())));

  /** Reads all of a stream. */
  @FunctionalInterface
  interface Reading {
    Object read(InputStream in) throws IOException;
  }

  private final List<String> seeds;
  private final List<Reading> readings;

  FuzzedFormat(List<String> seeds, List<Reading> readings) {
    this.seeds = seeds;
    this.readings = readings;
  }

  /** Answers as they should be, to begin with. */
  List<String> seeds() {
    return seeds;
  }

  List<Reading> readings() {
    return readings;
  }

  /** Whether a reader may refuse what it gets in this way. */
  static boolean isRefusal(Exception e) {
    return e instanceof IOException
        || e instanceof SoaReadException
        || e instanceof io.github.camelhpc.dbapi.wire.AnswerReadException
        || e instanceof JobXmlException;
  }

  private static List<Reading> wireFormat(WireFormat format, String contentType) {
    List<Reading> readings =
        new ArrayList<>(
            List.of(
                format::readId,
                format::readText,
                format::readNames,
                format::readProperties,
                format::readObjects,
                in -> format.readFault(in.readAllBytes(), contentType)));
    if (format instanceof JsonWireFormat) {
      readings.add(format::readMap);
      readings.add(format::readMaps);
    }
    return readings;
  }

  private static <T extends Iterator<?> & Closeable> Object all(T items) throws IOException {
    List<Object> all = new ArrayList<>();
    try (items) {
      items.forEachRemaining(all::add);
    }
    return Map.of("items", all);
  }
}
