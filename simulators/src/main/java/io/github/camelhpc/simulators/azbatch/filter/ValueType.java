package io.github.camelhpc.simulators.azbatch.filter;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;

/** The types of the properties that lists are filtered by. */
enum ValueType {
  /** Ids and names of states: their letter case does not matter. */
  TEXT {
    @Override
    Optional<Comparable<?>> literal(Token token) {
      return token.kind() == Token.Kind.STRING ? Optional.of(fold(token.text())) : Optional.empty();
    }

    @Override
    Comparable<?> member(Object value) {
      return fold(value.toString());
    }
  },

  /** Names of files, whose letter case matters. */
  FILE_NAME {
    @Override
    Optional<Comparable<?>> literal(Token token) {
      return token.kind() == Token.Kind.STRING ? Optional.of(token.text()) : Optional.empty();
    }

    @Override
    Comparable<?> member(Object value) {
      return value.toString();
    }
  },

  /** {@code DateTime'2024-01-01T00:00:00Z'}, or the same without a type (facts/azbatch.md §6). */
  TIME {
    @Override
    Optional<Comparable<?>> literal(Token token) {
      if (token.kind() != Token.Kind.TIME && token.kind() != Token.Kind.WORD) {
        return Optional.empty();
      }
      try {
        return Optional.of(OffsetDateTime.parse(token.text()).toInstant());
      } catch (DateTimeException noTime) {
        return Optional.empty();
      }
    }

    @Override
    Comparable<?> member(Object value) {
      return Instant.parse(value.toString());
    }
  },

  NUMBER {
    @Override
    Optional<Comparable<?>> literal(Token token) {
      return token.kind() == Token.Kind.WORD && token.text().matches("-?\\d{1,18}")
          ? Optional.of(Long.valueOf(token.text()))
          : Optional.empty();
    }

    @Override
    Comparable<?> member(Object value) {
      return ((Number) value).longValue();
    }
  },

  BOOLEAN {
    @Override
    Optional<Comparable<?>> literal(Token token) {
      return token.kind() == Token.Kind.WORD && token.text().matches("true|false")
          ? Optional.of(Boolean.valueOf(token.text()))
          : Optional.empty();
    }

    @Override
    Comparable<?> member(Object value) {
      return (Boolean) value;
    }
  };

  /** What a literal of the filter means; empty if it is not of this type. */
  abstract Optional<Comparable<?>> literal(Token token);

  /** What the value of a member means. */
  abstract Comparable<?> member(Object value);

  private static String fold(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
