package io.github.camelhpc.support.status;

/** A wait was ended because the component or the route stops; what was waited for goes on. */
public class WaitEndedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public WaitEndedException(String message) {
    super(message);
  }
}
