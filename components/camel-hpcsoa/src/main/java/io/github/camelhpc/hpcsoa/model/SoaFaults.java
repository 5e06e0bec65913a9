package io.github.camelhpc.hpcsoa.model;

import java.util.Map;

/** The service's fault codes (facts/hpcsoa.md §6). */
public final class SoaFaults {

  private static final Map<Long, String> NAMES =
      Map.ofEntries(
          Map.entry(16777227L, "Broker_EOMRejected"),
          Map.entry(16777240L, "Broker_EOMReject_GetResponse"),
          Map.entry(16777241L, "Broker_EOMReject_EndRequests"),
          Map.entry(16777242L, "Broker_FlushRejected"),
          Map.entry(16777246L, "Broker_EOMReject_NoRequest"),
          Map.entry(33554443L, "Broker_SessionFailure"),
          Map.entry(33554447L, "WebAPI_BrokerNotActive"),
          Map.entry(33554448L, "WebAPI_FailedToSendRequest"),
          Map.entry(50331649L, "InvalidSessionId"),
          Map.entry(50331650L, "AuthenticationFailure"),
          Map.entry(50331658L, "InvalidAttachDurableSession"),
          Map.entry(50331659L, "InvalidAttachInteractiveSession"),
          Map.entry(50331670L, "Broker_InvalidClientIdOrTooLong"),
          Map.entry(50331678L, "Service_NotFound"),
          Map.entry(50331680L, "ServiceVersion_NotFound"),
          Map.entry(50331698L, "Azure_NotSupportDurableSession"),
          Map.entry(50331700L, "WebAPI_APIVersionIncorrect"),
          Map.entry(50331701L, "WebAPI_AccessDenied"),
          Map.entry(67108864L, "ClientPurged"),
          Map.entry(67108867L, "ClientTimeout"),
          Map.entry(251658240L, "UnknownError"),
          Map.entry(251723775L, "ArgumentError"));

  private SoaFaults() {}

  /** The name of a code, such as {@code InvalidSessionId}; {@code null} if it is not known. */
  public static String name(long code) {
    return NAMES.get(code);
  }

  /** All known codes and their names. */
  public static Map<Long, String> names() {
    return NAMES;
  }

  /**
   * What a code is about, by its highest byte: {@code connection}, {@code session}, {@code fatal},
   * {@code application}, {@code broker proxy} or {@code unknown}.
   */
  public static String category(long code) {
    return switch ((int) (code >>> 24)) {
      case 1 -> "connection";
      case 2 -> "session";
      case 3 -> "fatal";
      case 4 -> "application";
      case 5 -> "broker proxy";
      default -> "unknown";
    };
  }
}
