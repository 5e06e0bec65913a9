package io.github.camelhpc.simulators.azbatch.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word of a filter.
 *
 * @param kind what it is
 * @param text the word; of a string or a time what is between the quotes
 * @param position where it begins, from 0
 */
record Token(Kind kind, String text, int position) {

  enum Kind {
    WORD,
    STRING,
    TIME,
    OPEN,
    CLOSE,
    COMMA,
    END
  }

  private static final Pattern NEXT =
      Pattern.compile(
          "\\s*+(?:(?i:datetime)'(?<time>[^']*+)'"
              + "|'(?<string>(?:[^']++|'')*+)'"
              + "|(?<sign>[(),])"
              + "|(?<word>[\\w./:+-]++))");

  /** The words of a filter, the last one of which is its end. */
  static List<Token> of(String filter) {
    List<Token> tokens = new ArrayList<>();
    String text = filter.stripTrailing();
    Matcher matcher = NEXT.matcher(text);
    int end = 0;
    while (end < text.length()) {
      if (!matcher.find(end) || matcher.start() != end) {
        throw new FilterSyntaxException("it cannot be read from position " + end + " on");
      }
      tokens.add(token(matcher, end));
      end = matcher.end();
    }
    tokens.add(new Token(Kind.END, "", end));
    return tokens;
  }

  private static Token token(Matcher matcher, int position) {
    if (matcher.group("time") != null) {
      return new Token(Kind.TIME, matcher.group("time"), position);
    }
    if (matcher.group("string") != null) {
      return new Token(Kind.STRING, matcher.group("string").replace("''", "'"), position);
    }
    if (matcher.group("word") != null) {
      return new Token(Kind.WORD, matcher.group("word"), position);
    }
    Kind sign =
        switch (matcher.group("sign")) {
          case "(" -> Kind.OPEN;
          case ")" -> Kind.CLOSE;
          default -> Kind.COMMA;
        };
    return new Token(sign, matcher.group("sign"), position);
  }

  boolean isWord(String word) {
    return kind == Kind.WORD && text.equals(word);
  }
}
