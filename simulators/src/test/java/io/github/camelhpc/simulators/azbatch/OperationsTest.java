package io.github.camelhpc.simulators.azbatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.simulators.RunningSimulators;
import io.vertx.core.json.JsonObject;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every operation over HTTP, with the status of its success (facts/azbatch.md §1). */
@Timeout(60)
class OperationsTest {

  private static final String JOB =
      """
      {"id": "job1", "poolInfo": {"poolId": "pool1"},
       "jobPreparationTask": {"commandLine": "prepare"},
       "jobReleaseTask": {"commandLine": "release"}}
      """;
  private static final String POOL =
      """
      {"id": "pool1", "vmSize": "STANDARD_D2S_V3", "targetDedicatedNodes": 1,
       "virtualMachineConfiguration": {
         "imageReference": {"publisher": "canonical", "offer": "ubuntu", "sku": "22_04-lts"},
         "nodeAgentSKUId": "batch.node.ubuntu 22.04",
         "extensions": [{"name": "agent", "publisher": "me", "type": "monitor"}]}}
      """;
  private static final String SCHEDULE =
      """
      {"id": "s1", "schedule": {"recurrenceInterval": "PT1H"},
       "jobSpecification": {"poolInfo": {"poolId": "pool1"}}}
      """;
  private static final String POOL_INFO = "{\"poolInfo\": {\"poolId\": \"pool1\"}}";

  private static final Set<String> SEEN = new TreeSet<>();

  @RegisterExtension static final RunningSimulators SIMULATORS = new RunningSimulators();

  private BatchClient client;
  private String node;

  @BeforeEach
  void runATask() {
    client = BatchClient.of(SIMULATORS.get());
    expect(201, "addPool", client.post("/pools", POOL));
    SIMULATORS.advanceSeconds(2);
    expect(201, "addJob", client.post("/jobs", JOB));
    expect(
        201,
        "addTask",
        client.post("/jobs/job1/tasks", "{\"id\": \"t1\", \"commandLine\": \"exit 3\"}"));
    SIMULATORS.advanceSeconds(2);
    BatchResponse nodes = client.get("/pools/pool1/nodes");
    expect(200, "listNodes", nodes);
    node = "/pools/pool1/nodes/" + nodes.column("id").get(0);
  }

  @AfterAll
  static void everyOperationWasUsed() {
    assertThat(SEEN).isEqualTo(new TreeSet<>(AzBatchSimulator.operations()));
  }

  private static BatchResponse expect(int status, String operation, BatchResponse response) {
    SEEN.add(operation);
    assertThat(response.status()).as(operation + ": " + response.body()).isEqualTo(status);
    return response;
  }

  private static JsonObject first(BatchResponse page) {
    return page.json().getJsonArray("value").getJsonObject(0);
  }

  @Test
  void jobs() {
    expect(200, "listJobs", client.get("/jobs?$expand=stats"));
    JsonObject job = expect(200, "getJob", client.get("/jobs/JOB1")).json();
    assertThat(job.getString("url")).isEqualTo(SIMULATORS.get().azBatchUrl() + "/jobs/job1");
    JsonObject counts = expect(200, "getJobTaskCounts", client.get("/jobs/job1/taskcounts")).json();
    assertThat(counts.getJsonObject("taskCounts").getInteger("completed")).isEqualTo(1);
    expect(200, "updateJob", client.put("/jobs/job1", POOL_INFO));
    expect(200, "patchJob", client.patch("/jobs/job1", "{\"priority\": 3}"));
    expect(202, "disableJob", client.post("/jobs/job1/disable", "{\"disableTasks\": \"requeue\"}"));
    SIMULATORS.advanceSeconds(0);
    expect(202, "enableJob", client.post("/jobs/job1/enable"));
    SIMULATORS.advanceSeconds(0);
    expect(202, "terminateJob", client.post("/jobs/job1/terminate"));
    SIMULATORS.advanceSeconds(1);
    assertThat(client.get("/jobs?$filter=state%20eq%20'completed'").column("id"))
        .containsExactly("job1");

    JsonObject status =
        first(
            expect(
                200,
                "listPreparationAndReleaseTaskStatus",
                client.get(
                    "/jobs/job1/jobpreparationandreleasetaskstatus?$filter="
                        + BatchClient.encoded("jobReleaseTaskExecutionInfo/exitCode eq 0"))));
    assertThat(status.getString("nodeUrl")).isEqualTo(SIMULATORS.get().azBatchUrl() + node);
    assertThat(
            status
                .getJsonObject("jobPreparationTaskExecutionInfo")
                .getString("taskRootDirectoryUrl"))
        .isEqualTo(status.getString("nodeUrl") + "/files/workitems/job1/job-1/jobpreparation");
    expect(202, "deleteJob", client.delete("/jobs/job1"));
    SIMULATORS.advanceSeconds(1);
    assertThat(client.get("/jobs/job1").code()).isEqualTo("JobNotFound");
  }

  @Test
  void tasks() {
    BatchResponse added =
        expect(
            200,
            "addTaskCollection",
            client.post(
                "/jobs/job1/addtaskcollection",
                "{\"value\": [{\"id\": \"t2\", \"commandLine\": \"run\"}]}"));
    assertThat(first(added).getString("location"))
        .isEqualTo(SIMULATORS.get().azBatchUrl() + "/jobs/job1/tasks/t2");
    BatchResponse tasks =
        expect(
            200,
            "listTasks",
            client.get(
                "/jobs/job1/tasks?$select=id,state&$filter="
                    + BatchClient.encoded("executionInfo/exitCode eq 0 or state eq 'active'")));
    assertThat(tasks.column("id")).contains("t2");
    expect(200, "getTask", client.get("/jobs/job1/tasks/t2"));
    expect(200, "updateTask", client.put("/jobs/job1/tasks/t2", "{}"));
    expect(204, "terminateTask", client.post("/jobs/job1/tasks/t2/terminate"));
    SIMULATORS.advanceSeconds(0);
    expect(204, "reactivateTask", client.post("/jobs/job1/tasks/t2/reactivate"));
    JsonObject subtasks =
        expect(200, "listSubtasks", client.get("/jobs/job1/tasks/t2/subtasksinfo")).json();
    assertThat(subtasks.getJsonArray("value")).isEmpty();
    expect(200, "deleteTask", client.delete("/jobs/job1/tasks/t2"));
  }

  @Test
  void pools() {
    expect(200, "listPools", client.get("/pools"));
    expect(200, "existsPool", client.head("/pools/pool1"));
    assertThat(client.head("/pools/none").status()).isEqualTo(404);
    assertThat(expect(200, "getPool", client.get("/pools/pool1")).json().getString("vmSize"))
        .isEqualTo("standard_d2s_v3");
    expect(200, "patchPool", client.patch("/pools/pool1", "{\"metadata\": []}"));
    expect(
        204,
        "updatePoolProperties",
        client.post(
            "/pools/pool1/updateproperties",
            "{\"certificateReferences\": [], \"applicationPackageReferences\": [],"
                + " \"metadata\": []}"));
    expect(202, "resizePool", client.post("/pools/pool1/resize", "{\"targetDedicatedNodes\": 3}"));
    expect(202, "stopPoolResize", client.post("/pools/pool1/stopresize"));
    SIMULATORS.advanceSeconds(0);
    expect(
        200,
        "enablePoolAutoScale",
        client.post(
            "/pools/pool1/enableautoscale", "{\"autoScaleFormula\": \"$TargetDedicatedNodes=1\"}"));
    JsonObject run =
        expect(
                200,
                "evaluatePoolAutoScale",
                client.post("/pools/pool1/evaluateautoscale", "{\"autoScaleFormula\": \"x\"}"))
            .json();
    assertThat(run.containsKey("error")).isTrue();
    expect(200, "disablePoolAutoScale", client.post("/pools/pool1/disableautoscale"));
    JsonObject counts = first(expect(200, "listPoolNodeCounts", client.get("/nodecounts")));
    assertThat(counts.getJsonObject("dedicated").getInteger("total")).isEqualTo(1);
    expect(200, "listPoolUsageMetrics", client.get("/poolusagemetrics"));
    SIMULATORS.advanceSeconds(2);
    String id = node.substring(node.lastIndexOf('/') + 1);
    expect(
        202,
        "removePoolNodes",
        client.post("/pools/pool1/removenodes", "{\"nodeList\": [\"" + id + "\"]}"));
    SIMULATORS.advanceSeconds(2);
    expect(202, "deletePool", client.delete("/pools/pool1"));
    SIMULATORS.advanceSeconds(2);
    assertThat(client.get("/pools/pool1").code()).isEqualTo("PoolNotFound");
  }

  @Test
  void nodes() {
    expect(200, "getNode", client.get(node));
    expect(201, "addNodeUser", client.post(node + "/users", "{\"name\": \"u\"}"));
    expect(200, "updateNodeUser", client.put(node + "/users/u", "{\"password\": \"x\"}"));
    expect(200, "deleteNodeUser", client.delete(node + "/users/u"));
    expect(200, "getNodeRemoteLoginSettings", client.get(node + "/remoteloginsettings"));
    expect(
        200,
        "uploadNodeBatchServiceLogs",
        client.post(
            node + "/uploadbatchservicelogs",
            "{\"containerUrl\": \"https://store.example/logs\","
                + " \"startTime\": \"2026-03-01T00:00:00Z\"}"));
    expect(200, "listNodeExtensions", client.get(node + "/extensions"));
    expect(200, "getNodeExtension", client.get(node + "/extensions/agent"));
    expect(200, "disableNodeScheduling", client.post(node + "/disablescheduling"));
    expect(200, "enableNodeScheduling", client.post(node + "/enablescheduling"));
    expect(202, "rebootNode", client.post(node + "/reboot"));
    SIMULATORS.advanceSeconds(2);
    expect(
        202,
        "reimageNode",
        client.post(node + "/reimage", "{\"nodeReimageOption\": \"terminate\"}"));
    SIMULATORS.advanceSeconds(2);
    expect(202, "deallocateNode", client.post(node + "/deallocate"));
    SIMULATORS.advanceSeconds(1);
    expect(202, "startNode", client.post(node + "/start"));
  }

  @Test
  void files() {
    String files = "/jobs/job1/tasks/t1/files";
    assertThat(expect(200, "listTaskFiles", client.get(files + "?recursive=true")).column("name"))
        .containsExactly("stderr.txt", "stdout.txt", "wd");
    expect(200, "getTaskFile", client.get(files + "/stdout.txt"));
    expect(200, "getTaskFileProperties", client.head(files + "/stdout.txt"));
    expect(200, "deleteTaskFile", client.delete(files + "/wd?recursive=true"));
    assertThat(expect(200, "listNodeFiles", client.get(node + "/files")).column("name"))
        .containsExactly("shared", "startup", "workitems");
    String output = node + "/files/workitems%2Fjob1%2Fjob-1%2Ft1%2Fstdout.txt";
    expect(200, "getNodeFile", client.get(output));
    expect(200, "getNodeFile", client.get(output.replace("%2F", "/")));
    expect(200, "getNodeFileProperties", client.head(output));
    expect(200, "deleteNodeFile", client.delete(output));
    assertThat(client.get(output).code()).isEqualTo("FileNotFound");
  }

  @Test
  void schedules() {
    expect(201, "addJobSchedule", client.post("/jobschedules", SCHEDULE));
    SIMULATORS.advanceSeconds(0);
    expect(200, "listJobSchedules", client.get("/jobschedules"));
    expect(200, "existsJobSchedule", client.head("/jobschedules/s1"));
    JsonObject schedule = expect(200, "getJobSchedule", client.get("/jobschedules/s1")).json();
    String recent =
        schedule.getJsonObject("executionInfo").getJsonObject("recentJob").getString("url");
    assertThat(recent).endsWith("/jobs/s1%3Ajob-1");
    assertThat(client.follow(recent + "?api-version=2024-07-01.20.0").status()).isEqualTo(200);
    assertThat(
            expect(200, "listJobsFromSchedule", client.get("/jobschedules/s1/jobs")).column("id"))
        .containsExactly("s1:job-1");
    expect(
        200,
        "updateJobSchedule",
        client.put(
            "/jobschedules/s1",
            "{\"schedule\": {\"recurrenceInterval\": \"PT2H\"}, \"jobSpecification\": "
                + POOL_INFO
                + "}"));
    expect(200, "patchJobSchedule", client.patch("/jobschedules/s1", "{\"metadata\": []}"));
    expect(204, "disableJobSchedule", client.post("/jobschedules/s1/disable"));
    expect(204, "enableJobSchedule", client.post("/jobschedules/s1/enable"));
    expect(202, "terminateJobSchedule", client.post("/jobschedules/s1/terminate"));
    expect(202, "deleteJobSchedule", client.delete("/jobschedules/s1"));
    SIMULATORS.advanceSeconds(1);
    assertThat(client.head("/jobschedules/s1").status()).isEqualTo(404);
  }

  @Test
  void account() {
    SIMULATORS.get().azBatch().addApplication("app", "App", "1.0");

    expect(200, "listSupportedImages", client.get("/supportedimages"));
    expect(200, "listApplications", client.get("/applications"));
    expect(200, "getApplication", client.get("/applications/app"));
  }
}
