package io.github.camelhpc.dbapi;

import io.github.camelhpc.support.camel.ConnectionSettings;
import io.github.camelhpc.support.camel.ServiceConfiguration;
import io.github.camelhpc.support.http.ServiceClient;
import io.github.camelhpc.support.http.ServiceUrls;
import io.github.camelhpc.support.token.TokenSource;
import java.util.List;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** The options of {@code dbapi:} endpoints, and their defaults at the component. */
@UriParams
public class DbapiConfiguration extends ServiceConfiguration {

  @UriParam(
      label = "common",
      description =
          "What stands between the service's host and dbapi.do, for example "
              + "/clearsightadvanced with VSP 360.")
  private String pathPrefix;

  @UriParam(
      label = "security",
      defaultValue = "BASIC",
      description =
          "How requests are authorised: BASIC with username and password or "
              + "authenticationToken, BEARER with bearerToken or tokenSource, or "
              + "KEYCLOAK with clientId and clientSecret.")
  private CredentialType credentialType = CredentialType.BASIC;

  @UriParam(
      label = "security",
      secret = true,
      description = "User name, with credentialType=BASIC.")
  private String username;

  @UriParam(label = "security", secret = true, description = "Password of the user.")
  private String password;

  @UriParam(
      label = "security",
      secret = true,
      description =
          "The authentication token that the user interface shows, instead of "
              + "username and password.")
  private String authenticationToken;

  @UriParam(
      label = "security",
      secret = true,
      description =
          "A token of Common Services, with credentialType=BEARER. It is valid "
              + "for 5 minutes: tokenSource is better.")
  private String bearerToken;

  @UriParam(
      label = "security",
      description =
          "Gives the tokens, with credentialType=BEARER. It is asked again before "
              + "a token expires.")
  private TokenSource tokenSource;

  @UriParam(label = "security", description = "Id of the client, with credentialType=KEYCLOAK.")
  private String clientId;

  @UriParam(
      label = "security",
      secret = true,
      description = "Secret of the client, with credentialType=KEYCLOAK.")
  private String clientSecret;

  @UriParam(
      label = "security,advanced",
      defaultValue = "vsp360",
      description = "Realm of the client, with credentialType=KEYCLOAK.")
  private String realm = "vsp360";

  @UriParam(
      label = "security,advanced",
      description =
          "URL of Keycloak's token endpoint. By default that of the realm at " + "serviceUrl.")
  private String tokenUrl;

  @UriParam(
      label = "common,advanced",
      defaultValue = "1s",
      javaType = "java.time.Duration",
      description =
          "How long runQuery and awaitResult wait before they ask for the status; "
              + "the delay grows by half with each time.")
  private long firstPoll = 1_000;

  @UriParam(
      label = "common,advanced",
      defaultValue = "5s",
      javaType = "java.time.Duration",
      description = "The longest delay between two questions for the status.")
  private long maxPoll = 5_000;

  @UriParam(
      label = "common",
      description =
          "Name of the dataset: 2 to 32 letters, digits, _ and -; usually " + "defaultDs.")
  private String dataset;

  @UriParam(label = "common", description = "Id of the request, as the service gave it.")
  private String requestId;

  @UriParam(
      label = "common",
      description =
          "How many seconds the service waits for a request to finish before it "
              + "says that it is accepted. 0 for not at all. By default 10, and 1 "
              + "with runQuery and awaitResult.")
  private Integer waitTime;

  @UriParam(
      label = "producer",
      defaultValue = "false",
      description = "Whether query is answered when all is done, with the whole result.")
  private Boolean processSync;

  @UriParam(
      label = "producer",
      description =
          "The query in MQL, for example vm[=name rx web.*][@cpuUsage rx b .*], "
              + "if it is not the body.")
  private String query;

  @UriParam(
      label = "producer",
      description =
          "With runQuery, names of time series attributes with commas between "
              + "them, each of which is added to the query as [@name rx b .*].")
  private String attributes;

  @UriParam(
      label = "producer",
      description =
          "First time: ISO 8601 such as 2026-01-31T12:00:00Z, the service's "
              + "yyyyMMdd_HHmmss with utcOffset, or now, now-1h, now-7d.")
  private String startTime;

  @UriParam(label = "producer", description = "Last time, as startTime.")
  private String endTime;

  @UriParam(
      label = "common",
      defaultValue = "UTC+00:00",
      description =
          "The time zone of times without one, in requests and answers: "
              + "UTC+09:00, +09:00 or Z.")
  private String utcOffset = "UTC+00:00";

  @UriParam(
      label = "producer",
      description =
          "How many resources one answer to a query has at most, unless "
              + "processSync is on. The service has a default.")
  private Integer maxResults;

  @UriParam(
      label = "advanced",
      defaultValue = "false",
      description = "Whether the service splits its answer by splitSize.")
  private Boolean splitResponse;

  @UriParam(
      label = "advanced",
      description =
          "The service's maxResponseSize: how large its answer may be before it "
              + "is split. The unit is not documented.")
  private Integer splitSize;

  @UriParam(
      label = "producer",
      defaultValue = "false",
      description = "Whether a query includes real-time data.")
  private Boolean useRealTime;

  @UriParam(label = "producer", description = "Id of the data subset. All by default.")
  private String dataSubsetId;

  @UriParam(
      label = "producer",
      description =
          "Signatures of the resources, with commas between them, for example "
              + "vm#web01. With it the service ignores resType, attrId and attrValue.")
  private String resSignatures;

  @UriParam(label = "producer", description = "Type of the resources, for example vm.")
  private String resType;

  @UriParam(label = "producer", description = "Id of a scalar attribute that the resources have.")
  private String attrId;

  @UriParam(label = "producer", description = "Value of the attribute attrId.")
  private String attrValue;

  @UriParam(
      label = "producer",
      description = "The time whose data are given, as startTime, in UTC. Now by default.")
  private String snapshotTime;

  @UriParam(
      label = "advanced",
      defaultValue = "dbapi.do",
      description =
          "With call, which part of the service is asked: dbapi.do, app.do or " + "userapi.do.")
  private String entryPoint = "dbapi.do";

  @UriParam(
      label = "advanced",
      description = "With call, the function of the service, for example " + "retrieveResourceDef.")
  private String action;

  @UriParam(
      label = "advanced",
      description =
          "With call, further query parameters as name=value with & between them, "
              + "percent-encoded. The header can be a Map.")
  private String parameters;

  @UriParam(
      label = "advanced",
      defaultValue = "GET",
      description = "With call, GET, or POST with the body as JSON.")
  private HttpMethod httpMethod = HttpMethod.GET;

  @UriParam(
      label = "producer",
      defaultValue = "RESOURCES",
      description =
          "The form of results: RESOURCES, one ResourceResult each; ROWS, one "
              + "MetricRow for each time and value; CSV, such rows as text.")
  private ResultFormat resultFormat = ResultFormat.RESOURCES;

  @UriParam(
      label = "producer",
      defaultValue = "false",
      description =
          "Whether runQuery and awaitResult hand on results as they come, as an "
              + "iterator that waits for more, instead of joining them when all are "
              + "there.")
  private boolean incremental;

  @UriParam(
      label = "producer",
      defaultValue = "5d",
      javaType = "java.time.Duration",
      description = "runQuery asks for a longer time than this piece by piece. 0 for never.")
  private long maxRange = 432_000_000;

  @UriParam(
      label = "producer",
      defaultValue = "25",
      description =
          "runQuery asks for more attributes than this in several queries. 0 for " + "never.")
  private int attributesPerQuery = 25;

  @Override
  public DbapiConfiguration copy() {
    return (DbapiConfiguration) super.copy();
  }

  @Override
  protected ConnectionSettings connectionSettings() {
    return new ConnectionSettings(
        super.connectionSettings(),
        pathPrefix,
        credentialType,
        username,
        password,
        authenticationToken,
        bearerToken,
        tokenSource,
        clientId,
        clientSecret,
        realm,
        tokenUrl,
        firstPoll,
        maxPoll,
        dataset);
  }

  List<String> serverUrls() {
    return serviceUrls();
  }

  ServiceClient.Settings tokenSettings(ServiceUrls urls) {
    return clientSettings(urls);
  }

  public String getPathPrefix() {
    return pathPrefix;
  }

  public void setPathPrefix(String pathPrefix) {
    this.pathPrefix = pathPrefix;
  }

  public CredentialType getCredentialType() {
    return credentialType;
  }

  public void setCredentialType(CredentialType credentialType) {
    this.credentialType = credentialType;
  }

  public String getUsername() {
    return username;
  }

  public void setUsername(String username) {
    this.username = username;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }

  public String getAuthenticationToken() {
    return authenticationToken;
  }

  public void setAuthenticationToken(String authenticationToken) {
    this.authenticationToken = authenticationToken;
  }

  public String getBearerToken() {
    return bearerToken;
  }

  public void setBearerToken(String bearerToken) {
    this.bearerToken = bearerToken;
  }

  public TokenSource getTokenSource() {
    return tokenSource;
  }

  public void setTokenSource(TokenSource tokenSource) {
    this.tokenSource = tokenSource;
  }

  public String getClientId() {
    return clientId;
  }

  public void setClientId(String clientId) {
    this.clientId = clientId;
  }

  public String getClientSecret() {
    return clientSecret;
  }

  public void setClientSecret(String clientSecret) {
    this.clientSecret = clientSecret;
  }

  public String getRealm() {
    return realm;
  }

  public void setRealm(String realm) {
    this.realm = realm;
  }

  public String getTokenUrl() {
    return tokenUrl;
  }

  public void setTokenUrl(String tokenUrl) {
    this.tokenUrl = tokenUrl;
  }

  public long getFirstPoll() {
    return firstPoll;
  }

  public void setFirstPoll(long firstPoll) {
    this.firstPoll = firstPoll;
  }

  public long getMaxPoll() {
    return maxPoll;
  }

  public void setMaxPoll(long maxPoll) {
    this.maxPoll = maxPoll;
  }

  public String getDataset() {
    return dataset;
  }

  public void setDataset(String dataset) {
    this.dataset = dataset;
  }

  public String getRequestId() {
    return requestId;
  }

  public void setRequestId(String requestId) {
    this.requestId = requestId;
  }

  public Integer getWaitTime() {
    return waitTime;
  }

  public void setWaitTime(Integer waitTime) {
    this.waitTime = waitTime;
  }

  public Boolean getProcessSync() {
    return processSync;
  }

  public void setProcessSync(Boolean processSync) {
    this.processSync = processSync;
  }

  public String getQuery() {
    return query;
  }

  public void setQuery(String query) {
    this.query = query;
  }

  public String getAttributes() {
    return attributes;
  }

  public void setAttributes(String attributes) {
    this.attributes = attributes;
  }

  public String getStartTime() {
    return startTime;
  }

  public void setStartTime(String startTime) {
    this.startTime = startTime;
  }

  public String getEndTime() {
    return endTime;
  }

  public void setEndTime(String endTime) {
    this.endTime = endTime;
  }

  public String getUtcOffset() {
    return utcOffset;
  }

  public void setUtcOffset(String utcOffset) {
    this.utcOffset = utcOffset;
  }

  public Integer getMaxResults() {
    return maxResults;
  }

  public void setMaxResults(Integer maxResults) {
    this.maxResults = maxResults;
  }

  public Boolean getSplitResponse() {
    return splitResponse;
  }

  public void setSplitResponse(Boolean splitResponse) {
    this.splitResponse = splitResponse;
  }

  public Integer getSplitSize() {
    return splitSize;
  }

  public void setSplitSize(Integer splitSize) {
    this.splitSize = splitSize;
  }

  public Boolean getUseRealTime() {
    return useRealTime;
  }

  public void setUseRealTime(Boolean useRealTime) {
    this.useRealTime = useRealTime;
  }

  public String getDataSubsetId() {
    return dataSubsetId;
  }

  public void setDataSubsetId(String dataSubsetId) {
    this.dataSubsetId = dataSubsetId;
  }

  public String getResSignatures() {
    return resSignatures;
  }

  public void setResSignatures(String resSignatures) {
    this.resSignatures = resSignatures;
  }

  public String getResType() {
    return resType;
  }

  public void setResType(String resType) {
    this.resType = resType;
  }

  public String getAttrId() {
    return attrId;
  }

  public void setAttrId(String attrId) {
    this.attrId = attrId;
  }

  public String getAttrValue() {
    return attrValue;
  }

  public void setAttrValue(String attrValue) {
    this.attrValue = attrValue;
  }

  public String getSnapshotTime() {
    return snapshotTime;
  }

  public void setSnapshotTime(String snapshotTime) {
    this.snapshotTime = snapshotTime;
  }

  public String getEntryPoint() {
    return entryPoint;
  }

  public void setEntryPoint(String entryPoint) {
    this.entryPoint = entryPoint;
  }

  public String getAction() {
    return action;
  }

  public void setAction(String action) {
    this.action = action;
  }

  public String getParameters() {
    return parameters;
  }

  public void setParameters(String parameters) {
    this.parameters = parameters;
  }

  public HttpMethod getHttpMethod() {
    return httpMethod;
  }

  public void setHttpMethod(HttpMethod httpMethod) {
    this.httpMethod = httpMethod;
  }

  public ResultFormat getResultFormat() {
    return resultFormat;
  }

  public void setResultFormat(ResultFormat resultFormat) {
    this.resultFormat = resultFormat;
  }

  public boolean isIncremental() {
    return incremental;
  }

  public void setIncremental(boolean incremental) {
    this.incremental = incremental;
  }

  public long getMaxRange() {
    return maxRange;
  }

  public void setMaxRange(long maxRange) {
    this.maxRange = maxRange;
  }

  public int getAttributesPerQuery() {
    return attributesPerQuery;
  }

  public void setAttributesPerQuery(int attributesPerQuery) {
    this.attributesPerQuery = attributesPerQuery;
  }
}
