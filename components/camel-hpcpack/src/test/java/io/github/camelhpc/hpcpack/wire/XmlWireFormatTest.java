package io.github.camelhpc.hpcpack.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.github.camelhpc.hpcpack.model.PropertyMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XmlWireFormatTest {

  private static final String SCALAR =
      "xmlns='http://schemas.microsoft.com/2003/10/Serialization/'";
  private static final String COMMON =
      "xmlns='http://schemas.microsoft.com/HPCS2008R2/common'"
          + " xmlns:i='http://www.w3.org/2001/XMLSchema-instance'";
  private static final String ROWS =
      "<ArrayOfObject "
          + COMMON
          + ">\n <Object><Properties><Property><Name>Id</Name><Value>14</Value></Property>"
          + "<Property><Name>Owner</Name><Value>HPC\\alice</Value></Property></Properties></Object>"
          + "<Object><Properties><Property><Name>Id</Name><Value>15</Value></Property>"
          + "<Property><Name>Owner</Name><Value>a &amp; &lt;b&gt;</Value></Property></Properties>"
          + "</Object>\n</ArrayOfObject>";

  private final WireFormat xml = new XmlWireFormat();

  private static InputStream in(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  @Test
  void headers() {
    assertThat(xml.contentType()).isEqualTo("application/xml; charset=utf-8");
    assertThat(xml.accept()).isEqualTo("application/xml");
  }

  @Test
  void writesProperties() {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("Name", "a <b> & é");
    properties.put("Project", null);

    assertThat(new String(xml.writeProperties(properties), UTF_8))
        .isEqualTo(
            "<ArrayOfProperty xmlns=\"http://schemas.microsoft.com/HPCS2008R2/common\">"
                + "<Property><Name>Name</Name><Value>a &lt;b&gt; &amp; é</Value></Property>"
                + "<Property><Name>Project</Name><Value></Value></Property></ArrayOfProperty>");
    assertThat(xml.writeProperties(Map.of()))
        .asString()
        .isEqualTo("<ArrayOfProperty xmlns=\"http://schemas.microsoft.com/HPCS2008R2/common\"/>");
  }

  @Test
  void writesText() {
    assertThat(xml.writeText("<Job/>"))
        .asString()
        .isEqualTo(
            "<string xmlns=\"http://schemas.microsoft.com/2003/10/Serialization/\">&lt;Job/&gt;</string>");
  }

  @Test
  void refusesCharactersThatXmlCannotHold() {
    assertThatThrownBy(() -> xml.writeProperties(Map.of("Name", "a\u0001")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the value of the property Name has the character U+0001, which XML cannot hold; use"
                + " dataFormat=json");
    assertThatThrownBy(() -> xml.writeText("\ud800")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> xml.writeProperties(Map.of("\uffff", "")))
        .hasMessageStartingWith("the name of a property has the character U+FFFF");
  }

  @Test
  void objectsOf2019AreJsonOnly() {
    assertThatThrownBy(() -> xml.writeObject(Map.of()))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessage("the objects of the 2019 API have no known XML form; use dataFormat=json");
    assertThatThrownBy(() -> xml.readMap(in("<a/>")))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> xml.readMaps(in("<a/>")))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void readsScalars() throws IOException {
    assertThat(xml.readId(in("<int " + SCALAR + ">19</int>"))).isEqualTo(19);
    assertThat(xml.readId(in("<string>19</string>"))).isEqualTo(19);
    assertThat(xml.readText(in("<string " + SCALAR + ">5.3.6420.0</string>")))
        .isEqualTo("5.3.6420.0");
    assertThat(xml.readText(in("\ufeff<?xml version='1.0'?><!-- c --><s:String xmlns:s='urn:x'/>")))
        .isEmpty();
    assertThat(
            xml.readNames(
                in(
                    "<ArrayOfstring xmlns='http://schemas.microsoft.com/2003/10/Serialization/Arrays'"
                        + " xmlns:i='http://www.w3.org/2001/XMLSchema-instance'><string>Default</string>"
                        + "<string i:nil='true'/><string>x</string></ArrayOfstring>")))
        .containsExactly("Default", "x");
    assertThat(xml.readNames(in("<ArrayOfstring/>"))).isEmpty();
  }

  @Test
  void readsPropertiesInEveryForm() throws IOException {
    String body =
        "<ArrayOfProperty "
            + COMMON
            + "><Property><Name>Id</Name><Type>Int32</Type><Value>14</Value></Property>"
            + "<property><value>n</value><name>Name</name></property>"
            + "<Property><Name>A</Name><Value/></Property>"
            + "<Property><Name>B</Name><Value></Value></Property>"
            + "<Property><Name>C</Name><Value i:nil='true'/></Property>"
            + "<Property><Name>D</Name></Property>"
            + "<Property><Value>without a name</Value></Property>"
            + "<Other><Name>E</Name></Other>"
            + "<Property><Name>F</Name><Value><![CDATA[<f>]]> &#233; </Value></Property>"
            + "</ArrayOfProperty>";

    assertThat(xml.readProperties(in(body)))
        .containsExactly(
            entry("Id", "14"),
            entry("Name", "n"),
            entry("A", ""),
            entry("B", ""),
            entry("C", ""),
            entry("D", ""),
            entry("F", "<f> é "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "xmlns='http://schemas.microsoft.com/HPCS2008R2/common'",
        "xmlns='http://schemas.datacontract.org/2004/07/SchedulerWebService'",
        ""
      })
  void readsAnyNamespace(String namespace) throws IOException {
    assertThat(
            xml.readProperties(
                in(
                    "<ArrayOfProperty "
                        + namespace
                        + "><Property><Name>Id</Name><Value>1</Value></Property></ArrayOfProperty>")))
        .containsExactly(entry("Id", "1"));
  }

  @Test
  void readsRows() throws IOException {
    List<PropertyMap> rows = xml.readObjects(in(ROWS));

    assertThat(rows).hasSize(2);
    assertThat(rows.get(0)).containsExactly(entry("Id", "14"), entry("Owner", "HPC\\alice"));
    assertThat(rows.get(1)).containsExactly(entry("Id", "15"), entry("Owner", "a & <b>"));
    assertThat(rows.get(0).keySet().iterator().next())
        .isSameAs(rows.get(1).keySet().iterator().next());
  }

  @Test
  void readsRowsWithMoreAroundThem() throws IOException {
    String body =
        "<?xml version='1.0' encoding='utf-8'?><x:ArrayOfObject xmlns:x='urn:x'><x:Other><x:Object/>"
            + "</x:Other> <x:Object/><!-- c --><x:object><x:Later/><x:properties><x:Property>"
            + "<x:Name>Id</x:Name></x:Property></x:properties></x:object><x:Other/>"
            + "</x:ArrayOfObject>\n";

    assertThat(xml.readObjects(in(body)))
        .containsExactly(new PropertyMap(), new PropertyMap(Map.of("Id", "")));
    assertThat(xml.readObjects(in("<ArrayOfObject/>"))).isEmpty();
  }

  @Test
  void readsTheEncodingDeclared() throws IOException {
    byte[] utf16 =
        "<?xml version='1.0' encoding='UTF-16'?><string>é</string>"
            .getBytes(StandardCharsets.UTF_16);

    assertThat(xml.readText(new ByteArrayInputStream(utf16))).isEqualTo("é");
  }

  @Test
  void anAnswerCutOffAnywhereIsAnError() {
    String names = "<ArrayOfstring><string>Default</string></ArrayOfstring>";
    for (int end = 0; end < ROWS.length(); end++) {
      String cut = ROWS.substring(0, end);
      String cutProperties = cut.replace("ArrayOfObject", "ArrayOfProperty");
      assertThatThrownBy(() -> xml.readObjects(in(cut)))
          .as("cut after %s characters", end)
          .isInstanceOf(WireFormatException.class);
      assertThatThrownBy(() -> xml.readProperties(in(cutProperties)))
          .isInstanceOf(WireFormatException.class);
    }
    for (int end = 0; end < names.length(); end++) {
      String cut = names.substring(0, end);
      assertThatThrownBy(() -> xml.readNames(in(cut))).isInstanceOf(WireFormatException.class);
    }
    for (int end = 0; end < "<int>19</int>".length(); end++) {
      String cut = "<int>19</int>".substring(0, end);
      assertThatThrownBy(() -> xml.readId(in(cut))).isInstanceOf(WireFormatException.class);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<ArrayOfObject/>rest | the answer is not usable XML at line 1, column ",
        "<ArrayOfObject/><a/> | the answer is not usable XML at line 1, column ",
        "<ArrayOfObject><Object></ArrayOfObject> | the answer is not usable XML at line 1, column ",
        "[] | the answer is not usable XML at line 1, column ",
      })
  void malformedAnswersNameThePlace(String body, String message) {
    assertThatThrownBy(() -> xml.readObjects(in(body)))
        .isInstanceOf(WireFormatException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void anotherAnswerThanExpectedIsAnError() {
    assertThatThrownBy(() -> xml.readObjects(in("<ArrayOfProperty/>")))
        .isInstanceOf(WireFormatException.class)
        .hasMessage(
            "the answer is not usable XML at line 1, column 19: the element ArrayOfObject was"
                + " expected, not ArrayOfProperty");
    assertThatThrownBy(() -> xml.readProperties(in("<html/>")))
        .isInstanceOf(WireFormatException.class);
    assertThatThrownBy(() -> xml.readId(in("<int>x</int>")))
        .isInstanceOf(WireFormatException.class)
        .hasMessageEndingWith("an id must be a whole number");
  }

  @Test
  void documentTypesAndEntitiesAreRefused() {
    for (String body :
        List.of(
            "<!DOCTYPE s [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><string>&x;</string>",
            "<!DOCTYPE s [<!ENTITY x 'y'>]><string>&x;</string>",
            "<!DOCTYPE string SYSTEM 'http://localhost:1/x.dtd'><string/>")) {
      assertThatThrownBy(() -> xml.readText(in(body)))
          .isInstanceOf(WireFormatException.class)
          .hasMessageEndingWith("a document type (<!DOCTYPE …>) is not allowed");
    }
    assertThatThrownBy(() -> xml.readText(in("<string>&x;</string>")))
        .isInstanceOf(WireFormatException.class);
  }

  @Test
  void nestingWithoutEndIsAnError() {
    assertThatThrownBy(() -> xml.readObjects(in("<ArrayOfObject>" + "<a>".repeat(5000))))
        .isInstanceOf(WireFormatException.class)
        .hasMessageEndingWith("elements are nested deeper than 64 levels");
    assertThatThrownBy(() -> xml.readProperties(in("<ArrayOfProperty>" + "<a>".repeat(5000))))
        .isInstanceOf(WireFormatException.class)
        .hasMessageEndingWith("elements are nested deeper than 64 levels");
  }

  @Test
  void failureOfTheConnectionIsItsOwn() {
    for (int length : new int[] {0, 10, ROWS.length() / 2}) {
      assertThatThrownBy(() -> xml.readObjects(broken(length)))
          .isNotInstanceOf(WireFormatException.class)
          .isInstanceOf(IOException.class)
          .hasMessage("connection reset");
    }
  }

  @Test
  void garbledAnswersGiveNoOtherException() {
    Random random = new Random(7);
    for (int round = 0; round < 2000; round++) {
      byte[] garbled = ROWS.getBytes(UTF_8);
      for (int change = 0; change < 3; change++) {
        garbled[random.nextInt(garbled.length)] = (byte) random.nextInt(128);
      }
      try {
        assertThat(xml.readObjects(new ByteArrayInputStream(garbled))).hasSizeLessThan(3);
      } catch (WireFormatException e) {
        assertThat(e).hasMessageStartingWith("the answer is not usable XML");
      } catch (IOException e) {
        throw new AssertionError("not taken for a malformed answer", e);
      }
    }
  }

  @Test
  void badBytesAreAnError() {
    byte[] latin = "<string>\u00e9</string>".getBytes(StandardCharsets.ISO_8859_1);

    assertThatThrownBy(() -> xml.readText(new ByteArrayInputStream(latin)))
        .isInstanceOf(WireFormatException.class);
  }

  @Test
  void aListingThatIsWrittenIsRead() throws IOException {
    List<PropertyMap> rows = xml.readObjects(in(ROWS));

    byte[] written = WireXml.bytes(ArrayOfObject.of(rows));

    assertThat(written)
        .asString()
        .startsWith(
            "<ArrayOfObject xmlns=\"http://schemas.microsoft.com/HPCS2008R2/common\"><Object>");
    assertThat(xml.readObjects(new ByteArrayInputStream(written))).isEqualTo(rows);
  }

  @Test
  void whatIsWrittenIsRead() throws IOException {
    PropertyMap properties =
        new PropertyMap(Map.of("Name", " tab\t line\r\nend ]]> \u20ac \ud83d\ude00 "));

    assertThat(xml.readProperties(new ByteArrayInputStream(xml.writeProperties(properties))))
        .isEqualTo(properties);
    assertThat(xml.readText(new ByteArrayInputStream(xml.writeText("<Job a=\"1\">\n</Job>"))))
        .isEqualTo("<Job a=\"1\">\n</Job>");
  }

  private static InputStream broken(int length) {
    byte[] bytes = ROWS.getBytes(UTF_8);
    return new InputStream() {
      private int sent;

      @Override
      public int read() throws IOException {
        if (sent < length) {
          return bytes[sent++];
        }
        throw new IOException("connection reset");
      }
    };
  }
}
