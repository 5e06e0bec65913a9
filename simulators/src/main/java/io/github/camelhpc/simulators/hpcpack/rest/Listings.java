package io.github.camelhpc.simulators.hpcpack.rest;

import io.github.camelhpc.simulators.hpcpack.HeadNode;
import io.github.camelhpc.simulators.hpcpack.HpcPackFault;
import io.github.camelhpc.simulators.hpcpack.HpcPackTimes;
import io.github.camelhpc.simulators.hpcpack.model.PropertyName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The properties, the order and the pages of a list (facts/hpcpack.md §5). */
final class Listings {

  private static final String CONTINUATION = "x-ms-continuation-queryId";
  private static final String ROW_COUNT = "x-ms-row-count";
  private static final int DEFAULT_ROWS = 10;

  private final HeadNode headNode;
  private final Continuations continuations;

  Listings(HeadNode headNode) {
    this.headNode = headNode;
    continuations = new Continuations(headNode.clock());
  }

  /**
   * A page of a list.
   *
   * @param resource what is listed; a query id is good for the same resource only
   * @param select the rows that the filter leaves, by their ids
   * @param sortBy the property to sort by; nothing for the id
   * @param properties the properties to give
   */
  <T> Result page(
      Call call,
      String resource,
      Supplier<List<T>> select,
      Optional<? extends PropertyName<? super T>> sortBy,
      List<? extends PropertyName<? super T>> properties) {
    boolean rowPaging = headNode.settings().version().hasRowPaging();
    Optional<Integer> startRow = rowPaging ? call.number("startRow") : Optional.empty();
    // at least one row is read, whatever was asked for
    int count = Math.max(1, call.number("rowsPerRead").orElse(DEFAULT_ROWS));
    Supplier<List<T>> rows = () -> sorted(select.get(), sortBy, !rowPaging || call.is("asc", true));
    if (startRow.isPresent()) {
      return byRow(rows.get(), startRow.get(), count, properties);
    }
    return call.query("queryId")
        .map(id -> next(continuations.<T>resume(id, resource), count, properties))
        .orElseGet(() -> first(resource, rows.get(), count, properties));
  }

  private <T> Result byRow(
      List<T> rows, int startRow, int count, List<? extends PropertyName<? super T>> properties) {
    if (startRow < 0) {
      throw HpcPackFault.badRequest("The parameter startRow must not be below 0.");
    }
    int from = Math.min(startRow, rows.size());
    return rows(
        rows.subList(from, end(from, count, rows)),
        properties,
        Map.of(ROW_COUNT, String.valueOf(rows.size())));
  }

  private <T> Result first(
      String resource,
      List<T> rows,
      int count,
      List<? extends PropertyName<? super T>> properties) {
    int end = end(0, count, rows);
    // the last page announces no further one, and none is ever empty but the first
    Map<String, String> headers =
        end < rows.size()
            ? Map.of(CONTINUATION, continuations.begin(resource, rows, end))
            : Map.of();
    return rows(rows.subList(0, end), properties, headers);
  }

  private <T> Result next(
      Continuations.Position<T> position,
      int count,
      List<? extends PropertyName<? super T>> properties) {
    List<T> rows = position.rows();
    int end = end(position.offset(), count, rows);
    Map<String, String> headers =
        end < rows.size() ? Map.of(CONTINUATION, position.queryId(end)) : Map.of();
    return rows(rows.subList(position.offset(), end), properties, headers);
  }

  private static int end(int from, int count, List<?> rows) {
    return (int) Math.min((long) from + count, rows.size());
  }

  private <T> Result rows(
      List<T> rows,
      List<? extends PropertyName<? super T>> properties,
      Map<String, String> headers) {
    return new Result.Rows<>(rows, properties, headNode.times(), headers);
  }

  /** Descending is exactly the reverse of ascending (§5.2). */
  private <T> List<T> sorted(
      List<T> byId, Optional<? extends PropertyName<? super T>> sortBy, boolean ascending) {
    List<T> sorted = sortBy.isEmpty() ? byId : sort(byId, sortBy.get());
    if (ascending) {
      return sorted;
    }
    List<T> reversed = new ArrayList<>(sorted);
    Collections.reverse(reversed);
    return reversed;
  }

  private <T> List<T> sort(List<T> byId, PropertyName<? super T> property) {
    HpcPackTimes times = headNode.times();
    List<Keyed<T>> keyed = new ArrayList<>(byId.size());
    for (T row : byId) {
      keyed.add(new Keyed<>(property.sortKey(row, times), row));
    }
    @SuppressWarnings("unchecked") // the keys of one property are all of one type
    Comparator<Keyed<T>> order =
        Comparator.comparing(entry -> (Comparable<Object>) entry.key, Comparator.naturalOrder());
    keyed.sort(order);
    return keyed.stream().map(Keyed::row).toList();
  }

  /** The properties of these names; unknown names are ignored (§11, no. 10). */
  static <P> List<P> properties(
      Optional<List<String>> names, Function<String, Optional<P>> lookup, List<P> standard) {
    return names
        .map(
            list ->
                List.copyOf(
                    new LinkedHashSet<>(
                        list.stream().flatMap(name -> lookup.apply(name).stream()).toList())))
        .orElse(standard);
  }

  /** The properties of one thing. */
  static <T> Result properties(
      T owner, List<? extends PropertyName<? super T>> properties, HpcPackTimes times) {
    return new Result.Properties(
        properties.stream()
            .map(property -> new NameValue(property.wireName(), property.read(owner, times)))
            .toList());
  }

  /** All rows, without paging. */
  <T> Result all(List<T> rows, List<? extends PropertyName<? super T>> properties) {
    return rows(rows, properties, Map.of());
  }

  static <P> List<P> only(P[] properties, Predicate<P> wanted) {
    return Arrays.stream(properties).filter(wanted).toList();
  }

  private record Keyed<T>(Comparable<?> key, T row) {}
}
