package io.github.camelhpc.azbatch;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.azbatch.StubAccount.Answer;
import io.github.camelhpc.azbatch.model.TaskAddParameter;
import io.github.camelhpc.test.Allocations;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What an entry that is listed, and a task that is added, allocate on the threads of the route and
 * of the component.
 */
class AzBatchAllocationTest extends StubAccountTestSupport {

  private static final int COUNT = 1_000;

  @BeforeEach
  void forgetRequests() {
    account.forgetRequests();
  }

  private static long perItem(Allocations.Work run) throws Exception {
    return Allocations.perRun(1, "azbatch", run) / COUNT;
  }

  @Test
  void listingTheStatusOfANode() throws Exception {
    Answer page = Answer.ok(statuses());
    account.answer(request -> page);
    String list = "azbatch:listPreparationAndReleaseTaskStatus?jobId=j1";

    long bytes =
        perItem(
            () ->
                assertThat(call(list, null).getMessage().getBody(List.class))
                    .as("nodes")
                    .hasSize(COUNT));

    // its texts alone are 750
    assertThat(bytes).isBetween(750L, 2_900L);
  }

  private static String statuses() {
    String entry =
        """
        {"poolId":"render","nodeId":"tvm-%1$06d",
         "nodeUrl":"https://myaccount.westeurope.batch.azure.com/pools/render/nodes/tvm-%1$06d",
         "jobPreparationTaskExecutionInfo":{
          "startTime":"2024-11-05T08:58:57.1234567Z","endTime":"2024-11-05T08:59:59.7654321Z",
          "state":"completed","taskRootDirectory":"workitems/nightly/job-1/jobpreparation",
          "taskRootDirectoryUrl":"https://myaccount.westeurope.batch.azure.com/pools/render/files",
          "exitCode":0,"retryCount":0,"result":"success"},
         "jobReleaseTaskExecutionInfo":{
          "startTime":"2024-11-05T09:59:55.1234567Z","endTime":"2024-11-05T10:00:00.7654321Z",
          "state":"completed","taskRootDirectory":"workitems/nightly/job-1/jobrelease",
          "taskRootDirectoryUrl":"https://myaccount.westeurope.batch.azure.com/pools/render/files",
          "exitCode":0,"result":"success"}}
        """;
    return IntStream.range(0, COUNT)
        .mapToObj(entry::formatted)
        .collect(joining(",", "{\"value\":[", "]}"));
  }

  @Test
  void addingATask() throws Exception {
    List<TaskAddParameter> tasks = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      tasks.add(
          new TaskAddParameter("t" + i, "/bin/sh -c 'render --frame " + i + "'")
              .environment("SCENE", "harbour")
              .environment("FRAME", String.valueOf(i)));
    }
    // a new account each time: no task is there already
    account.answer(request -> new StubTasks().to(request));

    long bytes =
        perItem(
            () ->
                assertThat(call("azbatch:addTaskCollection?jobId=j1", tasks).getMessage())
                    .returns(COUNT, message -> message.getHeader("CamelAzBatchTasksSucceeded")));

    assertThat(bytes).isBetween(500L, 3_400L);
  }
}
