package io.github.camelhpc.hpcsoa;

import io.github.camelhpc.support.camel.ConnectionSettings;
import io.github.camelhpc.support.camel.UserConfiguration;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** The options of {@code hpcsoa:} endpoints, and their defaults at the component. */
@UriParams
public class HpcSoaConfiguration extends UserConfiguration {

  @UriParam(
      label = "advanced",
      defaultValue = "hpc2016",
      description =
          "The form of the URLs: hpc2016, or preHpc2016 with the name of the " + "cluster in them.")
  private ApiFamily apiFamily = ApiFamily.HPC2016;

  @UriParam(
      label = "advanced",
      description = "Name of the cluster in the URLs, with apiFamily=preHpc2016.")
  private String cluster;

  @UriParam(
      label = "advanced",
      defaultValue = "JSON",
      description = "Format of sessions, status and faults, where the service has both.")
  private DataFormat dataFormat = DataFormat.JSON;

  @UriParam(label = "common", description = "Id of the session.")
  private Integer sessionId;

  @UriParam(
      label = "common",
      description =
          "Name of the batch: letters, digits, blanks and the characters _ - { }, "
              + "128 at most.")
  private String batch;

  @UriParam(
      label = "common",
      description = "Name of the SOA service, as registered on the cluster.")
  private String serviceName;

  @UriParam(
      label = "common",
      defaultValue = "false",
      description =
          "Whether the session is durable. A service in Azure has interactive " + "sessions only.")
  private boolean durable;

  @UriParam(
      label = "common",
      defaultValue = "false",
      description =
          "Whether requests and responses are in the generic string format. They "
              + "are in SOAP by default.")
  private boolean genericService;

  @UriParam(
      label = "producer",
      defaultValue = "false",
      description = "Whether no more requests follow.")
  private boolean commit;

  @UriParam(label = "common", description = "How many responses are read at most. All by default.")
  private Integer count;

  @UriParam(
      label = "common",
      description = "Reads responses to requests of this action only. All by default.")
  private String action;

  @UriParam(
      label = "common",
      defaultValue = "false",
      description =
          "Whether to read from the beginning again. By default reading goes on, "
              + "and confirms what the call before gave.")
  private boolean reset;

  @UriParam(
      label = "producer",
      description = "Text that the service gives back with each response.")
  private String clientData;

  @UriParam(
      label = "advanced",
      defaultValue = "2012-11-01.4.0",
      description = "Value of the request header api-version, which the service requires.")
  private String apiVersion = "2012-11-01.4.0";

  @UriParam(
      label = "advanced",
      description =
          "Host of the session's broker node, where the requests about a batch "
              + "go. By default what createSession or attachSession named; a session "
              + "that this component does not know is attached to.")
  private String brokerNode;

  @UriParam(
      label = "advanced",
      defaultValue = "false",
      description = "Whether each response also has the whole body as XML.")
  private boolean rawBody;

  @UriParam(
      label = "producer",
      description =
          "Further settings of the session that runBatch makes, as JSON text, for "
              + "example {\"MaxUnits\": 4}.")
  private String sessionSettings;

  @UriParam(
      label = "consumer",
      defaultValue = "false",
      description =
          "Whether a consumer of getResponses emits all that it reads at one poll as a List in one"
              + " exchange, instead of an exchange for each response.")
  private boolean groupResponses;

  @Override
  public HpcSoaConfiguration copy() {
    return (HpcSoaConfiguration) super.copy();
  }

  @Override
  protected ConnectionSettings connectionSettings() {
    return new ConnectionSettings(super.connectionSettings(), apiFamily, cluster, dataFormat);
  }

  public ApiFamily getApiFamily() {
    return apiFamily;
  }

  public void setApiFamily(ApiFamily apiFamily) {
    this.apiFamily = apiFamily;
  }

  public String getCluster() {
    return cluster;
  }

  public void setCluster(String cluster) {
    this.cluster = cluster;
  }

  public DataFormat getDataFormat() {
    return dataFormat;
  }

  public void setDataFormat(DataFormat dataFormat) {
    this.dataFormat = dataFormat;
  }

  public Integer getSessionId() {
    return sessionId;
  }

  public void setSessionId(Integer sessionId) {
    this.sessionId = sessionId;
  }

  public String getBatch() {
    return batch;
  }

  public void setBatch(String batch) {
    this.batch = batch;
  }

  public String getServiceName() {
    return serviceName;
  }

  public void setServiceName(String serviceName) {
    this.serviceName = serviceName;
  }

  public boolean isDurable() {
    return durable;
  }

  public void setDurable(boolean durable) {
    this.durable = durable;
  }

  public boolean isGenericService() {
    return genericService;
  }

  public void setGenericService(boolean genericService) {
    this.genericService = genericService;
  }

  public boolean isCommit() {
    return commit;
  }

  public void setCommit(boolean commit) {
    this.commit = commit;
  }

  public Integer getCount() {
    return count;
  }

  public void setCount(Integer count) {
    this.count = count;
  }

  public String getAction() {
    return action;
  }

  public void setAction(String action) {
    this.action = action;
  }

  public boolean isReset() {
    return reset;
  }

  public void setReset(boolean reset) {
    this.reset = reset;
  }

  public String getClientData() {
    return clientData;
  }

  public void setClientData(String clientData) {
    this.clientData = clientData;
  }

  public String getApiVersion() {
    return apiVersion;
  }

  public void setApiVersion(String apiVersion) {
    this.apiVersion = apiVersion;
  }

  public String getBrokerNode() {
    return brokerNode;
  }

  public void setBrokerNode(String brokerNode) {
    this.brokerNode = brokerNode;
  }

  public boolean isRawBody() {
    return rawBody;
  }

  public void setRawBody(boolean rawBody) {
    this.rawBody = rawBody;
  }

  public String getSessionSettings() {
    return sessionSettings;
  }

  public void setSessionSettings(String sessionSettings) {
    this.sessionSettings = sessionSettings;
  }

  public boolean isGroupResponses() {
    return groupResponses;
  }

  public void setGroupResponses(boolean groupResponses) {
    this.groupResponses = groupResponses;
  }
}
