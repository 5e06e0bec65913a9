package io.github.camelhpc.simulators.hpcsoa.rest;

import io.github.camelhpc.simulators.Answer;
import io.github.camelhpc.simulators.hpcsoa.SoaFault;
import io.github.camelhpc.simulators.hpcsoa.session.BatchStatus;
import io.github.camelhpc.simulators.hpcsoa.session.SoaSession;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** JSON as .NET's data contracts write it. */
final class JsonDocuments implements Documents {

  @Override
  public Answer session(int status, SoaSession session, String brokerNode) {
    return answer(
        status,
        new JsonObject()
            .put("BrokerNode", brokerNode)
            .put("Id", session.id())
            .put("IsDurable", false)
            .put("MaxMessageSize", session.start().maxMessageSize())
            .put("ServiceOperationTimeout", session.start().operationTimeout())
            .put("ServiceVersion", version(session.service().version()))
            .toBuffer());
  }

  /** The members of System.Version; -1 stands for what a version does not have. */
  private static JsonObject version(String version) {
    if (version.isEmpty()) {
      return null;
    }
    String[] numbers = version.split("\\.");
    return new JsonObject()
        .put("_Build", -1)
        .put("_Major", Integer.parseInt(numbers[0]))
        .put("_Minor", Integer.parseInt(numbers[1]))
        .put("_Revision", -1);
  }

  @Override
  public Answer status(BatchStatus status) {
    return answer(200, Buffer.buffer(String.valueOf(status.number())));
  }

  @Override
  public Answer versions(List<String> versions) {
    return answer(200, new JsonArray(versions).toBuffer());
  }

  @Override
  public Answer fault(SoaFault fault) {
    return answer(
        fault.status(),
        new JsonObject()
            .put("Code", fault.code().number())
            .put("Message", fault.getMessage())
            .put("Values", values(fault.values()))
            .toBuffer());
  }

  private static JsonArray values(List<String> values) {
    if (values.isEmpty()) {
      return null;
    }
    JsonArray pairs = new JsonArray();
    for (int i = 0; i < values.size(); i++) {
      pairs.add(new JsonObject().put("key", String.valueOf(i)).put("value", values.get(i)));
    }
    return pairs;
  }

  private static Answer answer(int status, Buffer body) {
    return Answer.of(status, "application/json; charset=utf-8", body);
  }
}
