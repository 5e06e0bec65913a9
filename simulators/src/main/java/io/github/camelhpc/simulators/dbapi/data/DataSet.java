package io.github.camelhpc.simulators.dbapi.data;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A data set with the resources and attributes that it begins with.
 *
 * @param name 2 to 32 letters, digits, {@code _} and {@code -}
 * @param types the types of resources
 * @param subsets what {@code retrieveDataSubset} tells
 * @param neverCompleting whether queries of it never become complete
 */
public record DataSet(
    String name, List<ResourceType> types, List<DataSubset> subsets, boolean neverCompleting) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{2,32}");

  public DataSet {
    requireName("A data set", name);
    types = List.copyOf(types);
    subsets = List.copyOf(subsets);
  }

  /** Whether a data set or a data subset may have this name (facts/dbapi.md §1). */
  public static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  static void requireName(String what, String name) {
    if (!isName(name)) {
      throw new IllegalArgumentException(
          what + " is named by 2 to 32 letters, digits, _ and -, not '" + name + "'.");
    }
  }

  /** An empty data set. */
  public static DataSet named(String name) {
    return new DataSet(name, List.of(), List.of(), false);
  }

  /**
   * A data set with hosts ({@code h}), virtual machines ({@code vm}), and a storage system ({@code
   * raidStorage}) with pools ({@code raidPool}) and volumes ({@code raidLdev}).
   *
   * @param machines how many virtual machines there are, and as many volumes
   * @param interval the time between two samples, whole seconds
   */
  public static DataSet standard(String name, int machines, Duration interval) {
    DataSet dataSet = named(name);
    for (ResourceType type : StandardResources.types(machines, interval)) {
      dataSet = dataSet.with(type);
    }
    return dataSet
        .subset(
            "siteA",
            "VMware",
            Instant.parse("2024-01-01T00:00:00Z"),
            Instant.parse("2024-01-31T23:59:59Z"))
        .subset(
            "siteB",
            "RAID",
            Instant.parse("2024-01-01T00:00:00Z"),
            Instant.parse("2024-01-31T23:59:59Z"));
  }

  /** The same with one more type of resources. */
  public DataSet with(ResourceType type) {
    List<ResourceType> more = new ArrayList<>(types);
    more.add(type);
    return new DataSet(name, more, subsets, neverCompleting);
  }

  /** The same with one more data subset. */
  public DataSet subset(String id, String type, Instant start, Instant end) {
    List<DataSubset> more = new ArrayList<>(subsets);
    more.add(new DataSubset(id, type, start, end));
    return new DataSet(name, types, more, neverCompleting);
  }

  /** The same, but no query of it ever becomes complete. */
  public DataSet withoutCompletion() {
    return new DataSet(name, types, subsets, true);
  }
}
