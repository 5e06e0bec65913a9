package io.github.camelhpc.simulators.hpcpack;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.simulators.RunningSimulators;
import io.github.camelhpc.simulators.SimulatorClient;
import io.github.camelhpc.simulators.task.SimulatedTaskRules;
import io.github.camelhpc.simulators.task.SimulatedTaskRules.Outcome;
import io.github.camelhpc.simulators.task.TaskRunner;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation once, with its success code and the kind of its answer, in JSON and in XML. */
class OperationsTest {

  private static final String NONE = null;

  @RegisterExtension
  static final RunningSimulators SIMULATORS =
      new RunningSimulators(
          builder ->
              builder.taskRunner(
                  TaskRunner.simulated(
                      SimulatedTaskRules.standard()
                          .when("long", Outcome.after(Duration.ofHours(1)))
                          .when("bad", Outcome.after(Duration.ofSeconds(1)).exitCode(1)))));

  /**
   * One request. Job 1 is being configured and has the plain task 1; job 2 runs a sweep (task 1,
   * with subtask 1 running, 2 failed) and a plain task (2 running, 3 failed); job 3 has failed.
   */
  private record Request(
      String operation, String method, String path, String json, String xml, int status) {
    @Override
    public String toString() {
      return operation;
    }
  }

  private static final String PROPERTIES_JSON = "[{\"Name\":\"Name\",\"Value\":\"n\"}]";
  private static final String PROPERTIES_XML =
      "<ArrayOfProperty xmlns=\"http://schemas.microsoft.com/HPCS2008R2/common\">"
          + "<Property><Name>Name</Name><Value>n</Value></Property></ArrayOfProperty>";
  private static final String TEXT_JSON = "\"because\"";
  private static final String TEXT_XML =
      "<string xmlns=\"http://schemas.microsoft.com/2003/10/Serialization/\">because</string>";
  private static final String JOB_XML =
      "<Job Name=\"Demo\"><Tasks><Task CommandLine=\"hostname\"/></Tasks></Job>";

  static Stream<Request> requests2016() {
    return Stream.of(
        get("getVersion", "/cluster/version"),
        get("getActiveHeadNode", "/cluster/activeHeadNode"),
        get("getDateTimeFormat", "/cluster/info/dateTimeFormat"),
        get("listNodes", "/nodes"),
        get("getNode", "/nodes/CN001"),
        get("listNodeGroups", "/nodes/groups"),
        get("listNodeGroupMembers", "/nodes/groups/ComputeNodes"),
        get("listJobs", "/jobs"),
        new Request("createJob", "POST", "/jobs", PROPERTIES_JSON, PROPERTIES_XML, 200),
        new Request(
            "createJobFromXml",
            "POST",
            "/jobs/jobFile",
            "\"" + JOB_XML.replace("\"", "\\\"") + "\"",
            JOB_XML,
            200),
        get("getJob", "/jobs/2"),
        set("setJobProperties", "PUT", "/jobs/1"),
        get("getJobCustomProperties", "/jobs/2/customProperties"),
        set("setJobCustomProperties", "POST", "/jobs/2/customProperties"),
        get("getJobEnvironmentVariables", "/jobs/2/envVariables"),
        set("setJobEnvironmentVariables", "POST", "/jobs/2/envVariables"),
        set("submitJob", "POST", "/jobs/1/submit"),
        act("cancelJob", "/jobs/2/cancel"),
        act("finishJob", "/jobs/2/finish"),
        new Request("requeueJob", "POST", "/jobs/3/requeue", NONE, NONE, 204),
        get("listJobTemplates", "/jobs/templates"),
        get("listTasks", "/jobs/2/tasks"),
        new Request("addTask", "POST", "/jobs/1/tasks", PROPERTIES_JSON, PROPERTIES_XML, 200),
        get("getTask", "/jobs/2/tasks/2"),
        set("setTaskProperties", "PUT", "/jobs/1/tasks/1"),
        get("getTaskCustomProperties", "/jobs/2/tasks/2/customProperties"),
        set("setTaskCustomProperties", "POST", "/jobs/2/tasks/2/customProperties"),
        get("getTaskEnvironmentVariables", "/jobs/2/tasks/2/envVariables"),
        set("setTaskEnvironmentVariables", "POST", "/jobs/2/tasks/2/envVariables"),
        act("cancelTask", "/jobs/2/tasks/2/cancel"),
        act("finishTask", "/jobs/2/tasks/2/finish"),
        act("requeueTask", "/jobs/2/tasks/3/requeue"),
        get("getSubtask", "/jobs/2/tasks/1/subtasks/1"),
        set("setSubtaskProperties", "PUT", "/jobs/2/tasks/1/subtasks/1"),
        act("cancelSubtask", "/jobs/2/tasks/1/subtasks/1/cancel"),
        act("finishSubtask", "/jobs/2/tasks/1/subtasks/1/finish"),
        new Request(
            "requeueSubtask", "POST", "/jobs/2/tasks/1/subtasks/2/requeue", NONE, NONE, 204));
  }

  static Stream<Request> requests2019() {
    String group = "{\"Name\":\"Small\",\"Description\":\"d\"}";
    return Stream.of(
        get("getUserRoles", "/cluster/userRoles"),
        get("listMetricDefinitions", "/cluster/metrics/definitions"),
        get(
            "getMetricHistory",
            "/cluster/metrics/history/HPCClusterCpu?fromTime=2026-03-01T00:00:00Z&toTime=2026-03-01T09:00:00"),
        get("getJobMetrics", "/cluster/metrics/jobs"),
        get("listClusterNodes", "/cluster/nodes"),
        get("getClusterNode", "/cluster/nodes/CN001"),
        new Request(
            "operateClusterNode",
            "POST",
            "/cluster/nodes/CN002/operations/takeOffline",
            NONE,
            NONE,
            202),
        get("listNodeMetrics", "/cluster/nodes/metrics?metricNames=HPCCoresInUse"),
        get("getNodeStateCounts", "/cluster/nodes/stats/state"),
        get("getNodeHealthCounts", "/cluster/nodes/stats/health"),
        get("listClusterOperations", "/cluster/operations"),
        get("getClusterOperation", "/cluster/operations/{operationId}"),
        get("getFirstClusterOperation", "/cluster/operations/first"),
        get("listClusterNodeGroups", "/cluster/nodeGroups"),
        new Request("createNodeGroup", "POST", "/cluster/nodeGroups", group, NONE, 200),
        get("getNodeGroup", "/cluster/nodeGroups/Big"),
        new Request("updateNodeGroup", "PUT", "/cluster/nodeGroups/Big", group, NONE, 200),
        new Request("deleteNodeGroup", "DELETE", "/cluster/nodeGroups/Big", NONE, NONE, 204),
        get("listNodesOfGroup", "/cluster/nodeGroups/Big/nodes"),
        new Request(
            "moveNodesOfGroup",
            "PATCH",
            "/cluster/nodeGroups/Big/nodes",
            "{\"GroupName\":\"Big\",\"Operation\":\"add\",\"NodeNames\":[\"CN001\"]}",
            NONE,
            200));
  }

  private static Request get(String operation, String path) {
    return new Request(operation, "GET", path, NONE, NONE, 200);
  }

  private static Request set(String operation, String method, String path) {
    return new Request(operation, method, path, PROPERTIES_JSON, PROPERTIES_XML, 204);
  }

  private static Request act(String operation, String path) {
    return new Request(operation, "POST", path, TEXT_JSON, TEXT_XML, 204);
  }

  private SimulatorClient client;

  @BeforeEach
  void arrange() {
    client = SIMULATORS.client();
    client.addTask(client.createJob(), "CommandLine", "hostname");
    int running = client.createJob();
    client.addTask(running, "CommandLine", "long *", "Type", "ParametricSweep", "EndValue", "2");
    client.addTask(running, "CommandLine", "long");
    client.addTask(running, "CommandLine", "bad");
    client.submit(running);
    client.runJob("bad");
    client.post("/cluster/nodeGroups", "{\"Name\":\"Big\"}");
    client.post("/cluster/nodes/CN003/operations/takeOffline");
    SIMULATORS.advanceSeconds(3);
    client.post("/jobs/2/tasks/1/subtasks/2/cancel");
    SIMULATORS.advanceSeconds(1);
  }

  @Test
  void everyOperationIsHere() {
    Set<String> tested = new LinkedHashSet<>();
    Stream.concat(requests2016(), requests2019())
        .map(Request::operation)
        .forEach(operation -> assertThat(tested.add(operation)).isTrue());
    assertThat(tested).hasSize(57).isEqualTo(HpcPackSimulator.operations());
  }

  @ParameterizedTest
  @MethodSource({"requests2016", "requests2019"})
  void json(Request request) {
    HttpResponse<String> response = client.send(request.method, path(request), request.json);

    assertThat(response.statusCode()).as(response.body()).isEqualTo(request.status);
    if (request.status == 200) {
      assertThat(response.headers().firstValue("Content-Type"))
          .hasValue("application/json; charset=utf-8");
      assertThat(response.body()).matches("(?s)[\\[{\"].*|\\d+");
    } else {
      assertThat(response.body()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("requests2016")
  void xml(Request request) {
    SimulatorClient xmlClient =
        client
            .with("Accept", "application/xml")
            .with("Content-Type", "application/xml; charset=utf-8");

    HttpResponse<String> response = xmlClient.send(request.method, path(request), request.xml);

    assertThat(response.statusCode()).as(response.body()).isEqualTo(request.status);
    if (request.status == 200) {
      assertThat(response.headers().firstValue("Content-Type"))
          .hasValue("application/xml; charset=utf-8");
      assertThat(response.body())
          .matches("(?s)<(string|int|ArrayOfstring|ArrayOfProperty|ArrayOfObject) .*");
    }
  }

  @ParameterizedTest
  @MethodSource("requests2019")
  void typesOf2019AreJsonOnly(Request request) {
    HttpResponse<String> response =
        client.with("Accept", "application/xml").send(request.method, path(request), request.json);

    assertThat(response.statusCode()).isEqualTo(406);
  }

  private String path(Request request) {
    return request.path.contains("{operationId}")
        ? request.path.replace("{operationId}", operationId())
        : request.path;
  }

  private String operationId() {
    return new JsonArray(client.get("/cluster/operations").body()).getJsonObject(0).getString("Id");
  }

  @Test
  void scalars() {
    assertThat(client.get("/cluster/version").body()).isEqualTo("\"6.0.7128.0\"");
    assertThat(client.get("/cluster/activeHeadNode").body()).isEqualTo("\"HN01\"");
    assertThat(client.get("/jobs/templates").body()).isEqualTo("[\"Default\"]");
    assertThat(client.with("Accept", "text/xml").get("/cluster/version").body())
        .isEqualTo(
            "<string xmlns=\"http://schemas.microsoft.com/2003/10/Serialization/\">6.0.7128.0</string>");
    assertThat(client.with("Accept", "application/xml").get("/jobs/templates").body())
        .isEqualTo(
            "<ArrayOfstring xmlns=\"http://schemas.microsoft.com/2003/10/Serialization/Arrays\""
                + " xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\"><string>Default</string></ArrayOfstring>");
    assertThat(client.with("Accept", "application/xml").post("/jobs").body())
        .isEqualTo("<int xmlns=\"http://schemas.microsoft.com/2003/10/Serialization/\">4</int>");
  }

  @Test
  void propertiesAndRowsInXml() {
    SimulatorClient xmlClient = client.with("Accept", "application/xml");

    assertThat(xmlClient.get("/jobs/1?properties=id,errormessage").body())
        .isEqualTo(
            "<ArrayOfProperty xmlns=\"http://schemas.microsoft.com/HPCS2008R2/common\""
                + " xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\">"
                + "<Property><Name>Id</Name><Value>1</Value></Property>"
                + "<Property><Name>ErrorMessage</Name><Value/></Property></ArrayOfProperty>");
    assertThat(xmlClient.get("/jobs?properties=ID&rowsPerRead=1").body())
        .isEqualTo(
            "<ArrayOfObject xmlns=\"http://schemas.microsoft.com/HPCS2008R2/common\""
                + " xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\"><Object><Properties>"
                + "<Property><Name>Id</Name><Value>1</Value></Property>"
                + "</Properties></Object></ArrayOfObject>");
  }

  @Test
  void defaultPropertiesOfLists() {
    assertThat(client.rows("/jobs").get(0).keySet())
        .containsExactly("Id", "Owner", "Name", "State", "Priority");
    assertThat(client.rows("/jobs/2/tasks").get(0).keySet())
        .containsExactly(
            "TaskId",
            "Name",
            "State",
            "CommandLine",
            "ExitCode",
            "ParentJobId",
            "JobTaskId",
            "InstanceId");
    assertThat(client.rows("/nodes").get(0)).hasSize(18).containsEntry("Name", "HN01");
    assertThat(client.properties(1)).hasSize(64).doesNotContainKey("Password");
    assertThat(client.properties("2/tasks/2")).hasSize(48);
  }

  @Test
  void pathsAndParametersInAnyLetterCaseAndWithEmptySegments() {
    assertThat(client.get("/Jobs/2/TASKS?ExpandParametric=FALSE&ROWSPERREAD=1").statusCode())
        .isEqualTo(200);
    assertThat(
            SimulatorClient.rowsOf(client.get("//jobs//2/Tasks?Properties=taskid&rowsperread=1")))
        .hasSize(1);
    assertThat(
            client
                .at(SIMULATORS.get().httpUrl() + "//HPC")
                .with("api-version", "2016-11-01.5.0")
                .get("/Cluster/Version")
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void otherMethodIsNotAllowed() {
    HttpResponse<String> response = client.send("DELETE", "/jobs/1", null);

    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(response.headers().firstValue("Allow")).hasValue("GET, PUT");
    assertThat(response.body())
        .isEqualTo("{\"Message\":\"This resource takes GET, PUT, not DELETE.\"}");
  }

  @Test
  void nodeGroupsOf2019() {
    assertThat(object("/cluster/nodeGroups/ComputeNodes").getBoolean("Managed")).isTrue();
    assertThat(object("/cluster/nodeGroups/big").getBoolean("Managed")).isFalse();
    String add = "{\"operation\":\"Add\",\"nodeNames\":[\"cn001\",\"CN002\"]}";
    assertThat(client.send("PATCH", "/cluster/nodeGroups/Big/nodes", add).body())
        .isEqualTo("[\"CN001\",\"CN002\"]");
    assertThat(client.get("/nodes/groups/Big").body()).isEqualTo("[\"CN001\",\"CN002\"]");
    String remove = add.replace("Add", "remove").replace("cn001", "CN002");
    assertThat(client.send("PATCH", "/cluster/nodeGroups/Big/nodes", remove).body())
        .isEqualTo("[\"CN001\"]");
    assertThat(client.send("DELETE", "/cluster/nodeGroups/ComputeNodes", null).statusCode())
        .isEqualTo(400);
    assertThat(client.post("/cluster/nodeGroups", "{\"Name\":\"big\"}").statusCode())
        .isEqualTo(400);
  }

  @Test
  void operationsOf2019AreLogged() {
    JsonObject brief =
        new JsonArray(client.get("/cluster/operations?limit=1").body()).getJsonObject(0);
    assertThat(brief.getString("Name")).isEqualTo("Take node offline CN003");
    assertThat(brief.getString("State")).isEqualTo("Committed");
    assertThat(brief.getValue("Entries")).isNull();
    assertThat(object("/cluster/operations/first").getJsonArray("Entries")).hasSize(2);
    assertThat(new JsonArray(client.get("/cluster/operations?nodeNames=CN001").body())).isEmpty();
  }

  @Test
  void nodesOf2019() {
    assertThat(client.get("/cluster/nodes/stats/state").body())
        .isEqualTo("[{\"Name\":\"Offline\",\"Value\":1},{\"Name\":\"Online\",\"Value\":4}]");
    assertThat(names("/cluster/nodes?state=offline")).containsExactly("CN003");
    assertThat(names("/cluster/nodes?names=CN001,cn002&group=ComputeNodes"))
        .containsExactly("CN001", "CN002");
    assertThat(names("/cluster/nodes?jobs=2")).containsExactly("CN001");
    assertThat(client.rows("/jobs?nodeNames=CN001,nobody&properties=Id"))
        .singleElement()
        .satisfies(row -> assertThat(row).hasSize(64).containsEntry("Id", "2"));
    assertThat(
            new JsonArray(client.get("/cluster/nodes/metrics?metricNames=HPCCoresInUse").body())
                .getJsonObject(1)
                .getJsonObject("Metrics")
                .getDouble("HpcCoresInUse"))
        .isEqualTo(2.0);
    assertThat(client.get("/cluster/nodes/metrics").statusCode()).isEqualTo(400);
    assertThat(client.get("/cluster/metrics/history/HPCClusterCpu").statusCode()).isEqualTo(400);
  }

  private List<String> names(String path) {
    return new JsonArray(client.get(path).body())
        .stream().map(JsonObject.class::cast).map(node -> node.getString("Name")).toList();
  }

  private JsonObject object(String path) {
    return new JsonObject(client.get(path).body());
  }
}
