package io.github.camelhpc.benchmarks.work;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import java.util.List;

/** The classes that a user of JAXB writes for the responses of the echo service. */
@XmlRootElement(name = "HPCServer2008_WebAPI_MessageArray")
@XmlAccessorType(XmlAccessType.FIELD)
public class SoapEnvelopes {

  static final String SOAP = "http://www.w3.org/2003/05/soap-envelope";
  private static final String ADDRESSING = "http://www.w3.org/2005/08/addressing";
  private static final String HPC = "http://www.microsoft.com/hpc";
  private static final String ECHO = "http://tempuri.org/";

  @XmlElement(name = "Envelope", namespace = SOAP)
  List<Envelope> envelopes;

  /** A response, or the message at the end, whose body has no echo. */
  @XmlRootElement(name = "Envelope", namespace = SOAP)
  @XmlAccessorType(XmlAccessType.FIELD)
  public static class Envelope {

    @XmlElement(name = "Header", namespace = SOAP)
    Header header;

    @XmlElement(name = "Body", namespace = SOAP)
    Body body;

    String output() {
      return body.echo == null ? null : body.echo.result;
    }
  }

  /** What the component takes from the header, too. */
  @XmlAccessorType(XmlAccessType.FIELD)
  public static class Header {

    @XmlElement(name = "Action", namespace = ADDRESSING)
    String action;

    @XmlElement(name = "RelatesTo", namespace = ADDRESSING)
    String relatesTo;

    @XmlElement(name = "HPCServer2008_Broker_RequestActionNS", namespace = HPC)
    String requestAction;

    @XmlElement(name = "HPCServer2008_Broker_UserDataNS", namespace = HPC)
    String userData;
  }

  /** The SOAP body. */
  @XmlAccessorType(XmlAccessType.FIELD)
  public static class Body {

    @XmlElement(name = "EchoResponse", namespace = ECHO)
    Echo echo;
  }

  /** The body's element. */
  @XmlAccessorType(XmlAccessType.FIELD)
  public static class Echo {

    @XmlElement(name = "EchoResult", namespace = ECHO)
    String result;
  }
}
