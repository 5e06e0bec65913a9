package io.github.camelhpc.support.http;

import java.io.IOException;
import java.net.URI;

/** The service named another host, to which the credentials are not sent. */
public class ForeignOriginException extends IOException {

  private static final long serialVersionUID = 1L;

  ForeignOriginException(String operation, URI url, boolean canBeAllowed) {
    super(
        operation
            + ": the service names "
            + url.getScheme()
            + "://"
            + url.getRawAuthority()
            + ", which is not the configured serviceUrl; "
            + (canBeAllowed
                ? "if it can be trusted with the credentials, add its host to the option"
                    + " allowedHosts"
                : "nothing is sent there"));
  }
}
