package io.github.camelhpc.support.http;

import java.io.IOException;
import java.net.URI;

/** The service named another host, to which the credentials are not sent. */
public class ForeignOriginException extends IOException {

  private static final long serialVersionUID = 1L;

  private static final int MAX_LENGTH = 300;

  ForeignOriginException(String operation, URI url, boolean canBeAllowed) {
    super(
        operation
            + ": the service names "
            + place(url)
            + ", which is not the configured serviceUrl; "
            + (canBeAllowed
                ? "if it can be trusted with the credentials, add its host to the option"
                    + " allowedHosts"
                : "nothing is sent there"));
  }

  private static String place(URI url) {
    boolean usual = url.getRawAuthority() != null;
    String text = usual ? url.getScheme() + "://" + url.getRawAuthority() : url.toString();
    return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH) + "…";
  }
}
