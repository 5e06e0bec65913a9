package io.github.camelhpc.simulators.dbapi.query;

import io.github.camelhpc.simulators.dbapi.DbapiFault;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Understands the forms of the query language that real clients use, and no others, because its
 * grammar is not published (facts/dbapi.md §5.3).
 */
final class QueryParser {

  private static final Pattern TYPE = Pattern.compile("[A-Za-z0-9_]{1,32}");
  private static final String ID = "([A-Za-z0-9_]{2,32})";
  private static final Pattern SCALAR = Pattern.compile("=" + ID + " +rx +(.+)", Pattern.DOTALL);
  private static final Pattern SERIES = Pattern.compile("@" + ID + " +rx +b +(.+)", Pattern.DOTALL);
  private static final Pattern ANY = Pattern.compile("~" + ID);

  private final String text;
  private int position;

  private QueryParser(String text) {
    this.text = text;
  }

  /**
   * The steps of a path.
   *
   * @throws DbapiFault if the query is not of the forms that are known
   */
  static List<PathStep> parse(String query) {
    return new QueryParser(query.strip()).path();
  }

  private List<PathStep> path() {
    List<PathStep> steps = new ArrayList<>();
    steps.add(step());
    while (position < text.length()) {
      if (text.charAt(position) != '/') {
        throw notUnderstood("there should be '[', '/' or the end");
      }
      position++;
      steps.add(step());
    }
    return steps;
  }

  private PathStep step() {
    Matcher type = TYPE.matcher(text).region(position, text.length());
    if (!type.lookingAt()) {
      throw notUnderstood("there should be a type of resources like vm");
    }
    position = type.end();
    List<Condition> conditions = new ArrayList<>();
    while (position < text.length() && text.charAt(position) == '[') {
      int start = position;
      position = endOfBrackets();
      conditions.add(condition(text.substring(start + 1, position - 1), start));
    }
    return new PathStep(type.group(), conditions);
  }

  /** A regular expression may contain brackets: pairs of them, or with a backslash before. */
  private int endOfBrackets() {
    int depth = 0;
    for (int i = position; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '\\' -> i++;
        case '[' -> depth++;
        case ']' -> {
          if (--depth == 0) {
            return i + 1;
          }
        }
        default -> {}
      }
    }
    throw notUnderstood("the bracket is not closed");
  }

  private Condition condition(String inner, int start) {
    Matcher any = ANY.matcher(inner);
    if (any.matches()) {
      return new Condition.Has(any.group(1));
    }
    Matcher series = SERIES.matcher(inner);
    if (series.matches() && series.group(2).equals(".*")) {
      return new Condition.HasSeries(series.group(1));
    }
    Matcher scalar = SCALAR.matcher(inner);
    if (scalar.matches()) {
      return new Condition.Matching(scalar.group(1), regex(scalar.group(2), start));
    }
    position = start;
    throw notUnderstood(
        "the known forms are [=attribute rx regex], [@attribute rx b .*] and [~attribute]");
  }

  private Pattern regex(String regex, int start) {
    try {
      return Pattern.compile(regex);
    } catch (PatternSyntaxException wrong) {
      position = start;
      throw notUnderstood("the regular expression is wrong, " + wrong.getDescription());
    }
  }

  private DbapiFault notUnderstood(String reason) {
    return DbapiFault.invalid(
        "The query is not understood at character " + (position + 1) + ": " + reason + ".");
  }
}
