package io.github.camelhpc.simulators.dbapi;

/** A refusal of the server. */
public final class DbapiFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What was wrong, with the HTTP status, which the facts leave open (facts/dbapi.md §7). */
  public enum Kind {
    /** A parameter that has to be there is not. */
    MISSING_PARAMETER(400),
    /** The URL or the body is wrong. */
    INVALID(400),
    /** There is no such data set or data subset. */
    UNKNOWN(404),
    /** There is no request of this id, or its result has expired. */
    NOT_IN_CACHE(404),
    /** The request was aborted before. */
    ALREADY_ABORTED(400),
    /** There is no valid licence. */
    LICENCE(401),
    /** The credentials are missing or wrong. */
    AUTHORIZATION(401),
    /** The action takes another HTTP method. */
    METHOD(405),
    /** The server failed. */
    INTERNAL(500);

    private final int status;

    Kind(int status) {
      this.status = status;
    }

    /** The HTTP status. */
    public int status() {
      return status;
    }
  }

  private final Kind kind;

  /** What the text is about: the name of a parameter, the id of a request; or a whole sentence. */
  private final String subject;

  private DbapiFault(Kind kind, String subject) {
    super(kind + " " + subject);
    this.kind = kind;
    this.subject = subject;
  }

  /** A parameter of this name is missing. */
  public static DbapiFault missing(String parameter) {
    return new DbapiFault(Kind.MISSING_PARAMETER, parameter);
  }

  /** Something is wrong as the sentence says. */
  public static DbapiFault invalid(String sentence) {
    return new DbapiFault(Kind.INVALID, sentence);
  }

  /** Something is not there, as the sentence says. */
  public static DbapiFault unknown(String sentence) {
    return new DbapiFault(Kind.UNKNOWN, sentence);
  }

  /** There is no such request. */
  public static DbapiFault notInCache(String requestId) {
    return new DbapiFault(Kind.NOT_IN_CACHE, requestId);
  }

  /** The request was aborted before. */
  public static DbapiFault alreadyAborted(String requestId) {
    return new DbapiFault(Kind.ALREADY_ABORTED, requestId);
  }

  /** The action takes other methods, as the sentence says. */
  public static DbapiFault method(String sentence) {
    return new DbapiFault(Kind.METHOD, sentence);
  }

  /** There is no valid licence. */
  public static DbapiFault licence() {
    return new DbapiFault(Kind.LICENCE, "");
  }

  /** The credentials are missing or wrong. */
  public static DbapiFault authorization() {
    return new DbapiFault(Kind.AUTHORIZATION, "");
  }

  /** The server failed. */
  public static DbapiFault internal() {
    return new DbapiFault(Kind.INTERNAL, "");
  }

  public Kind kind() {
    return kind;
  }

  public String subject() {
    return subject;
  }
}
