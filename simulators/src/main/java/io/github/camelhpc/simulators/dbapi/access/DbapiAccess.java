package io.github.camelhpc.simulators.dbapi.access;

import io.github.camelhpc.simulators.AccessTokens;
import io.github.camelhpc.simulators.SimulatorClock;
import io.github.camelhpc.simulators.SimulatorUser;
import io.github.camelhpc.simulators.SimulatorUsers;
import io.github.camelhpc.simulators.dbapi.DbapiFault;

/** Lets those in who have a password or a token, while there is a licence (facts/dbapi.md §6). */
public final class DbapiAccess {

  private static final String TOKEN_OWNER = "bearer token";

  private final SimulatorUsers users;
  private final AccessTokens tokens;
  private final SimulatorClock clock;
  private volatile boolean licensed;

  public DbapiAccess(
      SimulatorUsers users, AccessTokens tokens, SimulatorClock clock, boolean licensed) {
    this.users = users;
    this.tokens = tokens;
    this.clock = clock;
    this.licensed = licensed;
  }

  /** Whether there is a valid licence from now on. */
  public void setLicensed(boolean valid) {
    licensed = valid;
  }

  /**
   * Accepts credentials, or refuses them.
   *
   * @param authorization the header, or null
   * @return who sent the request
   * @throws DbapiFault 401
   */
  public String check(String authorization) {
    String caller = caller(authorization);
    if (!licensed) {
      throw DbapiFault.licence();
    }
    return caller;
  }

  private String caller(String authorization) {
    if (authorization != null && authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
      if (tokens.accepts(authorization.substring(7).trim(), clock.now())) {
        return TOKEN_OWNER;
      }
      throw DbapiFault.authorization();
    }
    return users
        .authenticated(authorization)
        .map(SimulatorUser::name)
        .orElseThrow(DbapiFault::authorization);
  }
}
