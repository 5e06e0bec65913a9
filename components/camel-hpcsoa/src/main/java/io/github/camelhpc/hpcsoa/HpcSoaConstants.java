package io.github.camelhpc.hpcsoa;

import org.apache.camel.spi.Metadata;

/** The headers of messages to and from {@code hpcsoa:}. */
public final class HpcSoaConstants {

  @Metadata(label = "common", javaType = "Integer", description = "Id of the session.")
  public static final String SESSION_ID = "CamelHpcSoaSessionId";

  @Metadata(
      label = "common",
      javaType = "String",
      description =
          "Name of the batch: letters, digits, blanks and the characters _ - { }, "
              + "128 at most.")
  public static final String BATCH = "CamelHpcSoaBatch";

  @Metadata(
      label = "common",
      javaType = "String",
      description = "Name of the SOA service, as registered on the cluster.")
  public static final String SERVICE_NAME = "CamelHpcSoaServiceName";

  @Metadata(
      label = "common",
      javaType = "Boolean",
      description =
          "Whether the session is durable. A service in Azure has interactive " + "sessions only.")
  public static final String DURABLE = "CamelHpcSoaDurable";

  @Metadata(
      label = "common",
      javaType = "Boolean",
      description =
          "Whether requests and responses are in the generic string format. They "
              + "are in SOAP by default.")
  public static final String GENERIC_SERVICE = "CamelHpcSoaGenericService";

  @Metadata(
      label = "producer",
      javaType = "Boolean",
      description = "Whether no more requests follow.")
  public static final String COMMIT = "CamelHpcSoaCommit";

  @Metadata(
      label = "common",
      javaType = "Integer",
      description = "How many responses are read at most. All by default.")
  public static final String COUNT = "CamelHpcSoaCount";

  @Metadata(
      label = "common",
      javaType = "String",
      description = "Reads responses to requests of this action only. All by default.")
  public static final String ACTION = "CamelHpcSoaAction";

  @Metadata(
      label = "common",
      javaType = "Boolean",
      description =
          "Whether to read from the beginning again. By default reading goes on, "
              + "and confirms what the call before gave.")
  public static final String RESET = "CamelHpcSoaReset";

  @Metadata(
      label = "producer",
      javaType = "String",
      description = "Text that the service gives back with each response.")
  public static final String CLIENT_DATA = "CamelHpcSoaClientData";

  @Metadata(
      label = "advanced",
      javaType = "String",
      description = "Value of the request header api-version, which the service requires.")
  public static final String API_VERSION = "CamelHpcSoaApiVersion";

  @Metadata(
      label = "advanced",
      javaType = "String",
      description =
          "Host of the session's broker node, where the requests about a batch "
              + "go. By default what createSession or attachSession named; a session "
              + "that this component does not know is attached to.")
  public static final String BROKER_NODE = "CamelHpcSoaBrokerNode";

  @Metadata(
      label = "advanced",
      javaType = "Boolean",
      description = "Whether each response also has the whole body as XML.")
  public static final String RAW_BODY = "CamelHpcSoaRawBody";

  @Metadata(
      label = "producer",
      javaType = "String",
      description =
          "Further settings of the session that runBatch makes, as JSON text, for "
              + "example {\"MaxUnits\": 4}.")
  public static final String SESSION_SETTINGS = "CamelHpcSoaSessionSettings";

  @Metadata(
      label = "producer",
      javaType = "java.time.Duration",
      description =
          "How long runBatch and awaitBatch wait at most, as milliseconds or text " + "such as 2h.")
  public static final String AWAIT_TIMEOUT = "CamelHpcSoaAwaitTimeout";

  @Metadata(
      label = "common",
      javaType = "String",
      description = "Status of the batch: Unknown, Ready, Processing or Finished.")
  public static final String STATUS = "CamelHpcSoaStatus";

  @Metadata(
      label = "consumer",
      javaType = "String",
      description =
          "Names the change of state, or the response; the same for one that is "
              + "emitted again.")
  public static final String EVENT_ID = "CamelHpcSoaEventId";

  @Metadata(
      label = "consumer",
      javaType = "Boolean",
      description = "Set to true on the last exchange of a batch.")
  public static final String COMPLETE = "CamelHpcSoaComplete";

  @Metadata(
      label = "common",
      javaType = "Long",
      description = "How many responses the service says it gave, once they are read.")
  public static final String RESPONSE_COUNT = "CamelHpcSoaResponseCount";

  @Metadata(
      label = "common",
      javaType = "String",
      description = "Why the service gave no more responses, once they are read.")
  public static final String END_REASON = "CamelHpcSoaEndReason";

  @Metadata(label = "consumer", javaType = "String", description = "User data of the response.")
  public static final String USER_DATA = "CamelHpcSoaUserData";

  private HpcSoaConstants() {}
}
