package io.github.camelhpc.simulators.hpcpack;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.simulators.RunningSimulators;
import io.github.camelhpc.simulators.SimulatorClient;
import io.vertx.core.json.Json;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken and what is refused in the bodies of requests. */
class RequestBodiesTest {

  @RegisterExtension static final RunningSimulators SIMULATORS = new RunningSimulators();

  private SimulatorClient client;
  private SimulatorClient xmlClient;

  @BeforeEach
  void client() {
    client = SIMULATORS.client();
    xmlClient = client.with("Content-Type", "application/xml; charset=utf-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "null", "  "})
  void jobCanBeMadeWithoutProperties(String body) {
    assertThat(client.post("/jobs", body).body()).isEqualTo("1");
    assertThat(client.properties(1))
        .containsEntry("State", "Configuring")
        .containsEntry("Owner", "hpcuser")
        .containsEntry("Priority", "Normal")
        .containsEntry("ExpandedPriority", "2000")
        .containsEntry("JobTemplate", "Default");
  }

  @Test
  void actionsTakeAnEmptyBodyOfAnyType() {
    client.createJob();

    assertThat(client.with("Content-Type", "text/plain").post("/jobs/1/submit", "").statusCode())
        .isEqualTo(204);
    assertThat(client.post("/jobs/1/cancel", "[]").statusCode()).isEqualTo(204);
    SIMULATORS.advanceSeconds(1);
    assertThat(client.post("/jobs/1/requeue", "[{\"ignored\":1}]").statusCode()).isEqualTo(204);
  }

  @Test
  void memberNamesAndValuesAreTakenAsClientsSendThem() {
    String body =
        "[{\"name\":\"NAME\",\"value\":\"x\"},{\"Value\":true,\"Name\":\"isexclusive\",\"More\":{}},"
            + "{\"Name\":\"Priority\",\"Value\":3},{\"Name\":\"UnitType\",\"Value\":\"2\"},"
            + "{\"Name\":\"Project\",\"Value\":null}]";

    assertThat(client.post("/jobs", body).body()).isEqualTo("1");

    assertThat(client.properties(1))
        .containsEntry("Name", "x")
        .containsEntry("IsExclusive", "True")
        .containsEntry("Priority", "AboveNormal")
        .containsEntry("ExpandedPriority", "3000")
        .containsEntry("UnitType", "Node")
        .containsEntry("Project", "");
  }

  @Test
  void xmlPropertiesInAnyNamespace() {
    String body =
        "<?xml version=\"1.0\"?><ArrayOfProperty xmlns=\"http://schemas.datacontract.org/2004/07/SchedulerWebService\""
            + " xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\">"
            + "<Property><Name>Name</Name><Type>String</Type><Value>a &amp; b</Value></Property>"
            + "<Property><Name>Project</Name><Value i:nil=\"true\"/></Property></ArrayOfProperty>";

    assertThat(xmlClient.post("/jobs", body).statusCode()).isEqualTo(200);

    assertThat(client.properties(1)).containsEntry("Name", "a & b").containsEntry("Project", "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[{\"Name\":\"MinCores\",\"Value\":\"abc\"}]|The value 'abc' of MinCores is not a number from 0 on.",
        "[{\"Name\":\"MinCores\",\"Value\":\"-1\"}]|The value '-1' of MinCores is not a number from 0 on.",
        "[{\"Name\":\"RuntimeSeconds\",\"Value\":\"9999999999\"}]|The value '9999999999' of RuntimeSeconds is not a number from 0 on.",
        "[{\"Name\":\"IsExclusive\",\"Value\":\"maybe\"}]|The value 'maybe' of IsExclusive is not True or False.",
        "[{\"Name\":\"ExpandedPriority\",\"Value\":\"4001\"}]|The value '4001' of ExpandedPriority is not a number from 0 to 4000.",
        "[{\"Name\":\"UnitType\",\"Value\":\"Gpu\"}]|The nodes of this cluster have no GPUs.",
        "[{\"Name\":\"State\",\"Value\":\"Running\"}]|The job property State is read only.",
        "[{\"Name\":\"HoldUntil\",\"Value\":\"2027-01-01\"}]|The job property HoldUntil cannot be set by this operation.",
        "[{\"Name\":\"Weather\",\"Value\":\"fine\"}]|A job has no property 'Weather'.",
        "[{\"Value\":\"fine\"}]|Every property of the body needs a Name.",
        "{\"Name\":\"x\"}|The body must be an array of objects with a Name and a Value, both of them strings.",
        "[{\"Name\":\"Name\",\"Value\":[]}]|The body must be an array of objects with a Name and a Value, both of them strings.",
        "[] []|There is something after the end of the JSON body.",
      })
  void wrongPropertiesAreRefusedWithASentence(String body, String message) {
    HttpResponse<String> response = client.post("/jobs", body);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).isEqualTo("{\"Message\":" + Json.encode(message) + "}");
    assertThat(SIMULATORS.get().hpcPack().jobCount()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[{", "[{\"Name\":\"x\"", "nonsense", "[{\"Name\" \"x\"}]", "["})
  void brokenJsonIsRefused(String body) {
    HttpResponse<String> response = client.post("/jobs", body);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).startsWith("{\"Message\":\"The body is not valid JSON: ");
  }

  @Test
  void otherTypesAreRefused() {
    assertThat(client.with("Content-Type", "text/csv").post("/jobs", "a,b").statusCode())
        .isEqualTo(415);
  }

  @Test
  void taskPropertiesAreChecked() {
    int job = client.createJob();

    assertThat(add(job, "StartValue", "0")).isEqualTo("The StartValue of a sweep must be above 0.");
    assertThat(add(job, "Type", "NodePrep"))
        .isEqualTo(
            "This simulator runs tasks of the types Basic and ParametricSweep, not NodePrep.");
    assertThat(add(job, "TaskValidExitCodes", "1..x"))
        .startsWith("The value '1..x' of TaskValidExitCodes is not a list of exit codes");
    assertThat(add(job, "TaskId", "1")).isEqualTo("The task property TaskId is read only.");
    assertThat(client.rows("/jobs/" + job + "/tasks")).isEmpty();
  }

  private String add(int job, String name, String value) {
    HttpResponse<String> response =
        client.post("/jobs/" + job + "/tasks", SimulatorClient.properties(name, value));
    assertThat(response.statusCode()).isEqualTo(400);
    return new io.vertx.core.json.JsonObject(response.body()).getString("Message");
  }

  @Test
  void runUntilCanceledDoesNotGoWithBothAutomaticLimits() {
    String body =
        SimulatorClient.properties(
            "RunUntilCanceled", "True", "AutoCalculateMax", "True", "AutoCalculateMin", "True");

    assertThat(client.post("/jobs", body).statusCode()).isEqualTo(400);
  }

  @Test
  void passwordIsTakenAndNeverGivenBack() {
    client.createJob("UserName", "HPC\\alice", "Password", "do-not-show");

    assertThat(client.get("/jobs/1").body()).doesNotContain("do-not-show", "Password");
    assertThat(client.get("/jobs/1?properties=Password,UserName").body())
        .isEqualTo("[{\"Name\":\"UserName\",\"Value\":\"HPC\\\\alice\"}]");
    assertThat(SIMULATORS.get().hpcPack().job(1).toString()).doesNotContain("do-not-show");
  }

  @Test
  void submissionSetsProperties() {
    int job = client.createJob();

    client.post("/jobs/1/submit", SimulatorClient.properties("Name", "late", "Priority", "Lowest"));

    assertThat(client.properties(job))
        .containsEntry("Name", "late")
        .containsEntry("Priority", "Lowest");
  }

  @Test
  void variablesAreMergedAndMissingOnesAreEmpty() {
    int job = client.createJob();
    client.addTask(job, "CommandLine", "a");
    for (String path : new String[] {"/jobs/1", "/jobs/1/tasks/1"}) {
      String variables = path + "/envVariables";
      assertThat(client.get(variables).body()).isEqualTo("[]");
      client.post(variables, SimulatorClient.properties("a", "1", "b", "2"));
      client.post(variables, SimulatorClient.properties("b", "3"));

      assertThat(SimulatorClient.map(client.get(variables).body()))
          .isEqualTo(Map.of("a", "1", "b", "3"));
      assertThat(SimulatorClient.map(client.get(variables + "?names=b,none").body()))
          .isEqualTo(Map.of("b", "3", "none", ""));
    }
  }

  @Test
  void customPropertiesAreMergedAndMissingOnesAreLeftOut() {
    client.addTask(client.createJob(), "CommandLine", "a");
    for (String path : new String[] {"/jobs/1", "/jobs/1/tasks/1"}) {
      String properties = path + "/customProperties";
      assertThat(client.get(properties).body()).isEqualTo("[]");
      client.post(properties, SimulatorClient.properties("a", "1", "b", "2"));

      assertThat(client.get(properties + "?names=a,none").body())
          .isEqualTo("[{\"Name\":\"a\",\"Value\":\"1\"}]");
    }
  }

  @Test
  void jobXmlInAJsonString() {
    String xml =
        """

          <Job xmlns="http://schemas.microsoft.com/HPCS2008R2/scheduler/" Version="3.000" Name="Demo"
               Id="77" State="Finished" Owner="somebody" SubmitTime="2010/12/7 23:18:20" ErrorCode="5"
               RequestedNodes="CN001;CN002" Priority="Highest">
            <CustomProperties><Term><Name>c</Name><Value>1</Value></Term></CustomProperties>
            <ExtendedTerms/>
            <Dependencies><Parent GroupId="1"><Child GroupId="2"/></Parent></Dependencies>
            <Tasks>
              <Task GroupId="1" Name="first" NiceId="9" State="Failed" CommandLine="hostname">
                <EnvironmentVariables><Variable><Name>V</Name><Value>x</Value></Variable></EnvironmentVariables>
              </Task>
              <Task GroupId="2" CommandLine="echo *" Type="ParametricSweep" StartValue="1" EndValue="2"
                    IncrementValue="1"/>
              <Task CommandLine="after" DependsOn="first;"/>
            </Tasks>
          </Job>
        """;

    assertThat(client.post("/jobs/jobFile", Json.encode(xml)).body()).isEqualTo("1");

    assertThat(client.properties(1))
        .containsEntry("Name", "Demo")
        .containsEntry("State", "Configuring")
        .containsEntry("Owner", "hpcuser")
        .containsEntry("RequestedNodes", "CN001,CN002")
        .containsEntry("Priority", "Highest");
    assertThat(client.get("/jobs/1/customProperties").body())
        .isEqualTo("[{\"Name\":\"c\",\"Value\":\"1\"}]");
    assertThat(client.get("/jobs/1/tasks/1/envVariables").body()).contains("\"V\"");
    assertThat(client.property("1/tasks/1", "State")).isEqualTo("Configuring");
    client.submit(1);
    SIMULATORS.advanceSeconds(1);
    assertThat(client.state("1/tasks/2")).isEqualTo("Queued");
    SIMULATORS.advanceSeconds(3);
    assertThat(client.state(1)).isEqualTo("Finished");
  }

  @Test
  void jobXmlAsXml() {
    // the declared encoding is that of the file it was exported to
    String bare = "\uFEFF<?xml version=\"1.0\" encoding=\"utf-16\"?><Job Name=\"bare\"/>";
    String wrapped =
        "<string xmlns=\"http://schemas.microsoft.com/2003/10/Serialization/\">"
            + "&lt;Job Name=\"wrapped\"/&gt;</string>";

    assertThat(xmlClient.post("/jobs/jobFile", bare).statusCode()).isEqualTo(200);
    assertThat(xmlClient.post("/jobs/jobFile", wrapped).statusCode()).isEqualTo(200);

    assertThat(client.property(1, "Name")).isEqualTo("bare");
    assertThat(client.property(2, "Name")).isEqualTo("wrapped");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<Job",
        "<Task/>",
        "<Job MinCores='x'/>",
        "<!DOCTYPE Job><Job/>",
        "<!DOCTYPE Job [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><Job Name='&e;'/>",
        "<Job Name='&e;'/>",
        "<Job><Tasks><Task Type='Service'/></Tasks></Job>"
      })
  void wrongJobXmlIsRefusedAndLeavesNoJob(String body) {
    assertThat(xmlClient.post("/jobs/jobFile", body).statusCode()).isEqualTo(400);
    assertThat(client.post("/jobs/jobFile", Json.encode(body)).statusCode()).isEqualTo(400);
    assertThat(SIMULATORS.get().hpcPack().jobCount()).isZero();
  }

  @Test
  void charactersThatXmlCannotCarryAreReplaced() {
    client.createJob("Name", "a\u0001b\uD83D\uDE00");

    assertThat(client.with("Accept", "application/xml").get("/jobs/1?properties=Name").body())
        .contains("<Value>a\uFFFDb\uD83D\uDE00</Value>");
  }
}
