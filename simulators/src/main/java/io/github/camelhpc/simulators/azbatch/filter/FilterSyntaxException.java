package io.github.camelhpc.simulators.azbatch.filter;

/** A filter that is not one; the message says why, as the end of a sentence. */
public final class FilterSyntaxException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  FilterSyntaxException(String message) {
    super(message);
  }
}
