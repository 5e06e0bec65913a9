package io.github.camelhpc.hpcpack;

import io.github.camelhpc.hpcpack.wire.JsonWireFormat;
import io.github.camelhpc.hpcpack.wire.WireFormat;
import io.github.camelhpc.support.camel.ServiceConnection;
import io.github.camelhpc.support.http.ServiceRequest;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.hc.core5.http.HttpHeaders;

/** Connects with a cluster, and with its active head node if there are several. */
final class HpcPackConnection {

  private static final String BASE_PATH = "/hpc";

  private HpcPackConnection() {}

  /**
   * @throws IllegalArgumentException if a setting is missing or wrong; the message names the option
   */
  static HpcPackService open(CamelContext context, HpcPackConfiguration configuration)
      throws Exception {
    WireFormat json = new JsonWireFormat();
    ServiceConnection connection =
        ServiceConnection.open(
            context,
            "hpcpack",
            BASE_PATH,
            configuration,
            response -> HpcPackException.read(response, json));
    connection
        .client()
        .probingWith(activeHeadNode(json), response -> json.readText(response.body()));
    return new HpcPackService(
        new HpcPackClient(connection.client(), configuration.getDataFormat()), connection);
  }

  private static ServiceRequest activeHeadNode(WireFormat json) {
    HpcPackOperation operation = HpcPackOperation.GET_ACTIVE_HEAD_NODE;
    return new ServiceRequest(
        "hpcpack:" + operation,
        operation.spec().method(),
        operation.spec().path(),
        Map.of(HttpHeaders.ACCEPT, json.accept()),
        null,
        true);
  }
}
