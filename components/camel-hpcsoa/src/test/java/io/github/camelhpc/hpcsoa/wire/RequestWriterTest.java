package io.github.camelhpc.hpcsoa.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.camelhpc.hpcsoa.model.SoaRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestWriterTest {

  private static final String ACTION = "http://tempuri.org/IEcho/Echo";
  private static final String ECHO = "<Echo xmlns=\"http://tempuri.org/\"><input>1</input></Echo>";

  @Test
  void writesTheGenericFormatOfTheDocument() {
    String written =
        written(
            new GenericRequestWriter(),
            SoaRequest.generic("ping 1", "id-1"),
            SoaRequest.generic("ä😀\n", null),
            SoaRequest.generic("", ""));

    assertThat(written).isEqualTo("ping 1\uFFFFid-1\0ä😀\n\uFFFF\0\uFFFF\0");
    assertThat("ping 1\uFFFFid-1\0".getBytes(StandardCharsets.UTF_8))
        .startsWith(0x70, 0x69, 0x6E, 0x67, 0x20, 0x31, 0xEF, 0xBF, 0xBF, 0x69);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\0b", "a\uFFFFb", "a\uD83D", "\uDE00a"})
  void refusesWhatTheGenericFormatCannotHold(String text) {
    assertRefused(new GenericRequestWriter(), SoaRequest.generic(text, "id-1"))
        .withMessageStartingWith("request 2 (user data 'id-1') cannot be sent: the body has");
    assertRefused(new GenericRequestWriter(), SoaRequest.generic("a", text))
        .withMessageContaining("the user data has");
  }

  @Test
  void refusesLongUserDataAndAMissingBody() {
    String longest = "x".repeat(1024);

    assertThat(written(new GenericRequestWriter(), SoaRequest.generic("a", longest)))
        .contains(longest);
    assertRefused(new GenericRequestWriter(), SoaRequest.generic("a", longest + 'x'))
        .withMessageContaining("1025 characters, 1024 is the most");
    assertRefused(new GenericRequestWriter(), SoaRequest.generic(null, null))
        .withMessageContaining("request 2 has no body");
    assertRefused(new SoapRequestWriter(), SoaRequest.soap(ACTION, ECHO, longest + 'x'))
        .withMessageContaining("1025 characters");
  }

  @Test
  void writesTheSoapMessageOfTheDocument() {
    SoaRequest request =
        new SoaRequest(ACTION, ECHO, "id-1", "urn:uuid:6f1de3f2-5c8c-4c41-9a0a-52b6d1f0a001");

    assertThat(written(new SoapRequestWriter("batch1", null), request))
        .isEqualTo(
            """
            <HPCServer2008_WebAPI_MessageArray>
             <s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:a="http://www.w3.org/2005/08/addressing">
              <s:Header>
               <a:Action s:mustUnderstand="1">http://tempuri.org/IEcho/Echo</a:Action>
               <a:MessageID>urn:uuid:6f1de3f2-5c8c-4c41-9a0a-52b6d1f0a001</a:MessageID>
               <HPCServer2008_Broker_UserDataNS xmlns="http://www.microsoft.com/hpc">id-1</HPCServer2008_Broker_UserDataNS>
               <HPCServer2008_Broker_ClientIdNS xmlns="http://www.microsoft.com/hpc">batch1</HPCServer2008_Broker_ClientIdNS>
              </s:Header>
              <s:Body><Echo xmlns="http://tempuri.org/"><input>1</input></Echo></s:Body>
             </s:Envelope>
            </HPCServer2008_WebAPI_MessageArray>
            """
                .replaceAll("\n *", ""));
  }

  @Test
  void escapesTextsAndLeavesOutWhatIsNotThere() {
    String written =
        written(
            new SoapRequestWriter(null, "urn:default"),
            SoaRequest.soap(null, ECHO, "<a>&\r\"ä"),
            SoaRequest.soap(ACTION, ECHO, null));

    assertThat(written)
        .contains(">&lt;a&gt;&amp;&#13;\"ä</HPCServer2008_Broker_UserDataNS>")
        .contains(">urn:default</a:Action>")
        .contains('>' + ACTION + "</a:Action>")
        .containsOnlyOnce("<HPCServer2008_Broker_UserDataNS")
        .doesNotContain("ClientIdNS");
  }

  @Test
  void madeMessageIdsDifferAndStayTheSameWhenWrittenAgain() {
    SoapRequestWriter writer = new SoapRequestWriter();
    SoaRequest[] requests =
        Collections.nCopies(300, SoaRequest.soap(ACTION, ECHO, "")).toArray(SoaRequest[]::new);

    List<String> ids = ids(written(writer, requests));

    assertThat(ids)
        .hasSize(300)
        .doesNotHaveDuplicates()
        .allMatch(
            id ->
                id.matches(
                    "urn:uuid:\\p{XDigit}{8}-\\p{XDigit}{4}-4\\p{XDigit}{3}-[89ab]\\p{XDigit}{3}-\\p{XDigit}{12}"));
    assertThat(ids(written(writer, requests))).isEqualTo(ids);
    assertThat(ids(written(new SoapRequestWriter(), requests))).doesNotContainAnyElementsOf(ids);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<?xml version='1.0' encoding='utf-16'?><!-- <x> --> <a x='>'>1</a> <!-- </a> --> | <a x='>'>1</a>",
        "' <a/> ' | <a/>",
        "<?p ?><p:a xmlns:p='urn:p'><b xmlns=''>ä😀</b></p:a><?q ?> | <p:a xmlns:p='urn:p'><b xmlns=''>ä😀</b></p:a>",
        "<a><![CDATA[</a>]]></a> | <a><![CDATA[</a>]]></a>",
      })
  void sendsTheBodysElementAsItIs(String body, String element) {
    assertThat(written(new SoapRequestWriter(), SoaRequest.soap(ACTION, body, "")))
        .contains("<s:Body>" + element + "</s:Body>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "text",
        "<a>",
        "<a></b>",
        "<a/><b/>",
        "<a/>text",
        "<a>&x;</a>",
        "<p:a/>",
        "<a p:b='1'/>",
        "<s:a/>",
        "<!DOCTYPE a><a/>",
        "<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>",
        "<a>\u0001</a>",
        "<a>\uFFFF</a>",
        "<a>\uD83D</a>",
        "<a>&#0;</a>",
        "<a b='1' b='2'/>",
        "<a/></s:Body><s:Body>",
      })
  void refusesABodyThatIsNotOneElement(String body) {
    assertRefused(new SoapRequestWriter(), SoaRequest.soap(ACTION, body, "id-7"))
        .withMessageStartingWith("request 2 (user data 'id-7') ");
  }

  @Test
  void refusesAMissingActionAndTextsThatXmlCannotHold() {
    assertRefused(new SoapRequestWriter(), SoaRequest.soap(null, ECHO, ""))
        .withMessage("request 2 has no action; set it");
    assertRefused(new SoapRequestWriter(), SoaRequest.soap(ACTION, ECHO, "\u0000"))
        .withMessageContaining("has the character U+0000, which XML cannot hold");
  }

  @Test
  void writesEndlesslyManyRequestsInNoMemory() throws IOException {
    long[] size = new long[1];
    OutputStream counting =
        new OutputStream() {
          @Override
          public void write(int b) {
            size[0]++;
          }

          @Override
          public void write(byte[] bytes, int offset, int length) {
            size[0] += length;
          }
        };
    SoaRequest request = SoaRequest.soap(ACTION, ECHO, "id");

    long soap =
        new SoapRequestWriter()
            .write(Stream.generate(() -> request).limit(100_000).iterator(), counting);
    long generic =
        new GenericRequestWriter()
            .write(Stream.generate(() -> request).limit(100_000).iterator(), counting);

    assertThat(soap + generic).isEqualTo(200_000);
    assertThat(size[0]).isGreaterThan(50_000_000);
  }

  private static String written(RequestWriter writer, SoaRequest... requests) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      assertThat(writer.write(List.of(requests).iterator(), out)).isEqualTo(requests.length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static ThrowableAssertAlternative<IllegalArgumentException> assertRefused(
      RequestWriter writer, SoaRequest request) {
    return assertThatIllegalArgumentException()
        .isThrownBy(() -> written(writer, SoaRequest.soap(ACTION, ECHO, ""), request));
  }

  private static List<String> ids(String xml) {
    return Pattern.compile("<a:MessageID>([^<]*)<")
        .matcher(xml)
        .results()
        .map((MatchResult result) -> result.group(1))
        .toList();
  }
}
