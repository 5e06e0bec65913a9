package io.github.camelhpc.hpcpack.model;

/** What createJob, addTask and the operations that set properties take as a body. */
public final class PropertyList {

  private PropertyList() {}

  /**
   * Reads properties from a message body: a Map, a list of objects with the members Name and Value,
   * or JSON text of either. Names of members are read in any case; numbers become text, truth
   * values {@code True} and {@code False}, {@code null} the empty text; a list is joined by commas
   * where the property is a list, such as NodeGroups (facts/hpcpack.md §3).
   *
   * @param body the body; none or a blank text gives no properties
   * @return the properties in their order, the caller's own
   * @throws IllegalArgumentException if the body is anything else, naming the place in it
   */
  public static PropertyMap of(Object body) {
    if (body instanceof CharSequence text) {
      return text.toString().isBlank()
          ? new PropertyMap()
          : new PropertyMap(MessageBody.texts("", MessageBody.fromJson(text.toString())));
    }
    return new PropertyMap(MessageBody.texts("", body));
  }
}
