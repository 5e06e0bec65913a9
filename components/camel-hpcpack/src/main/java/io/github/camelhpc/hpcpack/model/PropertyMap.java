package io.github.camelhpc.hpcpack.model;

import java.io.Serializable;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;

/**
 * The properties of a job, task or node: name → value, in the order received. All values are text,
 * as on the wire; an unset property is the empty string, never {@code null} (facts/hpcpack.md §2).
 *
 * <p>Names are looked up without regard to case and keep the spelling they came with; a put under
 * another spelling replaces the value and keeps name and position. Two maps are equal when they
 * hold the same names, in the same spelling, with the same values. Not safe for use by several
 * threads while one of them changes it.
 *
 * <p>Made for long listings of a few dozen properties each: two arrays, no hash table, and the
 * array of names can be {@linkplain #expecting shared} by all rows of a listing.
 */
public final class PropertyMap extends AbstractMap<String, String> implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final String[] NONE = {};

  private String[] names = NONE;
  private String[] values = NONE;
  private int size;
  private boolean namesShared;

  /** An empty map. */
  public PropertyMap() {}

  /**
   * A copy.
   *
   * @param properties names and values; a {@code null} value becomes the empty string
   */
  public PropertyMap(Map<String, String> properties) {
    properties.forEach(this::put);
  }

  /**
   * An empty map that is likely to get the names of another one, in the same order: as long as it
   * gets the same Strings, both use one array of names and nothing is searched. Made for the rows
   * of long listings.
   *
   * @param previous the row before, {@linkplain #compact() compacted}
   */
  public static PropertyMap expecting(PropertyMap previous) {
    PropertyMap map = new PropertyMap();
    map.names = previous.names;
    map.values = new String[previous.size];
    map.namesShared = true;
    previous.namesShared = true;
    return map;
  }

  /**
   * The name that the map {@linkplain #expecting expects} next, or null: to put this very String
   * takes no search.
   */
  public String expectedName() {
    return namesShared && size < values.length && size < names.length ? names[size] : null;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public boolean containsKey(Object name) {
    return indexOf(name) >= 0;
  }

  @Override
  public String get(Object name) {
    int at = indexOf(name);
    return at < 0 ? null : values[at];
  }

  /**
   * Sets a property.
   *
   * @param name its name, not {@code null}
   * @param value its value; {@code null} stands for "not set" and is kept as the empty string
   * @return the value before, or {@code null} if the property was not there
   */
  @Override
  public String put(String name, String value) {
    Objects.requireNonNull(name, "a property needs a name");
    String text = value == null ? "" : value;
    if (isExpected(name)) {
      values[size++] = text;
      return null;
    }
    int at = indexOf(name);
    if (at >= 0) {
      String before = values[at];
      values[at] = text;
      return before;
    }
    makeRoom();
    names[size] = name;
    values[size++] = text;
    return null;
  }

  @Override
  public String remove(Object name) {
    int at = indexOf(name);
    if (at < 0) {
      return null;
    }
    String before = values[at];
    removeAt(at);
    return before;
  }

  @Override
  public void clear() {
    names = NONE;
    values = NONE;
    size = 0;
    namesShared = false;
  }

  @Override
  public Set<Entry<String, String>> entrySet() {
    return new Entries();
  }

  /**
   * A property as a number.
   *
   * @return the number, or {@code null} if the property is missing or not set
   * @throws IllegalArgumentException if it is set to something else
   */
  public Integer integer(String name) {
    return PropertyText.integer(name, get(name));
  }

  /**
   * A property as a truth value; {@code True}, {@code false} and any other case are read.
   *
   * @return the value, or {@code null} if the property is missing or not set
   * @throws IllegalArgumentException if it is set to something else
   */
  public Boolean bool(String name) {
    return PropertyText.bool(name, get(name));
  }

  /**
   * Gives up spare room. Called by readers of long listings when a row is complete.
   *
   * @return this map
   */
  public PropertyMap compact() {
    values = Arrays.copyOf(values, size);
    if (names.length != size) {
      names = Arrays.copyOf(names, size);
      namesShared = false;
    }
    return this;
  }

  /** By spelling, so that equal maps have equal hash codes. */
  @Override
  public boolean equals(Object other) {
    return other == this || other instanceof Map<?, ?> map && entrySet().equals(map.entrySet());
  }

  @Override
  public int hashCode() {
    return super.hashCode();
  }

  /** All properties; the value of {@code Password} is not shown. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("{");
    for (int i = 0; i < size; i++) {
      text.append(i == 0 ? "" : ", ").append(names[i]).append('=');
      text.append(names[i].equalsIgnoreCase("Password") ? "xxxxxx" : values[i]);
    }
    return text.append('}').toString();
  }

  private int indexOf(Object name) {
    if (name instanceof String text) {
      for (int i = 0; i < size; i++) {
        if (text.equalsIgnoreCase(names[i])) {
          return i;
        }
      }
    }
    return -1;
  }

  // the names of one array are all different, so the very String that comes in its turn is new
  private boolean isExpected(String name) {
    return name == expectedName();
  }

  private void makeRoom() {
    if (size == values.length) {
      values = Arrays.copyOf(values, Math.max(16, 2 * size));
    }
    if (namesShared || size >= names.length) {
      names = Arrays.copyOf(names, values.length);
      namesShared = false;
    }
  }

  private void removeAt(int at) {
    if (namesShared) {
      names = names.clone();
      namesShared = false;
    }
    size--;
    System.arraycopy(names, at + 1, names, at, size - at);
    System.arraycopy(values, at + 1, values, at, size - at);
    names[size] = null;
    values[size] = null;
  }

  private final class Entries extends AbstractSet<Entry<String, String>> {

    @Override
    public int size() {
      return size;
    }

    @Override
    public Iterator<Entry<String, String>> iterator() {
      return new EntryIterator();
    }
  }

  private final class EntryIterator implements Iterator<Entry<String, String>> {

    private int next;
    private boolean removable;

    @Override
    public boolean hasNext() {
      return next < size;
    }

    @Override
    public Entry<String, String> next() {
      if (next >= size) {
        throw new NoSuchElementException();
      }
      removable = true;
      return new Property(names[next], values[next++]);
    }

    @Override
    public void remove() {
      if (!removable) {
        throw new IllegalStateException("next() comes before remove()");
      }
      removable = false;
      removeAt(--next);
    }
  }

  private final class Property extends SimpleEntry<String, String> {

    private static final long serialVersionUID = 1L;

    Property(String name, String value) {
      super(name, value);
    }

    @Override
    public String setValue(String value) {
      put(getKey(), value);
      return super.setValue(get(getKey()));
    }
  }
}
