package io.github.camelhpc.hpcpack.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PropertyMapTest {

  private static PropertyMap map(String... namesAndValues) {
    PropertyMap map = new PropertyMap();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return map;
  }

  @Test
  void namesAreFoundInAnyCase() {
    PropertyMap map = map("Id", "14", "Owner", "HPC\\alice");

    assertThat(map.get("iD")).isEqualTo("14");
    assertThat(map.containsKey("OWNER")).isTrue();
    assertThat(map.getOrDefault("state", "none")).isEqualTo("none");
    assertThat(map.get(null)).isNull();
    assertThat(map.get(14)).isNull();
  }

  @Test
  void putUnderAnotherSpellingReplacesTheValueOnly() {
    PropertyMap map = map("Id", "14", "State", "Queued", "Name", "n");

    assertThat(map.put("STATE", "Running")).isEqualTo("Queued");

    assertThat(map)
        .containsExactly(entry("Id", "14"), entry("State", "Running"), entry("Name", "n"));
  }

  @Test
  void manyEntriesKeepTheirOrder() {
    PropertyMap map = new PropertyMap();
    for (int i = 0; i < 60; i++) {
      map.put("Name" + i, "Value" + i);
    }

    assertThat(map).hasSize(60).containsEntry("Name59", "Value59");
    assertThat(map.keySet()).startsWith("Name0", "Name1").endsWith("Name58", "Name59");
  }

  @Test
  void removesByNameAndByIterator() {
    PropertyMap map = map("A", "1", "B", "2", "C", "3", "D", "4");

    assertThat(map.remove("b")).isEqualTo("2");
    assertThat(map.remove("b")).isNull();
    map.values().removeIf("3"::equals);

    assertThat(map).containsExactly(entry("A", "1"), entry("D", "4"));
    map.clear();
    assertThat(map).isEmpty();
    assertThat(map.put("E", "5")).isNull();
  }

  @Test
  void entriesWriteThrough() {
    PropertyMap map = map("A", "1");

    map.replaceAll((name, value) -> name + value);

    assertThat(map).containsExactly(entry("A", "A1"));
  }

  @Test
  void noValueIsTheEmptyText() {
    assertThat(map("A", null)).containsExactly(entry("A", ""));
    assertThatThrownBy(() -> map((String) null, "1"))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("a property needs a name");
  }

  @Test
  void isEqualToAnyMapOfTheSameSpelling() {
    Map<String, String> other = new LinkedHashMap<>(Map.of("Name", "n", "Id", "14"));
    PropertyMap map = map("Id", "14", "Name", "n");

    assertThat(map).isEqualTo(other).hasSameHashCodeAs(other);
    assertThat(other).isEqualTo(map);
    assertThat(map).isNotEqualTo(map("id", "14", "Name", "n"));
    assertThat(map).isNotEqualTo(map("Id", "14"));
  }

  @Test
  void typedValues() {
    PropertyMap map =
        map("MinCores", " 4 ", "IsExclusive", "True", "HasRuntime", "false", "Empty", "", "X", "x");

    assertThat(map.integer("mincores")).isEqualTo(4);
    assertThat(map.bool("isexclusive")).isTrue();
    assertThat(map.bool("HasRuntime")).isFalse();
    assertThat(map.integer("Empty")).isNull();
    assertThat(map.bool("Empty")).isNull();
    assertThat(map.integer("Missing")).isNull();
    assertThatThrownBy(() -> map.integer("X"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("X is 'x', not a whole number");
    assertThatThrownBy(() -> map.bool("X"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("X is 'x', neither true nor false");
  }

  private static PropertyMap row(PropertyMap previous, String id, String name) {
    PropertyMap row = PropertyMap.expecting(previous);
    row.put("Id", id);
    row.put("Name", name);
    return row.compact();
  }

  @Test
  void rowsThatShareTheirNamesStayApart() {
    PropertyMap first = map("Id", "1", "Name", "a").compact();
    PropertyMap second = row(first, "2", "b");
    PropertyMap third = row(second, "3", "c");

    second.remove("Id");
    third.put("State", "Queued");
    first.put("Owner", "alice");
    first.put("ID", "9");

    assertThat(first)
        .containsExactly(entry("Id", "9"), entry("Name", "a"), entry("Owner", "alice"));
    assertThat(second).containsExactly(entry("Name", "b"));
    assertThat(third)
        .containsExactly(entry("Id", "3"), entry("Name", "c"), entry("State", "Queued"));
  }

  @Test
  void rowsNeedNotHaveTheNamesExpected() {
    PropertyMap first = map("Id", "1", "Name", "a", "State", "Queued").compact();
    PropertyMap shorter = PropertyMap.expecting(first);
    shorter.put("Id", "2");
    PropertyMap other = PropertyMap.expecting(first);
    other.put("Id", "3");
    other.put("State", "Running");
    other.put("STATE", "Failed");
    other.put("Id", "4");
    other.put("Name", "d");
    other.put("Owner", "alice");

    assertThat(shorter).containsExactly(entry("Id", "2"));
    assertThat(shorter.compact()).containsExactly(entry("Id", "2"));
    assertThat(shorter.get("Name")).isNull();
    assertThat(other.compact())
        .containsExactly(
            entry("Id", "4"),
            entry("State", "Failed"),
            entry("Name", "d"),
            entry("Owner", "alice"));
    assertThat(first)
        .containsExactly(entry("Id", "1"), entry("Name", "a"), entry("State", "Queued"));
    assertThat(PropertyMap.expecting(new PropertyMap())).isEmpty();
  }

  @Test
  void jacksonWritesAndReadsAnObject() throws Exception {
    ObjectMapper mapper = new ObjectMapper();

    String json = mapper.writeValueAsString(map("Id", "14", "Name", "n"));

    assertThat(json).isEqualTo("{\"Id\":\"14\",\"Name\":\"n\"}");
    assertThat(mapper.readValue(json, PropertyMap.class).get("ID")).isEqualTo("14");
  }

  @Test
  void isSerializable() throws Exception {
    PropertyMap map = map("Id", "14", "Name", "n");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(map);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(in.readObject()).isEqualTo(map);
    }
  }

  @Test
  void passwordIsNotShown() {
    assertThat(map("UserName", "alice", "password", "s3cret"))
        .hasToString("{UserName=alice, password=xxxxxx}");
  }
}
