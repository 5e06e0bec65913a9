package io.github.camelhpc.support.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.CharConversionException;
import java.io.IOException;

/**
 * What is wrong with JSON, in sentences with the place.
 *
 * @param source what the JSON is
 * @param explained whether the parser's words, which can quote from the source, may be told
 */
record JsonFailures(String source, boolean explained) {

  static final JsonFailures ANSWER = new JsonFailures("the answer", true);

  /** Of a body nothing is told: it can hold a password. */
  static final JsonFailures BODY = new JsonFailures("the body", false);

  JsonFormatException empty() {
    return new JsonFormatException(source + " is empty, JSON was expected", null);
  }

  /** A value at hand that is not what was expected. */
  JsonFormatException unexpected(JsonParser parser, String expected) {
    return new JsonFormatException(
        "%s%s has %s, %s was expected"
            .formatted(
                source,
                place(parser.currentTokenLocation()),
                kind(parser.currentToken()),
                expected),
        null);
  }

  /** A failure of the parser in other words; one of the connection as it is. */
  IOException reworded(IOException failure) {
    if (failure instanceof JsonProcessingException e) {
      String invalid = source + " is not valid JSON" + place(e.getLocation());
      return explained
          ? new JsonFormatException(invalid + ": " + reason(e), e)
          : new JsonFormatException(invalid, null);
    }
    return failure instanceof CharConversionException
        ? new JsonFormatException(
            source + " is not valid JSON, its characters are not of one encoding", failure)
        : failure;
  }

  // Jackson adds where a bracket was opened, in words about itself
  private static String reason(JsonProcessingException failure) {
    return failure.getOriginalMessage().replaceFirst(" \\([^(]*\\[Source: .*", "");
  }

  private static String kind(JsonToken token) {
    return switch (token) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "an array";
      case VALUE_STRING -> "a text";
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
      case VALUE_TRUE, VALUE_FALSE -> "true or false";
      case VALUE_NULL -> "null";
      default -> "an end";
    };
  }

  private static String place(JsonLocation location) {
    return location == null
        ? ""
        : " at line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
  }
}
