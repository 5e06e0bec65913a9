package io.github.camelhpc.simulators.azbatch.account.body;

/** What values a member of a request may have. */
@FunctionalInterface
public interface Kind {

  /**
   * The value as it is kept, in the letter case that the service uses.
   *
   * @param name the member's name
   * @throws io.github.camelhpc.simulators.azbatch.BatchFault if it is not allowed
   */
  Object check(String name, Object value);
}
