package io.github.camelhpc.test.hostile;

/** Values that want to be more than a value. */
public enum HostileValue {
  PARENT(".."),
  HERE("."),
  PARENTS("../../admin"),
  PARENTS_OF_WINDOWS("..\\..\\admin"),
  SLASH("a/b"),
  QUESTION_MARK("a?b=c"),
  HASH("a#b"),
  AMPERSAND("a&api-version=1&b=c"),
  ENCODED_SLASH("a%2fb"),
  ENCODED_PARENTS("%2e%2e%2fadmin"),
  BROKEN_ENCODING("a%zz%"),
  HEADER_INJECTION("a\r\nX-Injected: yes"),
  LINE_BREAK("a\nb"),
  NUL("a\0b"),
  HIGH_SURROGATE("a\ud800b"),
  LOW_SURROGATE("\udc00"),
  NOT_LATIN("é€\ud83d\ude00"),
  BIDIRECTIONAL("a\u202eb"),
  OTHER_HOST("http://127.0.0.1@evil.example/"),
  OTHER_HOST_WITHOUT_SCHEME("//evil.example/x"),
  OTHER_HOST_WITH_USER("evil.example/@127.0.0.1"),
  EXPRESSION("${camelContext.stop()}{{env:HOME}}"),
  MEGABYTE("x".repeat(1 << 20));

  private final String text;

  HostileValue(String text) {
    this.text = text;
  }

  /** The value itself. */
  public String text() {
    return text;
  }
}
