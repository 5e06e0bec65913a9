package io.github.camelhpc.hpcpack.model;

/** How numbers and truth values are read from the service's texts; the empty text is "not set". */
final class PropertyText {

  private PropertyText() {}

  static Integer integer(String name, String text) {
    if (isUnset(text)) {
      return null;
    }
    try {
      return Integer.valueOf(text.trim());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " is '" + text + "', not a whole number", e);
    }
  }

  static Boolean bool(String name, String text) {
    if (isUnset(text)) {
      return null;
    }
    String word = text.trim();
    // XML allows 1 and 0 for a truth value
    if (word.equalsIgnoreCase("true") || word.equals("1")) {
      return Boolean.TRUE;
    }
    if (word.equalsIgnoreCase("false") || word.equals("0")) {
      return Boolean.FALSE;
    }
    throw new IllegalArgumentException(name + " is '" + text + "', neither true nor false");
  }

  static boolean isUnset(String text) {
    return text == null || text.isBlank();
  }
}
