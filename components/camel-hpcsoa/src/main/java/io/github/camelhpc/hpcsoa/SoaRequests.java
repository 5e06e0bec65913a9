package io.github.camelhpc.hpcsoa;

import io.github.camelhpc.hpcsoa.SoaOperation.Host;
import io.github.camelhpc.support.http.RequestTarget;
import io.github.camelhpc.support.http.ServiceRequest;
import io.github.camelhpc.support.operation.InvalidParameterException;
import io.github.camelhpc.support.operation.OperationSpec;
import io.github.camelhpc.support.operation.ParameterValues;
import io.github.camelhpc.support.operation.QuotedValue;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/** Makes requests in one of the service's URL families (facts/hpcsoa.md §0, §1). */
final class SoaRequests {

  private static final byte[] NOTHING = new byte[0];
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]++]");

  private final DataFormat format;
  private final String cluster;

  /**
   * @param cluster the cluster in the URLs, or null
   */
  SoaRequests(DataFormat format, String cluster) {
    this.format = format;
    this.cluster = cluster;
  }

  DataFormat format() {
    return format;
  }

  /**
   * @param brokerNode the host to send it to instead of the head node, or null
   * @param headNode the head node's URL
   */
  ServiceRequest request(
      SoaOperation operation,
      ParameterValues values,
      HttpEntity body,
      String brokerNode,
      URI headNode) {
    OperationSpec spec = operation.spec();
    String below = operation.host() == Host.SERVICE ? "" : clusterSegment();
    String target = below + RequestTarget.of(spec, values);
    Map<String, String> headers = new LinkedHashMap<>(RequestTarget.headers(spec, values));
    headers.put(HttpHeaders.ACCEPT, accept(operation));
    return new ServiceRequest(
        values.operation(),
        spec.method(),
        isAt(headNode, brokerNode)
            ? target
            : absolute(headNode, checked(brokerNode, values), target),
        headers,
        body == null ? empty(spec) : body,
        spec.repeatable());
  }

  private String clusterSegment() {
    return cluster == null ? "" : "/" + RequestTarget.encoded(cluster);
  }

  /** Where only one format exists it is asked for: XML, or for responses whatever comes. */
  private String accept(SoaOperation operation) {
    return operation == SoaOperation.GET_CLUSTERS || operation == SoaOperation.GET_RESPONSES
        ? DataFormat.XML.accept()
        : format.accept();
  }

  /** The service requires a length of 0 where nothing is sent; facts/hpcsoa.md §1. */
  private static HttpEntity empty(OperationSpec spec) {
    return spec.method().equals("POST") ? new ByteArrayEntity(NOTHING, (ContentType) null) : null;
  }

  private static boolean isAt(URI headNode, String brokerNode) {
    return brokerNode == null || brokerNode.equalsIgnoreCase(headNode.getHost());
  }

  private static String checked(String brokerNode, ParameterValues values) {
    if (!HOST.matcher(brokerNode).matches()) {
      throw new InvalidParameterException(
          values.operation()
              + ": the broker node must be a bare host name, not "
              + QuotedValue.of(brokerNode)
              + "; change "
              + HpcSoaParameters.BROKER_NODE.whereToSet());
    }
    return brokerNode;
  }

  /** The broker node is a bare host name: scheme, port and path are the head node's; §0. */
  private static String absolute(URI headNode, String brokerNode, String target) {
    String port = headNode.getPort() < 0 ? "" : ":" + headNode.getPort();
    String path = headNode.getRawPath();
    return headNode.getScheme()
        + "://"
        + brokerNode
        + port
        + (path.endsWith("/") ? path.substring(0, path.length() - 1) : path)
        + target;
  }
}
