package io.github.camelhpc.support.paging;

/** A page of a list could not be read while the list was iterated; the cause says why. */
public class PageReadException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  PageReadException(Throwable cause) {
    super(cause.getMessage(), cause);
  }
}
