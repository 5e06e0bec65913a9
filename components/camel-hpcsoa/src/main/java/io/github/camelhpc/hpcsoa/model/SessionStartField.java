package io.github.camelhpc.hpcsoa.model;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a session can be told when it is created (facts/hpcsoa.md §2.1). The order of the constants
 * is the ordinal order of the names, in which the service's XML has to have them: it drops an
 * element that comes later than its place.
 */
public enum SessionStartField {
  /** For diagnostics only. */
  ADMIN_JOB_FOR_HOST_IN_DIAG("AdminJobForHostInDiag", SessionValueType.BOOLEAN),
  /** The load, in percent, above which resources are added; the service's default is 125. */
  ALLOCATION_GROW_LOAD_RATIO_THRESHOLD("AllocationGrowLoadRatioThreshold", SessionValueType.INT),
  /** The load, in percent, below which resources are given back; the service's default is 75. */
  ALLOCATION_SHRINK_LOAD_RATIO_THRESHOLD(
      "AllocationShrinkLoadRatioThreshold", SessionValueType.INT),
  /** Whether jobs of lower priority may be stopped for this one; the service's default is true. */
  CAN_PREEMPT("CanPreempt", SessionValueType.BOOLEAN),
  /**
   * Within this time, in milliseconds, the session has to be used after it was created; the
   * service's default is 300000.
   */
  CLIENT_CONNECTION_TIMEOUT("ClientConnectionTimeout", SessionValueType.INT),
  /**
   * After this time, in milliseconds, without use and without open requests a batch times out; the
   * service's default is 300000.
   */
  CLIENT_IDLE_TIMEOUT("ClientIdleTimeout", SessionValueType.INT),
  /** For diagnostics only. */
  DIAGNOSTIC_BROKER_NODE("DiagnosticBrokerNode", SessionValueType.TEXT),
  /** The environment of the service hosts: a map of texts. */
  ENVIRONMENTS("Environments", SessionValueType.MAP),
  /** The service job's priority, 0 to 4000; the service's default is 2000. */
  EXTENDED_PRIORITY("ExtendedPriority", SessionValueType.INT),
  /** The service job's template; the service's default is the template Default. */
  JOB_TEMPLATE("JobTemplate", SessionValueType.TEXT),
  /** The largest request or response, in bytes. Required. */
  MAX_MESSAGE_SIZE("MaxMessageSize", SessionValueType.INT),
  /** The most units of {@link #RESOURCE_UNIT_TYPE}. */
  MAX_UNITS("MaxUnits", SessionValueType.INT),
  /** The number of messages at which the broker stops to receive. */
  MESSAGES_THROTTLE_START_THRESHOLD("MessagesThrottleStartThreshold", SessionValueType.INT),
  /** The number of messages at which the broker receives again. */
  MESSAGES_THROTTLE_STOP_THRESHOLD("MessagesThrottleStopThreshold", SessionValueType.INT),
  /** The fewest units of {@link #RESOURCE_UNIT_TYPE}. */
  MIN_UNITS("MinUnits", SessionValueType.INT),
  /** Node groups, with commas between; a node has to be in all of them. */
  NODE_GROUPS_STR("NodeGroupsStr", SessionValueType.TEXT),
  /** The password of the user as whom the service job runs, at most 127 characters. Required. */
  PASSWORD("Password", SessionValueType.TEXT),
  /** The service job's priority: 0 lowest, 1 below normal, 2 normal, 3 above normal, 4 highest. */
  PRIORITY("Priority", SessionValueType.INT),
  /** Nodes, with commas between. */
  REQUESTED_NODES_STR("RequestedNodesStr", SessionValueType.TEXT),
  /** What a unit is: 0 a core, 1 a socket, 2 a node. */
  RESOURCE_UNIT_TYPE("ResourceUnitType", SessionValueType.INT),
  /** The service job's longest run time, in seconds; -1 for no limit. Required. */
  RUNTIME("Runtime", SessionValueType.INT),
  /** The service job's name. */
  SERVICE_JOB_NAME("ServiceJobName", SessionValueType.TEXT),
  /** The service job's project. */
  SERVICE_JOB_PROJECT("ServiceJobProject", SessionValueType.TEXT),
  /** The service: its registration file's name without {@code .config}. Required. */
  SERVICE_NAME("ServiceName", SessionValueType.TEXT),
  /** The longest time for one request, in milliseconds; the service's default is 86400000. */
  SERVICE_OPERATION_TIMEOUT("ServiceOperationTimeout", SessionValueType.INT),
  /** The service's version, major and minor, such as {@code 1.0}; none for an unversioned one. */
  SERVICE_VERSION("ServiceVersion", SessionValueType.VERSION),
  /** How long, in milliseconds, a shared session may be idle; the service's default is 0. */
  SESSION_IDLE_TIMEOUT("SessionIdleTimeout", SessionValueType.INT),
  /** Whether other users may use the session; the service's default is false. */
  SHARE_SESSION("ShareSession", SessionValueType.BOOLEAN),
  /** Whether a session of a pool will do; the service's default is false. */
  USE_SESSION_POOL("UseSessionPool", SessionValueType.BOOLEAN),
  /** The user as whom the service job runs, {@code DOMAIN\\user}, up to 80 characters. Required. */
  USERNAME("Username", SessionValueType.TEXT);

  private static final Map<String, SessionStartField> BY_NAME =
      new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  static {
    for (SessionStartField field : values()) {
      BY_NAME.put(field.wireName, field);
    }
  }

  private final String wireName;
  private final SessionValueType type;

  SessionStartField(String wireName, SessionValueType type) {
    this.wireName = wireName;
    this.type = type;
  }

  /** The name in the service's JSON and XML. */
  public String wireName() {
    return wireName;
  }

  /** What kind of value it takes. */
  public SessionValueType type() {
    return type;
  }

  /**
   * The field of a name in any case.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static SessionStartField of(String name) {
    SessionStartField field = BY_NAME.get(name.strip());
    if (field == null) {
      throw new IllegalArgumentException(
          "a session takes no %s; it takes %s"
              .formatted(name, String.join(", ", BY_NAME.keySet())));
    }
    return field;
  }

  /** The value in its Java type, its limits checked. */
  Object checked(Object value) {
    Object converted;
    try {
      converted = type.convert(value);
    } catch (IllegalArgumentException e) {
      // without the value and the cause, which has it too: it may be a password
      throw new IllegalArgumentException(wireName + " of a session has to be " + type.wanted());
    }
    switch (this) {
      case PASSWORD -> requireShort((String) converted, 127);
      case USERNAME -> requireShort((String) converted, 80);
      case EXTENDED_PRIORITY -> requireBetween((Integer) converted, 0, 4000);
      case PRIORITY -> requireBetween((Integer) converted, 0, 4);
      case RESOURCE_UNIT_TYPE -> requireBetween((Integer) converted, 0, 2);
      default -> {
        // no limits are known
      }
    }
    return converted;
  }

  private void requireShort(String text, int length) {
    if (text.length() > length) {
      throw new IllegalArgumentException(
          "%s of a session has at most %d characters".formatted(wireName, length));
    }
  }

  private void requireBetween(int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s of a session has to be from %d to %d".formatted(wireName, least, most));
    }
  }
}
