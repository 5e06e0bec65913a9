package io.github.camelhpc.hpcpack;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.hpcpack.model.PropertyMap;
import io.github.camelhpc.support.operation.Parameter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.util.URISupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation, through a route: in JSON and XML, with options and with headers. */
class HpcPackAllOperationsTest extends HpcPackTestSupport {

  private static final String JOB_XML =
      "<Job Name=\"Demo\"><Tasks><Task CommandLine=\"hostname\" MinCores=\"1\"/></Tasks></Job>";

  /** What to call an operation with, and what to see then. */
  private static final class Scenario {
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private Object body;
    private BiConsumer<HpcPackAllOperationsTest, Scenario> arrangement = (test, scenario) -> {};
    private Consumer<Exchange> check;

    private Scenario with(String option, Object value) {
      parameters.put(option, value);
      return this;
    }

    private Scenario body(Object value) {
      body = value;
      return this;
    }

    /** Makes what the operation needs, and may add parameters. */
    private Scenario after(BiConsumer<HpcPackAllOperationsTest, Scenario> first) {
      arrangement = first;
      return this;
    }

    private Scenario gives(Consumer<Object> body) {
      check = exchange -> body.accept(exchange.getMessage().getBody());
      return this;
    }

    private Scenario then(BiConsumer<HpcPackAllOperationsTest, Scenario> afterwards) {
      check = null;
      this.afterwards = afterwards;
      return this;
    }

    private BiConsumer<HpcPackAllOperationsTest, Scenario> afterwards;

    private Object value(String option) {
      return parameters.get(option);
    }
  }

  private static final Map<HpcPackOperation, Scenario> SCENARIOS =
      new EnumMap<>(HpcPackOperation.class);

  private static Scenario on(HpcPackOperation operation) {
    Scenario scenario = new Scenario();
    SCENARIOS.put(operation, scenario);
    return scenario;
  }

  private static void job(HpcPackAllOperationsTest test, Scenario scenario) {
    scenario.with("jobId", test.createdJob(Map.of("Name", "test", "RunUntilCanceled", "True")));
  }

  /** A job with a basic task 1 and a sweep 2 of three subtasks, not submitted. */
  private static void tasks(HpcPackAllOperationsTest test, Scenario scenario) {
    job(test, scenario);
    String add = "hpcpack:addTask?jobId=" + scenario.value("jobId");
    test.call(add, Map.of("Name", "one", "CommandLine", "echo one"));
    test.call(
        add,
        Map.of(
            "Name",
            "sweep",
            "Type",
            "ParametricSweep",
            "StartValue",
            1,
            "EndValue",
            3,
            "IncrementValue",
            1,
            "CommandLine",
            "echo *"));
  }

  private static void task(HpcPackAllOperationsTest test, Scenario scenario) {
    tasks(test, scenario);
    scenario.with("taskId", 1);
  }

  /** The same, running and expanded. */
  private static void running(HpcPackAllOperationsTest test, Scenario scenario) {
    tasks(test, scenario);
    test.call("hpcpack:submitJob?jobId=" + scenario.value("jobId"), null);
    advance(Duration.ofMinutes(1));
  }

  private static void runningTask(HpcPackAllOperationsTest test, Scenario scenario) {
    running(test, scenario);
    scenario.with("taskId", 1);
  }

  private static void subtask(HpcPackAllOperationsTest test, Scenario scenario) {
    running(test, scenario);
    scenario.with("taskId", 2).with("subtaskId", 3);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object body) {
    return (Map<String, Object>) body;
  }

  @SuppressWarnings("unchecked")
  private static List<Object> list(Object body) {
    return (List<Object>) body;
  }

  private static Object jobState(HpcPackAllOperationsTest test, Scenario scenario) {
    return test.state((Integer) scenario.value("jobId"));
  }

  private static PropertyMap taskNow(HpcPackAllOperationsTest test, Scenario scenario) {
    String uri = "hpcpack:getTask?jobId=" + scenario.value("jobId") + "&taskId=1";
    return test.call(uri, null).getMessage().getBody(PropertyMap.class);
  }

  private static PropertyMap subtaskNow(HpcPackAllOperationsTest test, Scenario scenario) {
    String uri = "hpcpack:getSubtask?jobId=" + scenario.value("jobId") + "&taskId=2&subtaskId=3";
    return test.call(uri, null).getMessage().getBody(PropertyMap.class);
  }

  static {
    on(HpcPackOperation.GET_VERSION).gives(body -> assertThat(body).isEqualTo("6.0.7128.0"));
    on(HpcPackOperation.GET_ACTIVE_HEAD_NODE).gives(body -> assertThat(body).isEqualTo("HN01"));
    on(HpcPackOperation.GET_DATE_TIME_FORMAT)
        .gives(body -> assertThat(body).isEqualTo("M/d/yyyy h:mm:ss tt"));
    on(HpcPackOperation.LIST_NODES)
        .with("nodeState", "Online")
        .with("properties", "Name,State")
        .gives(
            body -> {
              assertThat(list(body)).hasSizeGreaterThanOrEqualTo(4);
              assertThat(map(list(body).get(0))).containsOnlyKeys("Name", "State");
            });
    on(HpcPackOperation.GET_NODE)
        .with("nodeName", "CN001")
        .gives(body -> assertThat(map(body)).containsEntry("Name", "CN001").containsKey("Id"));
    on(HpcPackOperation.LIST_NODE_GROUPS)
        .gives(body -> assertThat(map(list(body).get(0))).containsKeys("Name", "Description"));
    on(HpcPackOperation.LIST_NODE_GROUP_MEMBERS)
        .with("nodeGroup", "ComputeNodes")
        .gives(body -> assertThat(list(body)).contains("CN001"));
    on(HpcPackOperation.LIST_JOBS)
        .after((test, scenario) -> test.createdJob(Map.of("Name", "test")))
        .with("jobState", "Configuring")
        .gives(
            body ->
                assertThat(map(list(body).get(0)))
                    .containsEntry("Name", "test")
                    .containsEntry("State", "Configuring"));
    on(HpcPackOperation.CREATE_JOB)
        .body(Map.of("Name", "made"))
        .gives(body -> assertThat(body).isEqualTo(1));
    on(HpcPackOperation.CREATE_JOB_FROM_XML)
        .body(JOB_XML)
        .gives(body -> assertThat(body).isEqualTo(1));
    on(HpcPackOperation.GET_JOB)
        .after(HpcPackAllOperationsTest::job)
        .gives(body -> assertThat(map(body).get("nAmE")).isEqualTo("test"));
    on(HpcPackOperation.SET_JOB_PROPERTIES)
        .after(HpcPackAllOperationsTest::job)
        .body(Map.of("Name", "renamed"))
        .then(
            (test, scenario) ->
                assertThat(
                        test.call("hpcpack:getJob?jobId=" + scenario.value("jobId"), null)
                            .getMessage()
                            .getBody(PropertyMap.class)
                            .get("Name"))
                    .isEqualTo("renamed"));
    on(HpcPackOperation.SET_JOB_CUSTOM_PROPERTIES)
        .after(HpcPackAllOperationsTest::job)
        .body(List.of(Map.of("name", "c1", "value", "v1")))
        .then(readBack("getJobCustomProperties", "c1", "v1"));
    on(HpcPackOperation.GET_JOB_CUSTOM_PROPERTIES)
        .after(HpcPackAllOperationsTest::job)
        .gives(body -> assertThat(map(body)).isEmpty());
    on(HpcPackOperation.SET_JOB_ENVIRONMENT_VARIABLES)
        .after(HpcPackAllOperationsTest::job)
        .body("{\"A\": \"1\"}")
        .then(readBack("getJobEnvironmentVariables", "A", "1"));
    on(HpcPackOperation.GET_JOB_ENVIRONMENT_VARIABLES)
        .after(HpcPackAllOperationsTest::job)
        .with("names", "missing")
        .gives(body -> assertThat(map(body)).containsExactly(Map.entry("missing", "")));
    on(HpcPackOperation.SUBMIT_JOB)
        .after(HpcPackAllOperationsTest::tasks)
        .then((test, scenario) -> assertThat(jobState(test, scenario)).isNotEqualTo("Configuring"));
    on(HpcPackOperation.CANCEL_JOB)
        .after(HpcPackAllOperationsTest::running)
        .with("forced", true)
        .body("enough")
        .then(
            (test, scenario) -> {
              advance(Duration.ofMinutes(1));
              assertThat(jobState(test, scenario)).isEqualTo("Canceled");
            });
    on(HpcPackOperation.FINISH_JOB)
        .after(HpcPackAllOperationsTest::running)
        .body("enough")
        .then(
            (test, scenario) -> {
              advance(Duration.ofMinutes(1));
              assertThat(jobState(test, scenario)).isEqualTo("Finished");
            });
    on(HpcPackOperation.REQUEUE_JOB)
        .after(
            (test, scenario) -> {
              running(test, scenario);
              test.call("hpcpack:cancelJob?forced=true&jobId=" + scenario.value("jobId"), null);
              advance(Duration.ofMinutes(1));
              assertThat(jobState(test, scenario)).isEqualTo("Canceled");
            })
        .then((test, scenario) -> assertThat(jobState(test, scenario)).isNotEqualTo("Canceled"));
    on(HpcPackOperation.LIST_JOB_TEMPLATES)
        .gives(body -> assertThat(list(body)).contains("Default"));
    on(HpcPackOperation.LIST_TASKS)
        .after(HpcPackAllOperationsTest::tasks)
        .with("expandParametric", false)
        .gives(body -> assertThat(list(body)).hasSize(2));
    on(HpcPackOperation.ADD_TASK)
        .after(HpcPackAllOperationsTest::tasks)
        .body(Map.of("CommandLine", "echo three"))
        .gives(body -> assertThat(body).isEqualTo(3));
    on(HpcPackOperation.GET_TASK)
        .after(HpcPackAllOperationsTest::task)
        .with("properties", "Name,CommandLine")
        .gives(
            body ->
                assertThat(map(body))
                    .containsOnly(Map.entry("Name", "one"), Map.entry("CommandLine", "echo one")));
    on(HpcPackOperation.SET_TASK_PROPERTIES)
        .after(HpcPackAllOperationsTest::task)
        .body(Map.of("CommandLine", "echo other"))
        .then(
            (test, scenario) ->
                assertThat(taskNow(test, scenario).get("CommandLine")).isEqualTo("echo other"));
    on(HpcPackOperation.SET_TASK_CUSTOM_PROPERTIES)
        .after(HpcPackAllOperationsTest::task)
        .body(Map.of("c2", "v2"))
        .then(readBack("getTaskCustomProperties", "c2", "v2"));
    on(HpcPackOperation.GET_TASK_CUSTOM_PROPERTIES)
        .after(HpcPackAllOperationsTest::task)
        .gives(body -> assertThat(map(body)).isEmpty());
    on(HpcPackOperation.SET_TASK_ENVIRONMENT_VARIABLES)
        .after(HpcPackAllOperationsTest::task)
        .body(Map.of("B", "2"))
        .then(readBack("getTaskEnvironmentVariables", "B", "2"));
    on(HpcPackOperation.GET_TASK_ENVIRONMENT_VARIABLES)
        .after(HpcPackAllOperationsTest::task)
        .gives(body -> assertThat(map(body)).isEmpty());
    on(HpcPackOperation.CANCEL_TASK)
        .after(HpcPackAllOperationsTest::runningTask)
        .with("forced", true)
        .body("no more of this")
        .then(
            (test, scenario) -> {
              advance(Duration.ofMinutes(1));
              assertThat(taskNow(test, scenario).get("State")).isEqualTo("Failed");
              assertThat(taskNow(test, scenario).get("ErrorMessage")).contains("no more of this");
            });
    on(HpcPackOperation.FINISH_TASK)
        .after(HpcPackAllOperationsTest::runningTask)
        .body("good enough")
        .then(
            (test, scenario) -> {
              advance(Duration.ofMinutes(1));
              assertThat(taskNow(test, scenario).get("State")).isEqualTo("Finished");
              assertThat(taskNow(test, scenario).get("ErrorMessage")).contains("good enough");
            });
    on(HpcPackOperation.REQUEUE_TASK)
        .after(
            (test, scenario) -> {
              runningTask(test, scenario);
              test.call(
                  "hpcpack:cancelTask?forced=true&taskId=1&jobId=" + scenario.value("jobId"), null);
              advance(Duration.ofMinutes(1));
            })
        .then(
            (test, scenario) ->
                assertThat(taskNow(test, scenario).get("State")).isNotEqualTo("Failed"));
    on(HpcPackOperation.GET_SUBTASK)
        .after(HpcPackAllOperationsTest::subtask)
        .gives(
            body ->
                assertThat(map(body))
                    .containsEntry("InstanceId", "3")
                    .containsEntry("CommandLine", "echo 3"));
    on(HpcPackOperation.SET_SUBTASK_PROPERTIES)
        .after(HpcPackAllOperationsTest::subtask)
        .body(Map.of("Name", "third"))
        .then((test, scenario) -> assertThat(subtaskNow(test, scenario)).isNotEmpty());
    on(HpcPackOperation.CANCEL_SUBTASK)
        .after(HpcPackAllOperationsTest::subtask)
        .with("forced", true)
        .body("not three")
        .then(
            (test, scenario) -> {
              advance(Duration.ofMinutes(1));
              assertThat(subtaskNow(test, scenario).get("State")).isEqualTo("Failed");
              assertThat(subtaskNow(test, scenario).get("ErrorMessage")).contains("not three");
            });
    on(HpcPackOperation.FINISH_SUBTASK)
        .after(HpcPackAllOperationsTest::subtask)
        .then(
            (test, scenario) -> {
              advance(Duration.ofMinutes(1));
              assertThat(subtaskNow(test, scenario).get("State")).isEqualTo("Finished");
            });
    on(HpcPackOperation.REQUEUE_SUBTASK)
        .after(
            (test, scenario) -> {
              subtask(test, scenario);
              test.call(
                  "hpcpack:cancelSubtask?forced=true&taskId=2&subtaskId=3&jobId="
                      + scenario.value("jobId"),
                  null);
              advance(Duration.ofMinutes(1));
            })
        .then(
            (test, scenario) ->
                assertThat(subtaskNow(test, scenario).get("State")).isNotEqualTo("Failed"));

    on(HpcPackOperation.GET_USER_ROLES)
        .gives(body -> assertThat(list(body)).contains("Administrator"));
    on(HpcPackOperation.LIST_METRIC_DEFINITIONS)
        .gives(body -> assertThat(map(list(body).get(0))).containsKeys("Name", "DisplayName"));
    on(HpcPackOperation.GET_METRIC_HISTORY)
        .with("metricName", "HPCClusterCpu")
        .with("fromTime", "2026-01-31T11:00:00Z")
        .with("toTime", "2026-01-31T12:00:00Z")
        .gives(body -> assertThat(map(body)).containsEntry("MetricName", "HPCClusterCpu"));
    on(HpcPackOperation.GET_JOB_METRICS)
        .gives(body -> assertThat(map(body)).containsEntry("MetricName", "Jobs"));
    on(HpcPackOperation.LIST_CLUSTER_NODES)
        .with("nodeState", "Online")
        .with("nodeGroup", "ComputeNodes")
        .gives(body -> assertThat(map(list(body).get(0))).containsEntry("State", "Online"));
    on(HpcPackOperation.GET_CLUSTER_NODE)
        .with("nodeName", "CN002")
        .gives(body -> assertThat(map(body)).containsEntry("Cores", 8));
    on(HpcPackOperation.OPERATE_CLUSTER_NODE)
        .with("nodeName", "CN001")
        .with("nodeOperation", "takeOffline")
        .then(
            (test, scenario) -> {
              advance(Duration.ofMinutes(5));
              assertThat(
                      map(test.call("hpcpack:getClusterNode?nodeName=CN001", null)
                              .getMessage()
                              .getBody())
                          .get("State"))
                  .isEqualTo("Offline");
            });
    on(HpcPackOperation.LIST_NODE_METRICS)
        .with("metricNames", "HPCCpuUsage,HPCCoresInUse")
        .gives(body -> assertThat(map(list(body).get(0))).containsKeys("NodeName", "Metrics"));
    on(HpcPackOperation.GET_NODE_STATE_COUNTS)
        .gives(body -> assertThat(map(list(body).get(0))).containsEntry("Name", "Online"));
    on(HpcPackOperation.GET_NODE_HEALTH_COUNTS)
        .gives(body -> assertThat(map(list(body).get(0))).containsEntry("Name", "OK"));
    on(HpcPackOperation.LIST_CLUSTER_OPERATIONS)
        .after(HpcPackAllOperationsTest::offlineNode)
        .with("limit", 1)
        .with("withDetail", true)
        .gives(
            body -> {
              assertThat(list(body)).hasSize(1);
              assertThat(map(list(body).get(0)).get("Entries")).isNotNull();
            });
    on(HpcPackOperation.GET_CLUSTER_OPERATION)
        .after(
            (test, scenario) -> {
              offlineNode(test, scenario);
              Object log = test.call("hpcpack:listClusterOperations", null).getMessage().getBody();
              scenario.with("operationId", map(list(log).get(0)).get("Id"));
            })
        .gives(body -> assertThat(map(body)).containsKeys("Id", "State"));
    on(HpcPackOperation.GET_FIRST_CLUSTER_OPERATION)
        .after(HpcPackAllOperationsTest::offlineNode)
        .gives(body -> assertThat(map(body)).containsKeys("Id", "Entries"));
    on(HpcPackOperation.LIST_CLUSTER_NODE_GROUPS)
        .gives(body -> assertThat(map(list(body).get(0))).containsKeys("Name", "Managed"));
    on(HpcPackOperation.CREATE_NODE_GROUP)
        .body(Map.of("Name", "Big", "Description", "many cores"))
        .gives(
            body ->
                assertThat(map(body)).containsEntry("Name", "Big").containsEntry("Managed", false));
    on(HpcPackOperation.GET_NODE_GROUP)
        .with("nodeGroup", "ComputeNodes")
        .gives(body -> assertThat(map(body)).containsEntry("Name", "ComputeNodes"));
    on(HpcPackOperation.UPDATE_NODE_GROUP)
        .after(HpcPackAllOperationsTest::nodeGroup)
        .body("{\"Name\": \"Big\", \"Description\": \"changed\"}")
        .gives(body -> assertThat(map(body)).containsEntry("Description", "changed"));
    on(HpcPackOperation.DELETE_NODE_GROUP)
        .after(HpcPackAllOperationsTest::nodeGroup)
        .then(
            (test, scenario) ->
                assertThat(
                        list(
                            test.call("hpcpack:listClusterNodeGroups", null)
                                .getMessage()
                                .getBody()))
                    .noneMatch(g -> "Big".equals(map(g).get("Name"))));
    on(HpcPackOperation.LIST_NODES_OF_GROUP)
        .with("nodeGroup", "ComputeNodes")
        .gives(body -> assertThat(list(body)).contains("CN001"));
    on(HpcPackOperation.MOVE_NODES_OF_GROUP)
        .after(HpcPackAllOperationsTest::nodeGroup)
        .body(Map.of("GroupName", "Big", "Operation", "add", "NodeNames", List.of("CN001")))
        .gives(body -> assertThat(body).isEqualTo(List.of("CN001")));

    on(HpcPackOperation.RUN_JOB)
        .with("await", false)
        .body(Map.of("Name", "run", "tasks", List.of(Map.of("CommandLine", "echo"))))
        .gives(body -> assertThat(body).isEqualTo(1));
    on(HpcPackOperation.AWAIT_JOB)
        .after(
            (test, scenario) -> {
              running(test, scenario);
              test.call("hpcpack:finishJob?jobId=" + scenario.value("jobId"), null);
              advance(Duration.ofMinutes(1));
            })
        .with("awaitTimeout", "20s")
        .gives(body -> assertThat(map(body)).containsEntry("State", "Finished"));
  }

  private static BiConsumer<HpcPackAllOperationsTest, Scenario> readBack(
      String operation, String name, String value) {
    return (test, scenario) -> {
      String uri = "hpcpack:" + operation + "?jobId=" + scenario.value("jobId");
      if (scenario.value("taskId") != null) {
        uri += "&taskId=" + scenario.value("taskId");
      }
      assertThat(map(test.call(uri, null).getMessage().getBody()))
          .containsExactly(Map.entry(name, value));
    };
  }

  private static void offlineNode(HpcPackAllOperationsTest test, Scenario scenario) {
    test.call("hpcpack:operateClusterNode?nodeName=CN001&nodeOperation=takeOffline", null);
    advance(Duration.ofMinutes(5));
  }

  private static void nodeGroup(HpcPackAllOperationsTest test, Scenario scenario) {
    test.call("hpcpack:createNodeGroup", Map.of("Name", "Big"));
    scenario.with("nodeGroup", "Big");
  }

  @Override
  protected RoutesBuilder createRouteBuilder() {
    return new RouteBuilder() {
      @Override
      public void configure() {
        from("direct:call").recipientList(header("uri"));
      }
    };
  }

  static Stream<Arguments> calls() {
    List<Arguments> calls = new ArrayList<>();
    for (HpcPackOperation operation : HpcPackOperation.values()) {
      for (DataFormat format : DataFormat.values()) {
        calls.add(Arguments.of(operation, format, "option"));
        calls.add(Arguments.of(operation, format, "header"));
      }
    }
    return calls.stream();
  }

  @ParameterizedTest(name = "{0} {1} with {2}")
  @MethodSource("calls")
  void everyOperationDoesWhatItSays(HpcPackOperation operation, DataFormat format, String how)
      throws Exception {
    Scenario scenario = SCENARIOS.get(operation);
    scenario.arrangement.accept(this, scenario);
    Map<String, Object> options = new LinkedHashMap<>(Map.of("dataFormat", format));
    Map<String, Object> headers = new LinkedHashMap<>();
    scenario.parameters.forEach(
        (option, value) -> {
          if (how.equals("option")) {
            options.put(option, value);
          } else {
            Parameter parameter = operation.spec().parameter(option).orElseThrow();
            headers.put(parameter.header(), value);
          }
        });
    headers.put("uri", "hpcpack:" + operation + "?" + URISupport.createQueryString(options));

    Exchange exchange = call("direct:call", scenario.body, headers);

    if (scenario.check != null) {
      scenario.check.accept(exchange);
    } else {
      assertThat(exchange.getMessage().getBody()).isEqualTo(scenario.body);
      scenario.afterwards.accept(this, scenario);
    }
  }

  @Test
  void noOperationIsLeftOut() {
    assertThat(SCENARIOS.keySet()).containsExactlyInAnyOrder(HpcPackOperation.values());
    assertThat(Arrays.stream(HpcPackOperation.values()).filter(o -> !o.spec().isComposed()))
        .as("37 operations of 2016 and the 20 additions of 2019")
        .hasSize(57);
  }
}
