package io.github.camelhpc.simulators.hpcpack.rest;

import io.github.camelhpc.simulators.hpcpack.HpcPackTimes;
import io.github.camelhpc.simulators.hpcpack.model.PropertyName;
import java.util.List;
import java.util.Map;

/** What an operation gives back, before it is JSON or XML. */
sealed interface Result {

  /** No body. */
  record Nothing(int status) implements Result {}

  /** The id of what has been made. */
  record Id(int value) implements Result {}

  /** One text. */
  record Text(String value) implements Result {}

  /** A list of names. */
  record Names(List<String> values) implements Result {}

  /** The properties of one thing. */
  record Properties(List<NameValue> values) implements Result {}

  /**
   * The chosen properties of many things.
   *
   * @param headers the headers of paging
   */
  record Rows<T>(
      List<T> rows,
      List<? extends PropertyName<? super T>> properties,
      HpcPackTimes times,
      Map<String, String> headers)
      implements Result {}

  /** Plain JSON of the 2019 API: an object, an array or a list of them; there is no XML of it. */
  record Typed(Object json) implements Result {}

  /** The usual answer to an action. */
  static Result done() {
    return new Nothing(204);
  }
}
