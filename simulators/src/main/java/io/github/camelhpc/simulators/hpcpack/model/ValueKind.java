package io.github.camelhpc.simulators.hpcpack.model;

import io.github.camelhpc.simulators.hpcpack.HpcPackFault;
import io.github.camelhpc.simulators.hpcpack.HpcPackTimes;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the values of a property look like: checks a value that a client sends, and brings it to the
 * spelling in which it is kept.
 */
public enum ValueKind {
  TEXT {
    @Override
    Optional<String> kept(String value, HpcPackTimes times) {
      return Optional.of(value);
    }
  },

  /** Names with commas between them; job XML has semicolons (facts/hpcpack.md §3). */
  LIST {
    @Override
    Optional<String> kept(String value, HpcPackTimes times) {
      return Optional.of(value.replace(';', ','));
    }
  },

  /** A number of 32 bits, like all of the service's numbers. */
  NUMBER {
    @Override
    Optional<String> kept(String value, HpcPackTimes times) {
      try {
        return Optional.of(String.valueOf(Integer.parseInt(value.trim())));
      } catch (NumberFormatException e) {
        return Optional.empty();
      }
    }
  },

  /** A number that is not below zero. */
  COUNT {
    @Override
    Optional<String> kept(String value, HpcPackTimes times) {
      return NUMBER.kept(value, times).filter(number -> !number.startsWith("-"));
    }
  },

  BOOLEAN {
    @Override
    Optional<String> kept(String value, HpcPackTimes times) {
      return switch (value.trim().toLowerCase(Locale.ROOT)) {
        case "true", "1" -> Optional.of("True");
        case "false", "0" -> Optional.of("False");
        default -> Optional.empty();
      };
    }
  },

  /** Kept in ISO form, given back in the server's format. */
  TIME {
    @Override
    Optional<String> kept(String value, HpcPackTimes times) {
      return times.parse(value).map(Instant::toString);
    }
  },

  EXIT_CODES {
    @Override
    Optional<String> kept(String value, HpcPackTimes times) {
      String list = value.replace(';', ',');
      return ExitCodes.isValid(list) ? Optional.of(list) : Optional.empty();
    }
  },

  UNIT_TYPE {
    @Override
    Optional<String> kept(String value, HpcPackTimes times) {
      return nameOrNumber(List.of("Core", "Socket", "Node", "Gpu"), value);
    }
  },

  PRIORITY {
    @Override
    Optional<String> kept(String value, HpcPackTimes times) {
      return nameOrNumber(JobPriority.NAMES, value);
    }
  },

  EXPANDED_PRIORITY {
    @Override
    Optional<String> kept(String value, HpcPackTimes times) {
      return NUMBER
          .kept(value, times)
          .filter(number -> JobPriority.isInRange(Long.parseLong(number)));
    }
  },

  TASK_TYPE {
    @Override
    Optional<String> kept(String value, HpcPackTimes times) {
      return nameOrNumber(
          List.of("Basic", "ParametricSweep", "NodePrep", "NodeRelease", "Service"), value);
    }
  };

  abstract Optional<String> kept(String value, HpcPackTimes times);

  /**
   * The spelling in which a value is kept; an empty value stays empty and means "not set".
   *
   * @throws HpcPackFault if the value is not of this kind
   */
  public String check(String property, String value, HpcPackTimes times) {
    if (value.isBlank()) {
      return "";
    }
    return kept(value, times)
        .orElseThrow(
            () ->
                HpcPackFault.badRequest(
                    "The value '" + value + "' of " + property + " is not " + description() + "."));
  }

  /** Whether values are compared as numbers. */
  public boolean isNumeric() {
    return this == NUMBER || this == COUNT || this == EXPANDED_PRIORITY;
  }

  private String description() {
    return switch (this) {
      case TEXT, LIST -> "a text";
      case NUMBER -> "a number";
      case COUNT -> "a number from 0 on";
      case BOOLEAN -> "True or False";
      case TIME -> "a time";
      case EXIT_CODES -> "a list of exit codes and ranges like 0,10..20,100..max";
      case UNIT_TYPE -> "Core, Socket, Node or Gpu";
      case PRIORITY -> "Lowest, BelowNormal, Normal, AboveNormal or Highest";
      case EXPANDED_PRIORITY -> "a number from 0 to 4000";
      case TASK_TYPE -> "Basic, ParametricSweep, NodePrep, NodeRelease or Service";
    };
  }

  private static Optional<String> nameOrNumber(List<String> names, String value) {
    String text = value.trim();
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).equalsIgnoreCase(text) || String.valueOf(i).equals(text)) {
        return Optional.of(names.get(i));
      }
    }
    return Optional.empty();
  }
}
