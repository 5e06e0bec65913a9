package io.github.camelhpc.hpcpack;

import io.github.camelhpc.test.fault.Answer;
import io.github.camelhpc.test.fault.Faults;
import java.util.stream.Stream;
import org.apache.camel.Component;
import org.junit.jupiter.params.provider.Arguments;

/** The shared suite of faults, with answers in XML. */
class HpcPackXmlFaultsTest extends HpcPackFaultsTest {

  private static final String NAMESPACE =
      "xmlns=\"http://schemas.microsoft.com/HPCS2008R2/common\"";

  /** Faults below the answers are the same as with JSON. */
  protected static Stream<Arguments> faults() {
    return atAllCalls(Faults.inBodies());
  }

  @Override
  protected Component component() {
    HpcPackComponent component = (HpcPackComponent) super.component();
    component.getConfiguration().setDataFormat(DataFormat.XML);
    return component;
  }

  @Override
  Answer id(int id) {
    return Answer.xml(
        "<int xmlns=\"http://schemas.microsoft.com/2003/10/Serialization/\">" + id + "</int>");
  }

  @Override
  Answer job(int id) {
    return Answer.xml(
        "<ArrayOfProperty %s>%s</ArrayOfProperty>".formatted(NAMESPACE, properties(id)));
  }

  @Override
  Answer jobs(int first, int second) {
    return Answer.xml(
        "<ArrayOfObject %s>%s%s</ArrayOfObject>".formatted(NAMESPACE, row(first), row(second)));
  }

  private static String row(int id) {
    return "<Object><Properties>" + properties(id) + "</Properties></Object>";
  }

  private static String properties(int id) {
    return """
        <Property><Name>Id</Name><Value>%d</Value></Property>
        <Property><Name>Name</Name><Value>preis für 7 €, näherungsweise</Value></Property>
        <Property><Name>State</Name><Value>Running</Value></Property>
        """
        .formatted(id);
  }
}
