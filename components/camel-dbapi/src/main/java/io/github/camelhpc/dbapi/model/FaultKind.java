package io.github.camelhpc.dbapi.model;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What kind of failure the service tells of. The same failure has different codes in different
 * functions, and one code has two meanings: the status and the words decide (facts/dbapi.md §7).
 */
public enum FaultKind {
  /** The request lacks a parameter. */
  MISSING_PARAMETER("mandatory parameter|not specified"),
  /** The request is unknown, or its results have expired. */
  NOT_IN_CACHE("not present in|not in (the )?cache"),
  /** The request was aborted before. */
  ALREADY_ABORTED("already (been )?aborted"),
  /** The server has no valid licence. */
  LICENCE("licen[cs]e"),
  /** The credentials are wrong, or do not suffice. */
  AUTHORIZATION("authori[sz]ation|unauthori[sz]ed|authenticat"),
  /** The function wants another HTTP method. */
  WRONG_METHOD("method (is )?not (allowed|supported)|(wrong|invalid|unsupported) .*method"),
  /** The service failed. */
  INTERNAL("internal (server )?error"),
  /** Anything else. */
  OTHER(null);

  private final Pattern words;

  FaultKind(String words) {
    this.words = words == null ? null : Pattern.compile(words);
  }

  /**
   * The kind of a failure.
   *
   * @param status the HTTP status
   * @param code the service's code, or null; looked at only if nothing else tells
   * @param error the service's words, or null
   */
  public static FaultKind of(int status, String code, String error) {
    FaultKind byWords = byWords(error);
    if (status == 401 || status == 403) {
      return byWords == LICENCE ? LICENCE : AUTHORIZATION;
    }
    if (status == 405) {
      return WRONG_METHOD;
    }
    if (byWords != OTHER) {
      return byWords;
    }
    FaultKind byStatus = status == 500 ? INTERNAL : OTHER;
    return error == null && code != null ? byEnding(code, byStatus) : byStatus;
  }

  private static FaultKind byWords(String error) {
    if (error == null) {
      return OTHER;
    }
    String text = error.toLowerCase(Locale.ROOT);
    for (FaultKind kind : values()) {
      if (kind.words != null && kind.words.matcher(text).find()) {
        return kind;
      }
    }
    return OTHER;
  }

  private static FaultKind byEnding(String code, FaultKind otherwise) {
    String text = code.toUpperCase(Locale.ROOT);
    if (text.endsWith("E9")) {
      return AUTHORIZATION;
    }
    return text.endsWith("E0") ? WRONG_METHOD : otherwise;
  }
}
