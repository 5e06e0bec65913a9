package io.github.camelhpc.hpcsoa;

import static io.github.camelhpc.support.operation.Parameter.header;
import static io.github.camelhpc.support.operation.Parameter.local;
import static io.github.camelhpc.support.operation.Parameter.path;
import static io.github.camelhpc.support.operation.Parameter.query;
import static io.github.camelhpc.support.operation.ValueType.BOOLEAN;
import static io.github.camelhpc.support.operation.ValueType.DURATION;
import static io.github.camelhpc.support.operation.ValueType.INTEGER;
import static io.github.camelhpc.support.operation.ValueType.TEXT;

import io.github.camelhpc.support.operation.Parameter;

/** The parameters of the operations (facts/hpcsoa.md §1); the configuration describes them. */
final class HpcSoaParameters {

  static final Parameter SESSION_ID =
      path("sessionId", HpcSoaConstants.SESSION_ID, INTEGER).as("id");

  /** The broker takes no other names (facts/hpcsoa.md §1). */
  static final Parameter BATCH =
      path("batch", HpcSoaConstants.BATCH, TEXT)
          .matching(
              "[0-9a-zA-Z_{} \\t\\r\\n-]{1,128}",
              "1 to 128 letters from A to Z, digits, blanks, -, _, { and }");

  static final Parameter SERVICE_NAME = path("serviceName", HpcSoaConstants.SERVICE_NAME, TEXT);
  static final Parameter DURABLE = query("durable", HpcSoaConstants.DURABLE, BOOLEAN);
  static final Parameter GENERIC_SERVICE =
      query("genericService", HpcSoaConstants.GENERIC_SERVICE, BOOLEAN).as("genericservice");
  static final Parameter COMMIT = query("commit", HpcSoaConstants.COMMIT, BOOLEAN);
  static final Parameter COUNT = query("count", HpcSoaConstants.COUNT, INTEGER);
  static final Parameter ACTION = query("action", HpcSoaConstants.ACTION, TEXT);
  static final Parameter RESET = query("reset", HpcSoaConstants.RESET, BOOLEAN);
  static final Parameter CLIENT_DATA =
      query("clientData", HpcSoaConstants.CLIENT_DATA, TEXT).as("clientdata");
  static final Parameter API_VERSION =
      header("apiVersion", HpcSoaConstants.API_VERSION, "api-version");
  static final Parameter BROKER_NODE = local("brokerNode", HpcSoaConstants.BROKER_NODE, TEXT);
  static final Parameter RAW_BODY = local("rawBody", HpcSoaConstants.RAW_BODY, BOOLEAN);
  static final Parameter SESSION_SETTINGS =
      local("sessionSettings", HpcSoaConstants.SESSION_SETTINGS, TEXT);
  static final Parameter AWAIT_TIMEOUT =
      local("awaitTimeout", HpcSoaConstants.AWAIT_TIMEOUT, DURATION);

  /** The service of a session that is to be made. */
  static final Parameter NEW_SESSION_SERVICE =
      local("serviceName", HpcSoaConstants.SERVICE_NAME, TEXT);

  /** Without it a session is made. */
  static final Parameter OPTIONAL_SESSION_ID = SESSION_ID.optional();

  /** Without it a name is made. */
  static final Parameter OPTIONAL_BATCH = BATCH.optional();

  private HpcSoaParameters() {}
}
