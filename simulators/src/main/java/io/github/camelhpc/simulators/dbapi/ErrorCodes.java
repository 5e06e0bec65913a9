package io.github.camelhpc.simulators.dbapi;

import java.util.Optional;

/**
 * Which of the published codes and texts errors have (facts/dbapi.md §7). A condition that a family
 * has no code for takes that of the other one; for one that has no published code at all there is
 * none.
 */
public enum ErrorCodes {

  /** As the page of each action says: abortRequest as {@link #B5}, the others as {@link #SEED}. */
  AS_PUBLISHED {
    @Override
    ErrorCodes of(String action) {
      return action.equals("abortRequest") ? B5 : SEED;
    }
  },

  /** As the page of getStatus: 7202…, 7206…, 7200…. */
  SEED,

  /** As the page of abortRequest: B502…, B504…. */
  B5 {
    @Override
    Optional<String> ownCode(DbapiFault.Kind kind) {
      return switch (kind) {
        case MISSING_PARAMETER -> Optional.of("B5020008");
        case NOT_IN_CACHE -> Optional.of("B5040016");
        default -> super.ownCode(kind);
      };
    }

    @Override
    String text(DbapiFault fault) {
      return fault.kind() == DbapiFault.Kind.NOT_IN_CACHE
          ? "Response is not present in cache for the given requestId \"" + fault.subject() + "\""
          : super.text(fault);
    }
  };

  /** The code of an error of an action, if there is one: eight hexadecimal digits. */
  public Optional<String> code(String action, DbapiFault.Kind kind) {
    return of(action).ownCode(kind);
  }

  /** The text of an error of an action. */
  public String text(String action, DbapiFault fault) {
    return of(action).text(fault);
  }

  ErrorCodes of(String action) {
    return this;
  }

  Optional<String> ownCode(DbapiFault.Kind kind) {
    return switch (kind) {
      case MISSING_PARAMETER -> Optional.of("72020008");
      case NOT_IN_CACHE -> Optional.of("720600E6");
      case ALREADY_ABORTED -> Optional.of("B5040018");
      case LICENCE, AUTHORIZATION -> Optional.of("720000E9");
      case INTERNAL -> Optional.of("720600E2");
      case METHOD -> Optional.of("C60100E0");
      case INVALID, UNKNOWN -> Optional.empty();
    };
  }

  String text(DbapiFault fault) {
    return switch (fault.kind()) {
      case MISSING_PARAMETER -> "Mandatory parameter {" + fault.subject() + "} not specified.";
      case NOT_IN_CACHE -> "Response is not present in the cache for the given requestId.";
      case ALREADY_ABORTED -> "Request is already aborted.";
      case LICENCE -> "License is not valid.";
      case AUTHORIZATION -> "Authorization needed.";
      case INTERNAL -> "Application encountered an internal error.";
      case METHOD, INVALID, UNKNOWN -> fault.subject();
    };
  }
}
