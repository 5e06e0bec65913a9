package io.github.camelhpc.support.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;

/**
 * The base URLs of one service, of which one is in use: the first, until it fails or another one
 * turns out to be the active node; then the good one is remembered.
 */
public final class ServiceUrls {

  private final List<URI> urls;
  private int current;
  private boolean settled;

  /**
   * @param scheme the component's, for messages
   * @param configured URLs or host names; a host name alone means https
   * @param defaultPath the path of a URL that has none, for example {@code /hpc}
   * @throws IllegalArgumentException if one is no URL, or there is none
   */
  public static ServiceUrls of(String scheme, List<String> configured, String defaultPath) {
    if (configured.isEmpty()) {
      throw new IllegalArgumentException(
          scheme
              + " needs the URL of the service: set the option serviceUrl, of the component"
              + " (camel.component."
              + scheme
              + ".service-url) or of the endpoint");
    }
    return new ServiceUrls(configured.stream().map(u -> url(scheme, u, defaultPath)).toList());
  }

  private static URI url(String scheme, String text, String defaultPath) {
    String full = text.contains("://") ? text : "https://" + text;
    try {
      URI url = new URI(full);
      boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
      if (!http
          || url.getHost() == null
          || url.getRawUserInfo() != null
          || url.getQuery() != null
          || url.getFragment() != null) {
        throw new URISyntaxException(full, "not https://host[:port][/path]");
      }
      boolean bare = url.getRawPath().isEmpty() || url.getRawPath().equals("/");
      return bare ? url.resolve(defaultPath) : url;
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(
          scheme
              + ": serviceUrl must be like https://host"
              + defaultPath
              + ", without user and query; set the option serviceUrl anew");
    }
  }

  public ServiceUrls(List<URI> urls) {
    this.urls = List.copyOf(urls);
    this.settled = urls.size() == 1;
  }

  /** All of them, as configured. */
  public List<URI> all() {
    return urls;
  }

  /** The one in use. */
  public synchronized URI current() {
    return urls.get(current);
  }

  /** Whether the one in use is known to be good. */
  synchronized boolean isSettled() {
    return settled;
  }

  /**
   * Moves on, if this is the one in use.
   *
   * @return whether there is another one to try
   */
  synchronized boolean failed(URI url) {
    if (urls.size() > 1 && urls.get(current).equals(url)) {
      current = (current + 1) % urls.size();
      settled = false;
    }
    return urls.size() > 1;
  }

  /**
   * Remembers the good one: the URL whose host is the active node's name, with or without domain,
   * or else the one that answered.
   */
  synchronized void settle(URI answered, String activeNode) {
    current = urls.indexOf(answered);
    for (int i = 0; i < urls.size(); i++) {
      if (isHost(urls.get(i), activeNode)) {
        current = i;
      }
    }
    settled = true;
  }

  private static boolean isHost(URI url, String node) {
    if (node == null || node.isBlank()) {
      return false;
    }
    String host = url.getHost().toLowerCase(Locale.ROOT);
    String name = node.trim().toLowerCase(Locale.ROOT);
    return host.equals(name) || host.startsWith(name + ".") || name.startsWith(host + ".");
  }
}
