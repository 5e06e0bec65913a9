package io.github.camelhpc.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobTranslationTest {

  private static final String ID = "burst_1";

  private final JobTranslation translation = new JobTranslation("pool1", TaskShell.SH);

  @Test
  void aJobOfJsonKeepsItsTasksVariablesAndLimits() {
    AzureJob job =
        translation.translate(
            ID,
            """
            {"Name": "greetings", "RuntimeSeconds": 90, "TaskExecutionFailureRetryLimit": 2,
             "Priority": "Highest", "environmentVariables": {"GREETING": "hello"},
             "tasks": [{"Name": "one", "CommandLine": "echo $GREETING $WHO", "RuntimeSeconds": 60,
                        "environmentVariables": {"WHO": "world"}},
                       {"CommandLine": "exit 3"}]}
            """);

    assertThat(job.name()).isEqualTo("greetings");
    assertThat(job.members())
        .isEqualTo(
            Map.of(
                "id",
                ID,
                "displayName",
                "greetings",
                "poolInfo",
                Map.of("poolId", "pool1"),
                "constraints",
                Map.of("maxWallClockTime", "PT1M30S", "maxTaskRetryCount", 2L),
                "commonEnvironmentSettings",
                List.of(Map.of("name", "GREETING", "value", "hello"))));
    assertThat(job.taskParameters())
        .containsExactly(
            Map.of(
                "id",
                "1",
                "displayName",
                "one",
                "commandLine",
                "/bin/sh -c 'exec 2>&1; echo $GREETING $WHO'",
                "environmentSettings",
                List.of(Map.of("name", "WHO", "value", "world")),
                "constraints",
                Map.of("maxWallClockTime", "PT1M")),
            Map.of("id", "2", "commandLine", "/bin/sh -c 'exec 2>&1; exit 3'"));
    assertThat(job.tasks().get(0).description())
        .containsEntry("TaskId", "burst_1.1")
        .containsEntry("CommandLine", "echo $GREETING $WHO")
        .containsEntry("Type", "Basic");
  }

  @Test
  void aJobXmlAsTheClusterExportsItIsTheSame() {
    AzureJob job =
        translation.translate(
            ID,
            """
            <?xml version="1.0" encoding="utf-8"?>
            <Job xmlns="http://schemas.microsoft.com/HPCS2008R2/scheduler/" Version="3.000" Id="7"
                 Name="exported" State="Finished" Owner="DOMAIN\\somebody" UnitType="Core" MinCores="1"
                 MaxCores="8" AutoCalculateMax="true" JobTemplate="Default" RunUntilCanceled="false"
                 IsExclusive="false" JobType="Batch" NodeGroups="" RuntimeSeconds="0">
              <Dependencies/>
              <Tasks>
                <Task Name="t" Id="11" NiceId="1" CommandLine="hostname" MinCores="1" MaxCores="1"
                      IsRerunnable="true" Type="Basic" WorkDirectory="" IsParametric="false">
                  <EnvironmentVariables>
                    <Variable><Name>A</Name><Value>b</Value></Variable>
                  </EnvironmentVariables>
                </Task>
              </Tasks>
            </Job>
            """);

    assertThat(job.members())
        .containsOnlyKeys("id", "displayName", "poolInfo")
        .containsEntry("displayName", "exported");
    assertThat(job.taskParameters())
        .containsExactly(
            Map.of(
                "id",
                "1",
                "displayName",
                "t",
                "commandLine",
                "/bin/sh -c 'exec 2>&1; hostname'",
                "environmentSettings",
                List.of(Map.of("name", "A", "value", "b"))));
  }

  @Test
  void aSweepIsATaskForEachValue() {
    AzureJob job =
        translation.translate(
            ID,
            """
            {"tasks": [{"CommandLine": "first"},
                       {"Type": "ParametricSweep", "StartValue": 10, "EndValue": 15,
                        "IncrementValue": 2, "CommandLine": "run * > *.txt"},
                       {"CommandLine": "last * one"}]}
            """);

    assertThat(job.tasks())
        .extracting(task -> task.id() + ": " + task.description().get("CommandLine"))
        .containsExactly(
            "1: first",
            "2-1: run 10 > 10.txt",
            "2-2: run 12 > 12.txt",
            "2-3: run 14 > 14.txt",
            "3: last * one");
    assertThat(job.tasks().get(2).description())
        .containsEntry("TaskId", "burst_1.2.2")
        .containsEntry("Type", "ParametricSweep")
        .containsEntry("JobTaskId", "2")
        .containsEntry("InstanceId", "2");
  }

  @Test
  void aCommandWithQuotesGoesByAVariable() {
    AzureJob job =
        translation.translate(
            ID,
            """
            {"tasks": [{"CommandLine": "awk 'BEGIN { print 1 }'", "environmentVariables": {"A": "b"}}]}
            """);

    assertThat(job.taskParameters())
        .containsExactly(
            Map.of(
                "id",
                "1",
                "commandLine",
                "/bin/sh -c 'exec 2>&1; eval \"$HPC_COMMAND_LINE\"'",
                "environmentSettings",
                List.of(
                    Map.of("name", "A", "value", "b"),
                    Map.of("name", "HPC_COMMAND_LINE", "value", "awk 'BEGIN { print 1 }'"))));
  }

  @Test
  void windowsNodesRunCmd() {
    AzureJob job =
        new JobTranslation("pool1", TaskShell.CMD)
            .translate(ID, "{\"tasks\": [{\"CommandLine\": \"echo \\\"%A%\\\" & exit 3\"}]}");

    assertThat(job.taskParameters())
        .containsExactly(Map.of("id", "1", "commandLine", "cmd /s /c \"echo \"%A%\" & exit 3\""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{'NodeGroups': 'Big', 'tasks': [{'CommandLine': 'x'}]} | property NodeGroups of the job",
        "{'UnitType': 'Node', 'tasks': [{'CommandLine': 'x'}]} | property UnitType of the job",
        "{'Password': 'secret', 'tasks': [{'CommandLine': 'x'}]} | property Password of the job",
        "{'Invented': 'x', 'tasks': [{'CommandLine': 'x'}]} | property Invented of the job",
        "{'tasks': [{'Name': 'b', 'CommandLine': 'x', 'DependsOn': 'a'}]} | DependsOn of the task b",
        "{'tasks': [{'CommandLine': 'x', 'WorkDirectory': 'c'}]} | WorkDirectory of the task 1",
        "{'tasks': [{'CommandLine': 'x', 'MinCores': 4}]} | property MinCores of the task 1",
        "{'tasks': [{'CommandLine': 'x', 'IsRerunnable': false}]} | IsRerunnable of the task 1",
        "{'tasks': [{'CommandLine': 'x', 'Type': 'NodePrep'}]} | of the type NodePrep",
        "{'tasks': [{'CommandLine': 'echo $CCP_TASKID'}]} | variables of HPC Pack (CCP_",
        "{'tasks': [{'Name': 'a'}]} | the task a has no CommandLine",
        "{'tasks': [{'CommandLine': '*', 'Type': 'ParametricSweep'}]} | sweep without EndValue",
        "{'tasks': [{'CommandLine': '*', 'Type': '1', 'EndValue': 'x'}]} | EndValue of the task 1 is",
        "{'tasks': [{'CommandLine': '*', 'Type': '1', 'EndValue': 10001}]} | more than 10000 tasks",
        "{'tasks': []} | the job has no tasks",
        "<Job><ExtendedTerms><Term><Name>a</Name><Value>b</Value></Term></ExtendedTerms></Job>"
            + " | has ExtendedTerms",
        "<Job><Dependencies><Parent GroupId=\"1\"/></Dependencies></Job> | (Dependencies)",
        "<Job><Tasks><Task Name=\"t\"><Weird/></Task></Tasks></Job> | the task t has Weird",
      })
  void whatAzureBatchWouldDoOtherwiseStays(String job, String reason) {
    assertThatThrownBy(() -> translation.translate(ID, job.replace('\'', '"')))
        .isInstanceOf(UntranslatableJobException.class)
        .hasMessageContaining(reason)
        .hasMessageNotContaining("secret");
  }

  @Test
  void theLargestSweepIsTranslated() {
    AzureJob job =
        translation.translate(
            ID,
            "{\"tasks\": [{\"CommandLine\": \"*\", \"Type\": \"1\", \"EndValue\": \"10000\"}]}");

    assertThat(job.tasks()).hasSize(10_000);
  }

  @Test
  void whatIsNoJobIsRefused() {
    assertThatThrownBy(() -> translation.translate(ID, "<Job><Tasks>"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
