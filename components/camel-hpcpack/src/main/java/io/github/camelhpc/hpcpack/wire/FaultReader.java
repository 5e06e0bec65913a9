package io.github.camelhpc.hpcpack.wire;

import io.github.camelhpc.support.http.PageText;
import jakarta.xml.bind.JAXBException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/**
 * Reads an error answer by what it looks like, not by what its content type says: gateways and IIS
 * answer in their own ways (facts/hpcpack.md §6).
 */
final class FaultReader {

  private static final Pattern CHARSET =
      Pattern.compile("charset\\s*=\\s*\"?([^\\s;\"]+)", Pattern.CASE_INSENSITIVE);

  private FaultReader() {}

  static WireFault read(byte[] body, String contentType) {
    if (body == null || body.length == 0) {
      return WireFault.ofMessage("");
    }
    String text = text(body, contentType).strip();
    if (text.startsWith("<")) {
      return ofMarkup(body, text);
    }
    try {
      return ofJson(JsonAnswer.read(new ByteArrayInputStream(body), JsonAnswer::value), text);
    } catch (IOException e) {
      return WireFault.ofMessage(text);
    }
  }

  private static WireFault ofJson(Object json, String text) {
    if (!(json instanceof Map<?, ?> members)) {
      return WireFault.ofMessage(json instanceof List ? text : Objects.toString(json, ""));
    }
    String code = null;
    String message = null;
    String error = null;
    Map<String, String> values = new LinkedHashMap<>();
    for (Map.Entry<?, ?> member : members.entrySet()) {
      Object value = member.getValue();
      switch (member.getKey().toString().toLowerCase(Locale.ROOT)) {
        case "code" -> code = scalar(value, code);
        case "message" -> message = scalar(value, message);
        case "error" -> {
          if (value instanceof Map) {
            return ofJson(value, text);
          }
          error = scalar(value, error);
        }
        default -> putScalar(values, member.getKey().toString(), value);
      }
    }
    String words = message != null ? message : error;
    return new WireFault(code, words != null ? words : text, values);
  }

  private static String scalar(Object value, String otherwise) {
    return isScalar(value) ? value.toString() : otherwise;
  }

  private static void putScalar(Map<String, String> values, String name, Object value) {
    if (isScalar(value)) {
      values.put(name, WireFault.shortened(value.toString(), WireFault.MAX_LENGTH));
    }
  }

  private static boolean isScalar(Object value) {
    return value != null && !(value instanceof Map) && !(value instanceof List);
  }

  private static WireFault ofMarkup(byte[] body, String text) {
    try {
      return XmlAnswer.read(new ByteArrayInputStream(body), XmlAnswer.COMMON, FaultReader::ofXml)
          .orElseGet(() -> ofHtml(text));
    } catch (IOException e) {
      // HTML is seldom well-formed
      return ofHtml(text);
    }
  }

  private static Optional<WireFault> ofXml(XmlAnswer answer)
      throws XMLStreamException, JAXBException {
    if (answer.rootName().equals("string")) {
      return Optional.of(WireFault.ofMessage(answer.text()));
    }
    HpcWebServiceFault fault = answer.fault();
    return fault == null || fault.message() == null
        ? Optional.empty()
        : Optional.of(new WireFault(fault.code(), fault.message(), fault.values()));
  }

  private static WireFault ofHtml(String html) {
    return WireFault.ofMessage(PageText.of(html));
  }

  private static String text(byte[] body, String contentType) {
    String text = new String(body, charset(contentType));
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }

  private static Charset charset(String contentType) {
    Matcher matcher = CHARSET.matcher(contentType == null ? "" : contentType);
    try {
      return matcher.find() ? Charset.forName(matcher.group(1)) : StandardCharsets.UTF_8;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return StandardCharsets.UTF_8;
    }
  }
}
