package io.github.camelhpc.azbatch;

import static io.github.camelhpc.azbatch.BatchRequestBody.members;

import io.github.camelhpc.azbatch.StubAccount.Answer;
import io.github.camelhpc.azbatch.StubAccount.Request;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Takes tasks, 100 with a request, and tells what became of each in another order. */
final class StubTasks implements StubAccount.Answering {

  final Set<String> added = ConcurrentHashMap.newKeySet();
  final Map<String, Integer> serverErrors = new ConcurrentHashMap<>();
  final List<Integer> chunkSizes = Collections.synchronizedList(new ArrayList<>());
  final List<Integer> bodySizes = Collections.synchronizedList(new ArrayList<>());
  private final ConcurrentLinkedQueue<Answer> instead = new ConcurrentLinkedQueue<>();
  private final AtomicInteger lost = new AtomicInteger();
  private final Random random = new Random(1);
  private volatile int maxBytes = 1 << 20;
  private volatile CountDownLatch together = new CountDownLatch(0);

  /** The next answers that are not lost, of requests that change nothing. */
  void refuse(Answer... answers) {
    instead.addAll(List.of(answers));
  }

  /** The answers of the next requests are lost, after the tasks were added. */
  void loseAnswers(int count) {
    lost.set(count);
  }

  void maxBytes(int bytes) {
    maxBytes = bytes;
  }

  /** The first requests are answered when so many are there, or after two seconds. */
  void answerTogether(int requests) {
    together = new CountDownLatch(requests);
  }

  @Override
  public Answer to(Request request) throws IOException, InterruptedException {
    together.countDown();
    together.await(2, TimeUnit.SECONDS);
    Answer refusal = lost.get() > 0 ? null : instead.poll();
    if (refusal != null) {
      return refusal;
    }
    List<?> tasks = (List<?>) request.json().get("value");
    chunkSizes.add(tasks.size());
    bodySizes.add(request.body().length);
    if (tasks.size() > 100 || request.body().length >= maxBytes) {
      return Answer.error(413, "RequestBodyTooLarge");
    }
    List<Map<String, Object>> results = new ArrayList<>();
    tasks.forEach(task -> results.add(result((String) members(task).get("id"))));
    synchronized (random) {
      Collections.shuffle(results, random);
    }
    return lost.getAndUpdate(left -> Math.max(0, left - 1)) > 0
        ? Answer.LOST
        : Answer.json(Map.of("value", results));
  }

  private Map<String, Object> result(String id) {
    Map<String, Object> result = new LinkedHashMap<>();
    if (fails(id)) {
      result.put("status", "ServerError");
      result.put("taskId", id);
      result.put("error", error("InternalError"));
    } else if (added.add(id)) {
      result.put("status", "Success");
      result.put("taskId", id);
      result.put("eTag", "0x8D" + id);
    } else {
      result.put("status", "clienterror");
      result.put("taskId", id);
      result.put("error", error("TaskExists"));
    }
    return result;
  }

  private boolean fails(String id) {
    return serverErrors.computeIfPresent(id, (task, left) -> left > 0 ? left - 1 : null) != null;
  }

  private static Map<String, Object> error(String code) {
    return new HashMap<>(
        Map.of("code", code, "message", Map.of("lang", "en-US", "value", "because of " + code)));
  }
}
