package io.github.camelhpc.test.fault;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A row of the table of faults: what is wrong, and how each call of each component ends.
 *
 * @param name what the server does
 * @param transport what is wrong below HTTP
 * @param damage what is wrong with the answer, made anew for each call; null if no answer comes
 * @param outcome how a call ends that is not safe to send again, or that has no reason to be
 * @param repeated how a call ends that is safe to send again
 * @param differences where a component differs
 */
public record Fault(
    String name,
    Transport transport,
    Supplier<Damage> damage,
    Outcome outcome,
    Outcome repeated,
    Map<FaultyService, Map<Call, Outcome>> differences) {

  public Fault {
    differences = Map.copyOf(differences);
  }

  /** A fault of the connection: nothing is sent. */
  static Fault of(String name, Transport transport, Ending ending) {
    Outcome outcome = Outcome.unsent(ending);
    return new Fault(name, transport, () -> null, outcome, outcome, Map.of());
  }

  /** A fault after which nothing is sent again. */
  static Fault last(String name, Supplier<Damage> damage, Ending ending) {
    Outcome once = Outcome.once(ending);
    return new Fault(name, Transport.PLAIN, damage, once, once, Map.of());
  }

  /** A fault that may pass: what is safe is sent again. */
  static Fault passing(String name, Supplier<Damage> damage, Ending ending) {
    return new Fault(
        name, Transport.PLAIN, damage, Outcome.once(ending), Outcome.again(ending), Map.of());
  }

  /** The same, but for some calls of a component. */
  Fault unless(FaultyService service, Outcome other, Call... calls) {
    Map<FaultyService, Map<Call, Outcome>> all = new HashMap<>(differences);
    Map<Call, Outcome> its = new EnumMap<>(Call.class);
    its.putAll(differences.getOrDefault(service, Map.of()));
    for (Call call : calls) {
      its.put(call, other);
    }
    all.put(service, its);
    return new Fault(name, transport, damage, outcome, repeated, all);
  }

  /** How a call ends. */
  public Outcome outcome(FaultyService service, Call call) {
    Outcome usual = service.canRepeat(call) ? repeated : outcome;
    return differences.getOrDefault(service, Map.of()).getOrDefault(call, usual);
  }

  @Override
  public String toString() {
    return name;
  }
}
