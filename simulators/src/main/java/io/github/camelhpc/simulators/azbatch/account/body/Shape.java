package io.github.camelhpc.simulators.azbatch.account.body;

import io.github.camelhpc.simulators.azbatch.BatchFault;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which members an object of a request has. Members that it does not name are refused. */
public final class Shape {

  private final Map<String, Member> members;

  Shape() {
    this(Map.of());
  }

  private Shape(Map<String, Member> members) {
    this.members = members;
  }

  Shape required(String name, Kind kind) {
    return with(name, new Member(kind, true));
  }

  Shape optional(String name, Kind kind) {
    return with(name, new Member(kind, false));
  }

  /** The real service takes this member, the stand-in does not. */
  Shape notServed(String name, String reason) {
    return optional(
        name,
        (member, value) -> {
          throw BatchFault.unsupportedProperty(member, reason);
        });
  }

  /** The same with all members of another. */
  Shape including(Shape other) {
    Map<String, Member> more = new LinkedHashMap<>(members);
    more.putAll(other.members);
    return new Shape(more);
  }

  private Shape with(String name, Member member) {
    Map<String, Member> more = new LinkedHashMap<>(members);
    more.put(name, member);
    return new Shape(more);
  }

  /**
   * The members as they are kept; a null is the same as no member.
   *
   * @throws BatchFault if one is missing, unknown or not allowed
   */
  public JsonObject check(JsonObject body) {
    JsonObject checked = new JsonObject();
    for (String name : body.fieldNames()) {
      Member member = members.get(name);
      if (member == null) {
        throw BatchFault.unsupportedProperty(
            name,
            "The property '"
                + name
                + "' does not exist here. Use only property names that the type defines.");
      }
      if (body.getValue(name) != null) {
        checked.put(name, member.kind.check(name, body.getValue(name)));
      }
    }
    members.forEach(
        (name, member) -> {
          if (member.required && !checked.containsKey(name)) {
            throw BatchFault.missingProperty(name);
          }
        });
    return checked;
  }

  private record Member(Kind kind, boolean required) {}
}
