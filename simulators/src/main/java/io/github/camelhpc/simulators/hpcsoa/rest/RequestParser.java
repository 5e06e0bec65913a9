package io.github.camelhpc.simulators.hpcsoa.rest;

import io.github.camelhpc.simulators.hpcsoa.SoaFault;
import io.github.camelhpc.simulators.hpcsoa.session.BatchRequest;
import java.util.List;

/** Finds the requests in a body that comes in pieces. */
interface RequestParser {

  /** The most characters of user data (facts/hpcsoa.md §3.1). */
  int MAX_USER_DATA = 1024;

  /**
   * Takes the next piece.
   *
   * @return the requests that are complete now
   * @throws SoaFault if the body cannot be right
   */
  List<BatchRequest> feed(byte[] piece);

  /**
   * The body is over.
   *
   * @throws SoaFault if something is missing
   */
  void end();

  static String checkedUserData(String userData) {
    if (userData.length() > MAX_USER_DATA) {
      throw SoaFault.argument(
          "The user data of a request is longer than " + MAX_USER_DATA + " characters.");
    }
    return userData;
  }
}
