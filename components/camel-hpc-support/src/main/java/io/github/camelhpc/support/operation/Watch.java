package io.github.camelhpc.support.operation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a consumer watches what an operation answers.
 *
 * @param id the properties that together name an entry
 * @param state the properties that together are its state
 * @param occurrence the properties that tell a state from an earlier time in the same state, for
 *     example a count of requeues; can be empty
 * @param changedSince the parameter that asks for later changes only, or null if the service has
 *     none
 * @param headers the message headers that get a property of the entry, by property
 * @param terminalStates the states after which nothing follows; empty for a list, which never ends
 */
public record Watch(
    List<String> id,
    List<String> state,
    List<String> occurrence,
    Parameter changedSince,
    Map<String, String> headers,
    Set<String> terminalStates) {

  /** Entries named by these properties. */
  public static Watch by(String... id) {
    return new Watch(List.of(id), List.of("State"), List.of(), null, Map.of(), Set.of());
  }

  /** The properties that together are the state; by default {@code State}. */
  public Watch state(String... properties) {
    return new Watch(id, List.of(properties), occurrence, changedSince, headers, terminalStates);
  }

  /** The properties that tell a state from an earlier time in the same state. */
  public Watch occurrence(String... properties) {
    return new Watch(id, state, List.of(properties), changedSince, headers, terminalStates);
  }

  /** The parameter that asks for later changes only. */
  public Watch changedSince(Parameter parameter) {
    return new Watch(id, state, occurrence, parameter, headers, terminalStates);
  }

  /** Sets this header to this property of the entry. */
  public Watch header(String header, String property) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(property, header);
    return new Watch(id, state, occurrence, changedSince, more, terminalStates);
  }

  /** One finite thing, which ends in one of these states. */
  public Watch until(Set<String> states) {
    return new Watch(id, state, occurrence, changedSince, headers, Set.copyOf(states));
  }

  /** Whether it is one thing that ends, and not a list. */
  public boolean isFinite() {
    return !terminalStates.isEmpty();
  }

  /** Whether nothing follows after this state, which is read without regard to case. */
  public boolean isTerminal(String value) {
    return terminalStates.stream().anyMatch(t -> t.equalsIgnoreCase(value));
  }
}
