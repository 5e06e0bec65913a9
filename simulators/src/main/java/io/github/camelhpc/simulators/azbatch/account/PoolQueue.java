package io.github.camelhpc.simulators.azbatch.account;

import io.vertx.core.json.JsonObject;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The jobs of a pool that have tasks to run, and the nodes that can take their tasks. Jobs are
 * served by priority, then in the order of their creation.
 */
final class PoolQueue {

  /** How many tasks of a job may be passed over because they need more slots than there are. */
  private static final int LOOK_AHEAD = 100;

  private final AccountContext context;
  private final TaskRuns runs;
  private final FreeNodes free = new FreeNodes();
  private final TreeMap<Place, BatchJob> jobs = new TreeMap<>(Place.ORDER);
  private final Map<BatchJob, Place> places = new HashMap<>();
  private boolean passRequested;

  PoolQueue(AccountContext context, TaskRuns runs) {
    this.context = context;
    this.runs = runs;
  }

  /** Puts a job where its priority wants it. */
  void enqueue(BatchJob job) {
    dequeue(job);
    Place place = new Place(job.priority(), job.number());
    places.put(job, place);
    jobs.put(place, job);
    requestPass();
  }

  void dequeue(BatchJob job) {
    Place place = places.remove(job);
    if (place != null) {
      jobs.remove(place);
    }
  }

  void update(ComputeNode node) {
    free.update(node);
    requestPass();
  }

  void remove(ComputeNode node) {
    free.remove(node);
  }

  /** Looks for tasks that can run; many requests make one look. */
  private void requestPass() {
    if (!passRequested) {
      passRequested = true;
      context.soon(
          () -> {
            passRequested = false;
            pass();
          });
    }
  }

  private void pass() {
    Map.Entry<Place, BatchJob> entry = jobs.firstEntry();
    while (entry != null && !free.isEmpty()) {
      BatchJob job = entry.getValue();
      place(job);
      if (job.ready().isEmpty()) {
        dequeue(job);
      }
      entry = jobs.higherEntry(entry.getKey());
    }
  }

  private void place(BatchJob job) {
    List<ComputeNode> barred = job.nodes().barred().stream().filter(free::contains).toList();
    barred.forEach(free::remove);
    placeTasks(job);
    barred.forEach(free::update);
  }

  private void placeTasks(BatchJob job) {
    int misfits = 0;
    BatchTask task = job.ready().isEmpty() ? null : job.ready().first();
    while (task != null && misfits < LOOK_AHEAD && job.hasRoom() && !free.isEmpty()) {
      int slots = slots(task, free.pool());
      Optional<ComputeNode> node = nodeFor(task, slots);
      if (node.isPresent()) {
        job.ready().remove(task);
        runs.place(new TaskExecution(task, node.get(), slots));
        free.update(node.get());
      } else {
        misfits++;
      }
      task = job.ready().higher(task);
    }
  }

  private static int slots(BatchTask task, Pool pool) {
    return task.isExclusive() ? pool.slotsPerNode() : task.requiredSlots();
  }

  private Optional<ComputeNode> nodeFor(BatchTask task, int slots) {
    JsonObject affinity = task.definition().getJsonObject("affinityInfo");
    if (affinity != null) {
      String id = ComputeNode.idOfAffinity(affinity.getString("affinityId"));
      Optional<ComputeNode> near =
          Optional.ofNullable(free.pool().nodes().get(id)).filter(node -> free.has(node, slots));
      if (near.isPresent()) {
        return near;
      }
    }
    return free.find(slots, free.pool().packsTasks());
  }

  private record Place(int priority, long number) {

    static final Comparator<Place> ORDER =
        Comparator.comparingInt(Place::priority).reversed().thenComparingLong(Place::number);
  }
}
