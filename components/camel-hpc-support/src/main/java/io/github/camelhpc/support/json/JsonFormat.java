package io.github.camelhpc.support.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;

/** The limits of what is read and written. */
final class JsonFormat {

  /** How deep lists and objects may lie in each other: the services need about ten. */
  static final int MAX_DEPTH = 64;

  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
          // the same doubles in half the time, and without garbage
          .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          // what failed halfway must not look complete
          .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
          .streamWriteConstraints(
              StreamWriteConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
          .build();

  /**
   * For answers full of numbers. Takes NaN and Infinity for numbers as well: servers that write
   * metrics do so.
   */
  static final JsonFactory LENIENT =
      new NumbersFactory(
          new JsonFactoryBuilder(FACTORY).enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS));

  private JsonFormat() {}
}
