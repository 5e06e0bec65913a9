package io.github.camelhpc.simulators.azbatch.filter;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Reads a {@code $filter}: comparisons and {@code startswith} with {@code and}, {@code or} and
 * parentheses, of the properties and operators that the list has, and nothing else.
 */
public final class FilterParser {

  private static final int MAX_DEPTH = 100;

  private final FilterRules rules;
  private final List<Token> tokens;
  private int next;
  private int depth;

  private FilterParser(FilterRules rules, List<Token> tokens) {
    this.rules = rules;
    this.tokens = tokens;
  }

  /**
   * Understands a filter.
   *
   * @throws FilterSyntaxException if it is not one of this list
   */
  public static Filter parse(String filter, FilterRules rules) {
    FilterParser parser = new FilterParser(rules, Token.of(filter));
    Filter parsed = parser.alternatives();
    parser.take(Token.Kind.END, "the end");
    return parsed;
  }

  private Filter alternatives() {
    List<Filter> parts = new ArrayList<>(List.of(conjunction()));
    while (peek().isWord("or")) {
      next++;
      parts.add(conjunction());
    }
    return members -> parts.stream().anyMatch(part -> part.test(members));
  }

  private Filter conjunction() {
    List<Filter> parts = new ArrayList<>(List.of(condition()));
    while (peek().isWord("and")) {
      next++;
      parts.add(condition());
    }
    return members -> parts.stream().allMatch(part -> part.test(members));
  }

  private Filter condition() {
    if (peek().kind() == Token.Kind.OPEN) {
      return inParentheses();
    }
    return peek().isWord(Operator.STARTS_WITH.word()) ? beginning() : comparison();
  }

  private Filter inParentheses() {
    if (++depth > MAX_DEPTH) {
      throw new FilterSyntaxException("it has more than " + MAX_DEPTH + " open parentheses");
    }
    next++;
    Filter inner = alternatives();
    take(Token.Kind.CLOSE, "a closing parenthesis");
    depth--;
    return inner;
  }

  private Filter beginning() {
    next++;
    take(Token.Kind.OPEN, "an opening parenthesis");
    String path = take(Token.Kind.WORD, "a property").text();
    FilterRules.Rule rule = rule(path, Operator.STARTS_WITH);
    take(Token.Kind.COMMA, "a comma");
    String prefix = literal(rule.type(), path).toString();
    take(Token.Kind.CLOSE, "a closing parenthesis");
    return members -> {
      Object value = member(members, rule.memberPath());
      return value != null && rule.type().member(value).toString().startsWith(prefix);
    };
  }

  private Filter comparison() {
    String path = take(Token.Kind.WORD, "a property").text();
    Token word = take(Token.Kind.WORD, "an operator");
    Operator operator =
        Operator.of(word.text())
            .filter(Operator.SIX::contains)
            .orElseThrow(
                () -> new FilterSyntaxException("'" + word.text() + "' is not an operator"));
    FilterRules.Rule rule = rule(path, operator);
    Comparable<?> wanted = literal(rule.type(), path);
    return members -> {
      Object value = member(members, rule.memberPath());
      // as OData has it: what is not there is different from every value, and not comparable
      return value == null
          ? operator == Operator.NE
          : operator.accepts(compare(rule.type().member(value), wanted));
    };
  }

  @SuppressWarnings("unchecked")
  private static int compare(Comparable<?> value, Comparable<?> wanted) {
    return ((Comparable<Object>) value).compareTo(wanted);
  }

  private FilterRules.Rule rule(String path, Operator operator) {
    FilterRules.Rule rule =
        rules
            .rule(path)
            .orElseThrow(
                () ->
                    new FilterSyntaxException(
                        "'" + path + "' is not one of the properties " + rules.paths()));
    if (!rule.operators().contains(operator)) {
      throw new FilterSyntaxException(
          "'"
              + path
              + "' cannot be compared by '"
              + operator.word()
              + "', but by "
              + rule.operators().stream().map(Operator::word).collect(Collectors.joining(", ")));
    }
    return rule;
  }

  private Comparable<?> literal(ValueType type, String path) {
    Token token = tokens.get(next++);
    return type.literal(token)
        .orElseThrow(
            () ->
                new FilterSyntaxException(
                    "'" + token.text() + "' is not a value that '" + path + "' can have"));
  }

  private Token peek() {
    return tokens.get(next);
  }

  private Token take(Token.Kind kind, String expected) {
    Token token = tokens.get(next);
    if (token.kind() != kind) {
      throw new FilterSyntaxException(
          "there must be " + expected + " at position " + token.position());
    }
    next = Math.min(next + 1, tokens.size() - 1);
    return token;
  }

  private static Object member(JsonObject members, String path) {
    Object value = members;
    for (String name : path.split("/")) {
      value = value instanceof JsonObject object ? object.getValue(name) : null;
    }
    return value;
  }
}
