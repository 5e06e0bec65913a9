package io.github.camelhpc.simulators.hpcsoa;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** The registered services by name, without regard to letter case, and by version. */
public final class SoaServices {

  private final Map<String, SortedMap<String, SoaService>> byName;

  private SoaServices(Map<String, SortedMap<String, SoaService>> byName) {
    this.byName = byName;
  }

  static SoaServices none() {
    return new SoaServices(Map.of());
  }

  SoaServices with(String name, String version, SoaService service) {
    Objects.requireNonNull(service, "A SOA service needs a function.");
    if (name == null || name.isBlank()) {
      throw new IllegalArgumentException("A SOA service needs a name.");
    }
    if (!version.isEmpty() && !version.matches("\\d{1,5}\\.\\d{1,5}")) {
      throw new IllegalArgumentException(
          "The version of a SOA service has a major and a minor number, 1.0 for example, not '"
              + version
              + "'.");
    }
    Map<String, SortedMap<String, SoaService>> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    byName.forEach((key, versions) -> more.put(key, new TreeMap<>(versions)));
    more.computeIfAbsent(name, key -> new TreeMap<>()).put(version, service);
    return new SoaServices(Collections.unmodifiableMap(more));
  }

  /**
   * Finds a service.
   *
   * @param version the version, or empty for the one without a version, or else the highest
   * @throws SoaFault if there is no such service or version
   */
  public Registered find(String name, String version) {
    SortedMap<String, SoaService> versions = versionsOf(name);
    String found = version.isEmpty() && !versions.containsKey("") ? versions.lastKey() : version;
    SoaService service = versions.get(found);
    if (service == null) {
      throw SoaFault.of(
          FaultCode.SERVICE_VERSION_NOT_FOUND,
          "The version {0} of the service {1} is not found.",
          version,
          name);
    }
    return new Registered(service, found);
  }

  /**
   * The versions of a service; nothing for one without versions.
   *
   * @throws SoaFault if there is no such service
   */
  public List<String> versions(String name) {
    return versionsOf(name).keySet().stream().filter(version -> !version.isEmpty()).toList();
  }

  private SortedMap<String, SoaService> versionsOf(String name) {
    SortedMap<String, SoaService> versions = byName.get(name);
    if (versions == null) {
      throw SoaFault.of(FaultCode.SERVICE_NOT_FOUND, "The service {0} is not found.", name);
    }
    return versions;
  }

  /**
   * A service that was found.
   *
   * @param service what it does
   * @param version its version, or empty
   */
  public record Registered(SoaService service, String version) {}
}
