package io.github.camelhpc.hpcpack.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobDescriptionTest {

  private static final String JSON =
      """
      {
        "Name": "prices", "minCores": 4, "RunUntilCanceled": false, "Project": null,
        "NodeGroups": ["ComputeNodes", "Big"], "JobValidExitCodes": [0, "10..20"],
        "environmentvariables": {"Path": "a", "PATH": "b", "N": 3},
        "CustomProperties": [{"Name": "team", "Value": "risk"}, {"value": true, "name": "urgent"}],
        "tasks": [
          {"CommandLine": "echo 1", "dependsOn": ["a", "b"], "environmentVariables": {"X": "1"}},
          [{"Name": "CommandLine", "Value": "echo 2"}],
          {"properties": {"CommandLine": "lost", "MaxCores": "2"}, "commandline": "echo 3",
           "customProperties": {"k": "v"}}
        ]
      }
      """;

  @Test
  void readsJson() {
    JobDescription job = JobDescription.of(JSON);

    assertThat(job.properties())
        .containsExactly(
            entry("Name", "prices"),
            entry("minCores", "4"),
            entry("RunUntilCanceled", "False"),
            entry("Project", ""),
            entry("NodeGroups", "ComputeNodes,Big"),
            entry("JobValidExitCodes", "0,10..20"));
    assertThat(job.properties().get("MinCores")).isEqualTo("4");
    assertThat(job.environmentVariables())
        .containsExactly(entry("Path", "a"), entry("PATH", "b"), entry("N", "3"));
    assertThat(job.customProperties())
        .containsExactly(entry("team", "risk"), entry("urgent", "True"));
    assertThat(job.jobXml()).isNull();
    assertThat(job.tasks()).hasSize(3);
    assertThat(job.tasks().get(0).properties())
        .containsExactly(entry("CommandLine", "echo 1"), entry("dependsOn", "a,b"));
    assertThat(job.tasks().get(0).environmentVariables()).containsExactly(entry("X", "1"));
    assertThat(job.tasks().get(1).properties()).containsExactly(entry("CommandLine", "echo 2"));
    assertThat(job.tasks().get(2).properties())
        .containsExactly(entry("CommandLine", "echo 3"), entry("MaxCores", "2"));
    assertThat(job.tasks().get(2).customProperties()).containsExactly(entry("k", "v"));
  }

  @Test
  void readsMapsAndItself() {
    JobDescription job =
        JobDescription.of(
            Map.of(
                "unitType",
                UnitType.NODE,
                "Tasks",
                List.of(Map.of("CommandLine", new StringBuilder("hostname")))));

    assertThat(job.properties()).containsExactly(entry("unitType", "Node"));
    assertThat(job.tasks().get(0).properties()).containsExactly(entry("CommandLine", "hostname"));
    assertThat(JobDescription.of(job)).isSameAs(job);
    assertThat(JobDescription.of("\ufeff \n" + JSON)).isEqualTo(JobDescription.of(JSON));
    assertThat(JobDescription.of("[{\"Name\":\"Priority\",\"Value\":2.0}]").properties())
        .containsExactly(entry("Priority", "2.0"));
  }

  @Test
  void readsJobXml() {
    String xml = "<Job Name='d'><Tasks><Task CommandLine='c'/></Tasks></Job>";
    Job job = new Job();
    job.setName("d");

    JobDescription described = JobDescription.of("\ufeff\n " + xml + "\n");

    assertThat(described.jobXml()).isEqualTo(xml);
    assertThat(described.properties()).isEmpty();
    assertThat(described.tasks()).isEmpty();
    assertThat(JobDescription.of("<?xml version='1.0' encoding='utf-16'?>\n" + xml).jobXml())
        .endsWith(xml);
    assertThat(JobDescription.of(job).jobXml()).contains("Name=\"d\"");
  }

  @Test
  void jobXmlIsCheckedEarly() {
    assertThatThrownBy(() -> JobDescription.of("<Job><Tasks></Job>"))
        .isInstanceOf(JobXmlException.class)
        .hasMessageStartingWith("the job XML is not usable at line 1, column ");
    assertThatThrownBy(() -> JobDescription.of("<!DOCTYPE Job><Job/>"))
        .isInstanceOf(JobXmlException.class)
        .hasMessageEndingWith("a document type (<!DOCTYPE …>) is not allowed");
    assertThatThrownBy(() -> new JobDescription(Map.of("Name", "n"), null, null, null, "<Job/>"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a job is described by a job XML or by properties and tasks, not by both");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'tasks':[{},{},{'minCores':[4]}]} | the body's tasks[2].minCores must be text, a number or"
            + " true/false, not a list",
        "{'Name':{'a':1}} | the body's Name must be text, a number or true/false, not an object",
        "{'nodeGroups':['a',['b']]} | the body's nodeGroups[1] must be text without a comma, or a"
            + " number",
        "{'NodeGroups':['a,b']} | the body's NodeGroups[0] must be text without a comma, or a"
            + " number",
        "{'Tasks':{'CommandLine':'x'}} | the body's Tasks must be a list of tasks, not an object",
        "{'tasks':['echo 1']} | the body's tasks[0] must be an object, not text",
        "{'tasks':[{'environmentVariables':7}]} | the body's tasks[0].environmentVariables must be"
            + " an object, or a list of objects with the members Name and Value, not a number",
        "{'environmentVariables':[{'Name':'a'},{'Value':'b'}]} | the body's environmentVariables[1]"
            + " must be an object with the members Name and Value",
        "{'environmentVariables':{'A':['x']}} | the body's environmentVariables.A must be text, a"
            + " number or true/false, not a list",
        "{'tasks':[],'Tasks':[]} | the body has Tasks twice, in two spellings",
        "{'':'x'} | the body has a member without a name",
        "true | the body must be a job description (a Map, JSON of an object, job XML or a Job), not"
            + " true/false",
        "'text' | the body must be a job description (a Map, JSON of an object, job XML or a Job),"
            + " not text"
      })
  void errorsNameTheKey(String json, String message) {
    assertThatThrownBy(() -> JobDescription.of(json.replace('\'', '"')))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void otherBodiesAreRefused() {
    for (Object body : Arrays.asList(null, "", " \n ", "\ufeff")) {
      assertThatThrownBy(() -> JobDescription.of(body))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("the body is empty; it must be a job description");
    }
    assertThatThrownBy(() -> JobDescription.of(new Object()))
        .hasMessageEndingWith("not a java.lang.Object");
    assertThatThrownBy(() -> JobDescription.of(Map.of("MinCores", Double.NaN)))
        .hasMessageStartingWith("the body's MinCores must be text, a number or true/false");
  }

  @Test
  void malformedJsonNamesThePlaceAndNotTheText() {
    assertThatThrownBy(() -> JobDescription.of("{\n\"Password\": s3cret}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the body is not valid JSON at line 2, column ")
        .hasMessageNotContaining("s3cret")
        .hasNoCause();
    assertThatThrownBy(() -> JobDescription.of("{} {}"))
        .hasMessageStartingWith("the body is not valid JSON at line 1");
    assertThatThrownBy(() -> JobDescription.of("{\"Name\":\"a\",\"Name\":\"b\"}"))
        .hasMessageStartingWith("the body is not valid JSON at line 1");
  }

  @Test
  void isImmutableAndShowsNoValues() {
    JobDescription job =
        JobDescription.of(
            "{\"Name\":\"n\",\"Password\":\"s3cret\",\"environmentVariables\":{\"T\":\"s3cret\"},"
                + "\"tasks\":[{\"CommandLine\":\"s3cret\"}]}");

    assertThat(job)
        .hasToString(
            "JobDescription[properties=[Name, Password], environmentVariables=[T],"
                + " customProperties=[], 1 tasks]");
    assertThat(job.tasks().get(0).toString()).doesNotContain("s3cret");
    assertThatThrownBy(() -> job.properties().put("a", "b"))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> job.environmentVariables().put("a", "b"))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> job.tasks().clear()).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void propertyListTakesMapsListsAndJson() {
    assertThat(PropertyList.of(null)).isEmpty();
    assertThat(PropertyList.of(" ")).isEmpty();
    assertThat(PropertyList.of("[]")).isEmpty();
    assertThat(PropertyList.of("null")).isEmpty();
    assertThat(PropertyList.of(Map.of("MinCores", 4))).containsExactly(entry("MinCores", "4"));
    assertThat(PropertyList.of(List.of(Map.of("NAME", "IsExclusive", "VALUE", true))))
        .containsExactly(entry("IsExclusive", "True"));
    assertThat(PropertyList.of("[{\"name\":\"A\",\"value\":1.50,\"Type\":\"x\"},{\"Name\":\"B\"}]"))
        .containsExactly(entry("A", "1.50"), entry("B", ""));
    assertThat(PropertyList.of("{\"DependsOn\":[\"a\",\"b\"]}"))
        .containsExactly(entry("DependsOn", "a,b"));
    assertThat(PropertyList.of(Collections.singletonMap("Project", null)))
        .containsExactly(entry("Project", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[1] | the body's [0] must be an object with the members Name and Value",
        "7 | the body must be an object, or a list of objects with the members Name and Value, not a"
            + " number",
        "{'MinCores':[4]} | the body's MinCores must be text, a number or true/false, not a list",
        "[{'Name':'MinCores','Value':{}}] | the body's MinCores must be text, a number or"
            + " true/false, not an object"
      })
  void propertyListErrors(String json, String message) {
    assertThatThrownBy(() -> PropertyList.of(json.replace('\'', '"')))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
