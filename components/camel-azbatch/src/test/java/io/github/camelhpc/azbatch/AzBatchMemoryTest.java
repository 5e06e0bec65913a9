package io.github.camelhpc.azbatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.test.ChildJvm;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

/** Small JVMs do what larger ones can. */
class AzBatchMemoryTest {

  private static final int TASKS = 200_000;

  /** What becomes of them is kept, what was sent is not: that alone is 80 megabytes and more. */
  @Test
  void twoHundredThousandTasksAreAddedIn144Megabytes() throws Exception {
    try (StubAccount account = new StubAccount()) {
      StubTasks tasks = new StubTasks();
      account.forgetRequests();
      account.answer(tasks);

      String printed = ChildJvm.of(144, Adding.class, account.url()).output(Duration.ofMinutes(2));

      assertThat(printed).contains("added " + TASKS + " tasks, the last is t" + (TASKS - 1));
      assertThat(tasks.added).hasSize(TASKS);
      assertThat(tasks.chunkSizes).hasSize(TASKS / 100);
      assertThat(tasks.bodySizes.stream().mapToLong(size -> size).sum()).isGreaterThan(80_000_000);
    }
  }

  /** A context with the component. */
  private static DefaultCamelContext context(String url) throws Exception {
    DefaultCamelContext context = new DefaultCamelContext();
    AzBatchComponent component = new AzBatchComponent();
    component.getConfiguration().setServiceUrl(url);
    component.getConfiguration().setAccountName("stub");
    component.getConfiguration().setAccountKey(StubAccountTestSupport.KEY);
    context.addComponent("azbatch", component);
    context.start();
    return context;
  }

  /** Adds tasks with long command lines. */
  public static final class Adding {

    private Adding() {}

    public static void main(String[] arguments) throws Exception {
      try (DefaultCamelContext context = context(arguments[0])) {
        List<?> results =
            context
                .createProducerTemplate()
                .requestBody(
                    "azbatch:addTaskCollection?jobId=j1&failOnUnsuccessful=true",
                    IntStream.range(0, TASKS).mapToObj(Adding::task),
                    List.class);
        Map<?, ?> last = (Map<?, ?>) results.get(results.size() - 1);
        System.out.printf("added %d tasks, the last is %s%n", results.size(), last.get("taskId"));
      }
    }

    private static Map<String, Object> task(int number) {
      return Map.of("id", "t" + number, "commandLine", "/bin/echo " + "x".repeat(400));
    }
  }
}
