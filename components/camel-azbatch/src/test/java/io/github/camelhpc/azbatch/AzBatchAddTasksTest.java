package io.github.camelhpc.azbatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.camelhpc.azbatch.StubAccount.Answer;
import io.github.camelhpc.azbatch.model.TaskAddParameter;
import io.github.camelhpc.support.operation.InvalidParameterException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Adding many tasks to a job with one message. */
class AzBatchAddTasksTest extends StubAccountTestSupport {

  private static final String ADD = "azbatch:addTaskCollection?jobId=j1";

  private final StubTasks tasks = new StubTasks();
  private final AtomicInteger taken = new AtomicInteger();

  @BeforeEach
  void answerAsTheServiceDoes() {
    account.answer(tasks);
  }

  private static Map<String, Object> task(int number) {
    return Map.of("id", "t" + number, "commandLine", "/bin/true");
  }

  /** An iterator that counts what is taken of it. */
  private Iterator<Object> iterator(int count, IntFunction<?> task) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return taken.get() < count;
      }

      @Override
      public Object next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        return task.apply(taken.getAndIncrement());
      }
    };
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> results(Exchange exchange) {
    return exchange.getMessage().getBody(List.class);
  }

  private static List<Object> ids(Exchange exchange) {
    return results(exchange).stream().map(result -> result.get("taskId")).toList();
  }

  private static List<Object> statuses(Exchange exchange) {
    return results(exchange).stream().map(result -> result.get("status")).toList();
  }

  private static List<String> expectedIds(int count) {
    return IntStream.range(0, count).mapToObj(number -> "t" + number).toList();
  }

  private long requests() {
    return account.count("POST", "/jobs/j1/addtaskcollection");
  }

  @Test
  void twentyThousandTasksTakeTwoHundredRequestsSeveralAtOnce() {
    tasks.answerTogether(4);

    Exchange exchange = call(ADD, iterator(20_000, AzBatchAddTasksTest::task));

    assertThat(ids(exchange)).isEqualTo(expectedIds(20_000));
    assertThat(results(exchange)).allMatch(result -> result.get("status").equals("Success"));
    assertThat(exchange.getMessage().getHeaders())
        .containsEntry("CamelAzBatchTasksSucceeded", 20_000)
        .containsEntry("CamelAzBatchTasksFailed", 0);
    assertThat(tasks.added).hasSize(20_000);
    assertThat(requests()).isEqualTo(200).isLessThanOrEqualTo(215);
    assertThat(account.peak()).as("requests at once").isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 16})
  void asManyRequestsAreOnTheirWayAsAllowed(int parallel) {
    tasks.answerTogether(parallel);

    call(ADD + "&parallelRequests=" + parallel, iterator(20 * 100, AzBatchAddTasksTest::task));

    assertThat(account.peak()).isEqualTo(parallel);
    assertThat(requests()).isEqualTo(20);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 17})
  void otherNumbersOfRequestsAreRefused(int parallel) {
    assertThat(
            send(ADD, List.of(task(1)), Map.of("CamelAzBatchParallelRequests", parallel))
                .getException())
        .isInstanceOf(InvalidParameterException.class)
        .hasMessage(
            "azbatch:addTaskCollection: parallelRequests must be from 1 to 16, not "
                + parallel
                + "; change the option parallelRequests or the header"
                + " CamelAzBatchParallelRequests");
    assertThat(account.requests()).isEmpty();
  }

  @Test
  void largeTasksGoInSmallerRequests() {
    String commandLine = "/bin/echo " + "ü".repeat(10_000);

    Exchange exchange =
        call(ADD, iterator(120, n -> Map.of("id", "t" + n, "commandLine", commandLine)));

    assertThat(ids(exchange)).isEqualTo(expectedIds(120));
    assertThat(tasks.bodySizes).hasSize(3).allMatch(size -> size < 1_000_000);
  }

  @Test
  void aRequestThatTheServiceFindsTooLargeIsHalvedUntilItFits() {
    tasks.maxBytes(1_500);

    Exchange exchange = call(ADD + "&parallelRequests=1", iterator(100, AzBatchAddTasksTest::task));

    assertThat(ids(exchange)).isEqualTo(expectedIds(100));
    assertThat(statuses(exchange)).containsOnly("Success");
    assertThat(tasks.chunkSizes).startsWith(100, 50, 25, 25, 50, 25, 25).hasSize(7);
  }

  @Test
  void aRequestThatAProxyFindsTooLargeIsHalvedToo() {
    tasks.refuse(new Answer(413, "<html>too large</html>", Map.of()));

    Exchange exchange = call(ADD, iterator(10, AzBatchAddTasksTest::task));

    assertThat(statuses(exchange)).hasSize(10).containsOnly("Success");
    assertThat(tasks.chunkSizes).containsExactly(5, 5);
  }

  @Test
  void oneTaskThatIsTooLargeDoesNotKeepTheOthersFromBeingAdded() {
    tasks.maxBytes(2_000);
    Map<String, Object> large = Map.of("id", "large", "commandLine", "x".repeat(3_000));

    Exchange exchange = call(ADD, List.of(task(0), large, task(2)));

    assertThat(ids(exchange)).containsExactly("t0", "large", "t2");
    assertThat(statuses(exchange)).containsExactly("Success", "clienterror", "Success");
    assertThat(results(exchange).get(1).get("error"))
        .isEqualTo(
            Map.of(
                "code",
                "RequestBodyTooLarge",
                "message",
                Map.of("value", "because of RequestBodyTooLarge")));
    assertThat(exchange.getMessage().getHeader("CamelAzBatchTasksFailed")).isEqualTo(1);
  }

  @Test
  void tasksThatFailAtTheServerAreSentAgainAloneAndTheOthersKept() {
    tasks.serverErrors.putAll(Map.of("t3", 1, "t7", 2));

    Exchange exchange = call(ADD, iterator(10, AzBatchAddTasksTest::task));

    assertThat(ids(exchange)).isEqualTo(expectedIds(10));
    assertThat(statuses(exchange)).containsOnly("Success");
    assertThat(results(exchange).get(3)).containsEntry("eTag", "0x8Dt3");
    assertThat(tasks.chunkSizes).containsExactly(10, 2, 1);
  }

  @Test
  void tasksThatFailAtTheServerForEverAreGivenUp() {
    tasks.serverErrors.put("t1", 100);

    Exchange exchange = call(ADD + "&maxRetries=2", iterator(3, AzBatchAddTasksTest::task));

    assertThat(statuses(exchange)).containsExactly("Success", "ServerError", "Success");
    assertThat(results(exchange).get(1).get("error")).asString().contains("InternalError");
    assertThat(tasks.chunkSizes).containsExactly(3, 1, 1);
  }

  @Test
  void withoutRetriesNothingIsSentAgain() {
    tasks.serverErrors.put("t1", 1);

    Exchange exchange = call(ADD + "&maxRetries=0", iterator(3, AzBatchAddTasksTest::task));

    assertThat(statuses(exchange)).containsExactly("Success", "ServerError", "Success");
    assertThat(requests()).isEqualTo(1);
  }

  @Test
  void whatIsThereAfterALostAnswerWasAdded() {
    tasks.loseAnswers(1);

    Exchange exchange = call(ADD, iterator(10, AzBatchAddTasksTest::task));

    assertThat(ids(exchange)).isEqualTo(expectedIds(10));
    assertThat(results(exchange))
        .allMatch(result -> result.get("status").equals("success") && !result.containsKey("error"));
    assertThat(tasks.chunkSizes).containsExactly(10, 10);
  }

  @Test
  void whatWasThereBeforeTheFirstAttemptIsAnError() {
    tasks.added.add("t1");

    Exchange exchange = call(ADD, iterator(3, AzBatchAddTasksTest::task));

    assertThat(statuses(exchange)).containsExactly("Success", "clienterror", "Success");
    assertThat(results(exchange).get(1).get("error")).asString().contains("TaskExists");
    assertThat(exchange.getMessage().getHeaders())
        .containsEntry("CamelAzBatchTasksSucceeded", 2)
        .containsEntry("CamelAzBatchTasksFailed", 1);
  }

  @Test
  void aServerThatWasBusyHasAddedNothing() {
    tasks.added.add("t1");
    tasks.refuse(Answer.error(429, "TooManyRequests"));

    Exchange exchange = call(ADD, iterator(3, AzBatchAddTasksTest::task));

    assertThat(statuses(exchange)).containsExactly("Success", "clienterror", "Success");
  }

  @Test
  void whatIsThereAfterALostAnswerWasAddedAlsoWhenTheRepeatIsTooLarge() {
    tasks.loseAnswers(1);
    tasks.refuse(Answer.error(413, "RequestBodyTooLarge"));

    Exchange exchange = call(ADD, iterator(4, AzBatchAddTasksTest::task));

    assertThat(statuses(exchange)).hasSize(4).containsOnly("success");
    assertThat(tasks.chunkSizes).containsExactly(4, 2, 2);
  }

  @Test
  void aRequestThatIsRefusedFailsTheExchangeAndEndsTheReading() {
    account.answer(request -> Answer.error(409, "JobBeingDeleted"));
    Map<String, Object> headers = Map.of("CamelAzBatchJobId", "j1", "mine", "kept");
    Iterator<Object> body = iterator(100_000, AzBatchAddTasksTest::task);

    Exchange exchange = send("azbatch:addTaskCollection?parallelRequests=2", body, headers);

    assertThat(exchange.getException())
        .isInstanceOf(AzBatchException.class)
        .hasMessageContaining("JobBeingDeleted");
    assertThat(exchange.getMessage().getBody()).isSameAs(body);
    assertThat(exchange.getMessage().getHeaders()).isEqualTo(headers);
    assertThat(taken.get()).as("tasks read").isLessThan(2_000);
  }

  @Test
  void anElementThatIsNoTaskIsNamed() {
    Throwable failure =
        failure(ADD, iterator(10, n -> n == 4 ? Map.of("commandLine", "x") : task(n)));

    assertThat(failure)
        .isInstanceOf(InvalidParameterException.class)
        .hasMessage(
            "azbatch:addTaskCollection cannot add task 5 of the body: it needs the member id");
    assertThat(failure(ADD, List.of(task(1), 4711)))
        .hasMessageContaining("cannot add task 2 of the body: it is no Map, JSON text or object");
    assertThat(failure(ADD, List.of("{\"id\":")))
        .hasMessageContaining("cannot add task 1 of the body: ");
    assertThat(account.requests()).isEmpty();
  }

  @Test
  void anIteratorThatFailsFailsTheExchange() {
    RuntimeException broken = new IllegalStateException("the file is gone");
    Iterator<Object> body =
        iterator(
            1_000,
            n -> {
              if (n == 250) {
                throw broken;
              }
              return task(n);
            });

    assertThat(failure(ADD, body)).isSameAs(broken);
    assertThat(account.busy()).as("requests that are still on their way").isZero();
    assertThat(tasks.added).hasSize(200);
  }

  @Test
  void refusedTasksFailTheExchangeIfAskedFor() {
    tasks.added.addAll(Set.of("t1", "t2"));

    AzBatchJobFailedException failure =
        catchThrowableOfType(
            AzBatchJobFailedException.class,
            () -> {
              throw failure(
                  ADD + "&failOnUnsuccessful=true", iterator(4, AzBatchAddTasksTest::task));
            });

    assertThat(failure)
        .hasMessageStartingWith("2 tasks could not be added to Azure Batch job j1")
        .hasMessageContaining("TaskExists");
    assertThat(failure.getJobId()).isEqualTo("j1");
    assertThat(failure.getTasks())
        .extracting(task -> task.get("taskId"))
        .containsExactly("t1", "t2");
    assertThat(tasks.added).contains("t0", "t3");
  }

  private static Stream<Arguments> formsOfTasks() {
    String one = "{\"id\": \"t0\", \"commandLine\": \"/bin/true\"}";
    String two = "{\"id\": \"t1\", \"commandLine\": \"/bin/true\"}";
    return Stream.of(
            "[" + one + "," + two + "]",
            "{\"value\": [" + one + "," + two + "]}",
            Map.of("value", List.of(task(0), task(1))),
            List.of(one, task(1)),
            new Object[] {task(0), task(1)},
            IntStream.range(0, 2).mapToObj(AzBatchAddTasksTest::task),
            List.of(
                new TaskAddParameter("t0", "/bin/true"), new TaskAddParameter("t1", "/bin/true")))
        .map(form -> Arguments.of((Object) form));
  }

  @ParameterizedTest
  @MethodSource("formsOfTasks")
  void tasksCanHaveSeveralForms(Object body) throws Exception {
    Exchange exchange = call(ADD, body);

    assertThat(ids(exchange)).containsExactly("t0", "t1");
    assertThat(account.requests()).hasSize(1);
    assertThat(account.requests().get(0).json())
        .isEqualTo(Map.of("value", List.of(task(0), task(1))));
    assertThat(account.requests().get(0).headers())
        .containsEntry("Content-Type", "application/json; odata=minimalmetadata; charset=utf-8");
  }

  @Test
  void oneTaskAloneIsOne() {
    assertThat(ids(call(ADD, task(0)))).containsExactly("t0");
    assertThat(ids(call(ADD, "{\"id\": \"t1\", \"commandLine\": \"/bin/true\"}")))
        .containsExactly("t1");
    assertThat(ids(call(ADD, new TaskAddParameter("t2", "/bin/true")))).containsExactly("t2");
  }

  @Test
  void noTasksAreNoRequest() {
    assertThat(results(call(ADD, List.of()))).isEmpty();
    assertThat(account.requests()).isEmpty();
  }

  @Test
  void aBodyWithoutTasksIsRefused() {
    assertThat(failure(ADD, null))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageStartingWith(
            "azbatch:addTaskCollection cannot send the body: it is empty; it must have tasks");
    assertThat(failure(ADD, 4711)).hasMessageContaining("it is a java.lang.Integer; it must have");
    assertThat(failure(ADD, "4711")).hasMessageContaining("neither an array nor an object");
    assertThat(account.requests()).isEmpty();
  }

  @Test
  void oneIdTwiceIsAddedOnce() {
    Exchange exchange = call(ADD, List.of(task(1), task(2), task(1)));

    assertThat(ids(exchange)).containsExactly("t1", "t2", "t1");
    assertThat(statuses(exchange)).containsExactlyInAnyOrder("Success", "Success", "clienterror");
    assertThat(new HashMap<>(exchange.getMessage().getHeaders()))
        .containsEntry("CamelAzBatchTasksFailed", 1);
  }
}
