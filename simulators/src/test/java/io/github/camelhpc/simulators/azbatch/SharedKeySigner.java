package io.github.camelhpc.simulators.azbatch;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs requests as clients of the real service do; written from facts/azbatch.md §7.1 alone. */
record SharedKeySigner(String account, String key) {

  /**
   * The value of the header Authorization.
   *
   * @param headers all headers that are sent, the length among them if it is sent
   */
  String authorization(String verb, URI uri, Map<String, String> headers) {
    Map<String, String> sent = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    sent.putAll(headers);
    StringBuilder text = new StringBuilder(verb).append('\n');
    for (String name :
        "Content-Encoding,Content-Language,Content-Length,Content-MD5,Content-Type,Date,"
            .concat("If-Modified-Since,If-Match,If-None-Match,If-Unmodified-Since,Range")
            .split(",")) {
      text.append(sent.getOrDefault(name, "")).append('\n');
    }
    Map<String, String> own = new TreeMap<>();
    sent.forEach((name, value) -> own.put(name.toLowerCase(), value));
    own.forEach(
        (name, value) -> {
          if (name.startsWith("ocp-")) {
            text.append(name).append(':').append(value).append('\n');
          }
        });
    text.append('/').append(account).append(uri.getRawPath());
    if (uri.getRawQuery() != null) {
      Map<String, String> query = new TreeMap<>();
      for (String pair : uri.getRawQuery().split("&")) {
        String[] parts = pair.split("=", 2);
        query.put(decode(parts[0]).toLowerCase(), decode(parts[1]));
      }
      query.forEach((name, value) -> text.append('\n').append(name).append(':').append(value));
    }
    return "SharedKey " + account + ":" + sign(text.toString());
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private String sign(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(Base64.getDecoder().decode(key), "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
