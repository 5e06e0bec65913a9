package io.github.camelhpc.benchmarks.byhand;

import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Signs requests to Azure Batch that have no body (facts/azbatch.md §7.1). */
@ApplicationScoped
@Named
@Unremovable
@RegisterForReflection
public class SharedKey {

  @ConfigProperty(name = "account.name")
  String accountName;

  @ConfigProperty(name = "account.key")
  String accountKey;

  /** The value of the header ocp-date. */
  public String date() {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC));
  }

  /** The value of the header Authorization, for a GET of this URL. */
  public String sign(String url, String date) throws GeneralSecurityException {
    URI uri = URI.create(url);
    String text =
        "GET"
            + "\n".repeat(12)
            + "ocp-date:"
            + date
            + "\n/"
            + accountName.toLowerCase(Locale.ROOT)
            + uri.getRawPath()
            + query(uri.getRawQuery());
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(Base64.getDecoder().decode(accountKey), "HmacSHA256"));
    byte[] signature = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    return "SharedKey " + accountName + ":" + Base64.getEncoder().encodeToString(signature);
  }

  private static String query(String query) {
    return Arrays.stream(query.split("&"))
        .map(parameter -> parameter.split("=", 2))
        .map(
            parameter ->
                "\n"
                    + parameter[0].toLowerCase(Locale.ROOT)
                    + ":"
                    + URLDecoder.decode(parameter[1], StandardCharsets.UTF_8))
        .sorted()
        .collect(Collectors.joining());
  }
}
