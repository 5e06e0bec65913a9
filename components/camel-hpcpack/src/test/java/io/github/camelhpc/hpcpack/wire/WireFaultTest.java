package io.github.camelhpc.hpcpack.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireFaultTest {

  private static final String XML_FAULT =
      "<HpcWebServiceFault xmlns='http://schemas.microsoft.com/HPCS2008R2/common'"
          + " xmlns:i='http://www.w3.org/2001/XMLSchema-instance'><Code>-2147220984</Code>"
          + "<Message>Jobs in the Canceled state cannot be canceled.</Message>%s"
          + "</HpcWebServiceFault>";
  private static final String PAIRS =
      "xmlns:a='http://schemas.datacontract.org/2004/07/System.Collections.Generic'";

  private static WireFault read(String body) {
    return new JsonWireFormat().readFault(body.getBytes(UTF_8), null);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'Message':'Some.Exception: real text'}         | | Some.Exception: real text",
        "{'message':'m','code':-2147220984}              | -2147220984 | m",
        "{'Code':'X','MESSAGE':' m '}                    | X | m",
        "{'error':'e'}                                   | | e",
        "{'error':{'code':'C','message':'inner'}}        | C | inner",
        "{'error':'e','Message':'m'}                     | | m",
        "{'Message':null,'error':'e'}                    | | e",
        "'plain text'                                    | | plain text",
        "{'other':'o'}                                   | | {'other':'o'}",
        "[1,2]                                           | | [1,2]",
        "Service Unavailable                             | | Service Unavailable",
        "{'Message':                                     | | {'Message':"
      })
  void readsJsonAndText(String body, String code, String message) {
    WireFault fault = read(body.replace('\'', '"'));

    assertThat(fault.code()).isEqualTo(code);
    assertThat(fault.message()).isEqualTo(message.replace('\'', '"'));
  }

  @Test
  void otherJsonMembersAreValues() {
    assertThat(
            read("{\"Message\":\"m\",\"ExceptionType\":\"T\",\"Count\":3,\"List\":[1],\"N\":null}")
                .values())
        .containsExactly(entry("ExceptionType", "T"), entry("Count", "3"));
  }

  @Test
  void readsTheXmlFault() {
    WireFault fault = read(XML_FAULT.formatted("<Values i:nil='true' " + PAIRS + "/>"));

    assertThat(fault.code()).isEqualTo("-2147220984");
    assertThat(fault.message()).isEqualTo("Jobs in the Canceled state cannot be canceled.");
    assertThat(fault.values()).isEmpty();
    assertThat(read(XML_FAULT.formatted(""))).isEqualTo(fault);
  }

  @Test
  void readsTheXmlFaultsValues() {
    String values =
        "<Values "
            + PAIRS
            + "><a:KeyValuePairOfstringstring><a:key>Job</a:key><a:value>7</a:value>"
            + "</a:KeyValuePairOfstringstring><a:KeyValueOfstringstring><a:Key>Task</a:Key>"
            + "<a:Value i:nil='true'/></a:KeyValueOfstringstring></Values>";

    assertThat(read(XML_FAULT.formatted(values)).values())
        .containsExactly(entry("Job", "7"), entry("Task", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<string xmlns=\"http://schemas.microsoft.com/2003/10/Serialization/\">a &lt; b</string>"
            + " | a < b",
        "<Error><Message>m</Message></Error> | m",
        "<fault>only <b>text</b></fault> | only text",
        "<HpcWebServiceFault><Code>1</Code> | 1",
        "<!DOCTYPE x [<!ENTITY y 'z'>]><string>&y;</string> | ]> &y;"
      })
  void readsOtherXml(String body, String message) {
    assertThat(read(body).message()).isEqualTo(message);
  }

  @Test
  void htmlIsReducedToItsText() {
    String html =
        """
        <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x.dtd">
        <html><head><title>401 - Unauthorized</title><style>body{margin:0}</style>
        <script type="text/javascript">if (a < b) {}</script></head>
        <body><!-- hidden --><h1>Server&nbsp;Error</h1><p>Access is denied &amp; logged.<br></body>
        """;

    assertThat(read(html).message())
        .isEqualTo("401 - Unauthorized Server Error Access is denied & logged.");
    assertThat(read("<html><p>" + "long ".repeat(10_000)).message()).hasSize(300).endsWith("…");
  }

  @Test
  void longTextIsCut() {
    assertThat(read("x".repeat(10_000)).message()).hasSize(WireFault.MAX_LENGTH).endsWith("x…");
  }

  @Test
  void nothingGivesAnEmptyMessage() {
    WireFormat format = new XmlWireFormat();

    assertThat(format.readFault(null, null)).isEqualTo(WireFault.ofMessage(""));
    assertThat(format.readFault(new byte[0], "text/html")).isEqualTo(WireFault.ofMessage(""));
    assertThat(read("  \n").message()).isEmpty();
    assertThat(read("null").message()).isEmpty();
  }

  @Test
  void textIsReadInItsCharset() {
    byte[] latin = "Zugriff für ä verweigert".getBytes(StandardCharsets.ISO_8859_1);

    assertThat(
            new JsonWireFormat().readFault(latin, "text/plain; charset=\"iso-8859-1\"").message())
        .isEqualTo("Zugriff für ä verweigert");
    assertThat(new JsonWireFormat().readFault(latin, "text/plain; charset=no-such,!").message())
        .startsWith("Zugriff");
    assertThat(read("\ufeff{\"Message\":\"m\"}").message()).isEqualTo("m");
  }

  @Test
  void neverThrows() {
    Random random = new Random(7);
    for (int round = 0; round < 2000; round++) {
      byte[] garbled = XML_FAULT.formatted("<Values/>").getBytes(UTF_8);
      garbled[0] = (byte) (random.nextBoolean() ? '<' : '{');
      for (int change = 0; change < 3; change++) {
        garbled[random.nextInt(garbled.length)] = (byte) random.nextInt(128);
      }
      assertThat(new XmlWireFormat().readFault(garbled, "application/xml").message()).isNotNull();
    }
  }
}
