package io.github.camelhpc.support.http;

import java.net.URI;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where credentials may go: the origins of the configured URLs, and the hosts that the user allows.
 */
final class Origins {

  private final Set<String> configured;
  private final Set<String> allowedHosts;
  private final boolean canAllowHosts;

  /**
   * @param allowedHosts null if the user cannot allow any
   */
  Origins(Collection<URI> configured, Collection<String> allowedHosts) {
    this.configured = configured.stream().map(Origins::origin).collect(Collectors.toSet());
    this.canAllowHosts = allowedHosts != null;
    this.allowedHosts =
        Stream.ofNullable(allowedHosts)
            .flatMap(Collection::stream)
            .map(h -> h.toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
  }

  /**
   * Checks that a request may go there. An allowed host may be named with its port or without; the
   * scheme must not fall back from https to http.
   *
   * @throws ForeignOriginException if it may not
   */
  void check(URI url, String operation) throws ForeignOriginException {
    if (url.getHost() == null || !configured.contains(origin(url)) && !isAllowedHost(url)) {
      throw new ForeignOriginException(operation, url, canAllowHosts);
    }
  }

  private boolean isAllowedHost(URI url) {
    String host = url.getHost().toLowerCase(Locale.ROOT);
    boolean named = allowedHosts.contains(host) || allowedHosts.contains(host + ":" + port(url));
    return named && (isSecure(url) || configured.stream().noneMatch(o -> o.startsWith("https:")));
  }

  private static boolean isSecure(URI url) {
    return "https".equalsIgnoreCase(url.getScheme());
  }

  private static String origin(URI url) {
    return (url.getScheme() + "://" + url.getHost()).toLowerCase(Locale.ROOT) + ":" + port(url);
  }

  private static int port(URI url) {
    if (url.getPort() >= 0) {
      return url.getPort();
    }
    return isSecure(url) ? 443 : 80;
  }
}
