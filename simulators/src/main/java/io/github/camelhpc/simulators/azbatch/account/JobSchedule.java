package io.github.camelhpc.simulators.azbatch.account;

import io.github.camelhpc.simulators.SimulatorClock;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.NavigableMap;
import java.util.TreeMap;

/** A job schedule. */
public final class JobSchedule extends VersionedEntity {

  private final StateHistory<ScheduleState> state;
  private final NavigableMap<String, BatchJob> jobs = new TreeMap<>();
  private JsonObject definition;
  private BatchJob activeJob;
  private BatchJob recentJob;
  private Instant nextRunTime;
  private Instant missedRunTime;
  private Instant endTime;
  private int jobCount;
  private SimulatorClock.Timer timer = () -> {};

  JobSchedule(AccountContext context, String id, JsonObject definition) {
    super(context, id);
    this.definition = definition;
    state = new StateHistory<>(ScheduleState.ACTIVE, now());
  }

  JsonObject definition() {
    return definition;
  }

  void define(JsonObject changed) {
    definition = changed;
    changed();
  }

  ScheduleState state() {
    return state.state();
  }

  boolean isIn(ScheduleState wanted) {
    return state.isIn(wanted);
  }

  void moveTo(ScheduleState next) {
    state.move(next, now());
    if (next == ScheduleState.COMPLETED) {
      endTime = now();
    }
    changed();
  }

  /** The jobs that it has made, by their keys. */
  public NavigableMap<String, BatchJob> jobs() {
    return jobs;
  }

  /** The job that has not ended; null if there is none. */
  BatchJob activeJob() {
    return activeJob;
  }

  boolean hasMadeJobs() {
    return jobCount > 0;
  }

  String nextJobId() {
    return id() + ":job-" + ++jobCount;
  }

  void began(BatchJob job) {
    jobs.put(job.key(), job);
    activeJob = job;
    recentJob = job;
    missedRunTime = null;
    changed();
  }

  void ended(BatchJob job) {
    if (activeJob == job) {
      activeJob = null;
    }
    if (job.isIn(JobState.DELETING)) {
      jobs.remove(job.key());
    }
  }

  Instant nextRunTime() {
    return nextRunTime;
  }

  /** When the next job is to be made; null for never. */
  void next(Instant time, SimulatorClock.Timer wake) {
    timer.cancel();
    nextRunTime = time;
    timer = wake;
  }

  /** The time of a job that could not be made because another was active; null if there is none. */
  Instant missedRunTime() {
    return missedRunTime;
  }

  void missed(Instant time) {
    missedRunTime = time;
  }

  private Instant time(String member) {
    String text = definition.getJsonObject("schedule").getString(member);
    return text == null ? null : OffsetDateTime.parse(text).toInstant();
  }

  Instant doNotRunUntil() {
    return time("doNotRunUntil");
  }

  Instant doNotRunAfter() {
    return time("doNotRunAfter");
  }

  /** How long after its time a job may be made; null for any time. */
  Duration startWindow() {
    return Wire.limit(definition.getJsonObject("schedule"), "startWindow");
  }

  /** Null if there is only one job. */
  Duration recurrenceInterval() {
    return Wire.limit(definition.getJsonObject("schedule"), "recurrenceInterval");
  }

  @Override
  public JsonObject members() {
    JsonObject members = head(definition.getString("displayName"));
    state.writeBoth(members);
    definition.forEach(member -> members.put(member.getKey(), member.getValue()));
    JsonObject info = new JsonObject();
    if (isIn(ScheduleState.ACTIVE)) {
      Wire.putTime(info, "nextRunTime", nextRunTime);
    }
    if (recentJob != null) {
      info.put(
          "recentJob", new JsonObject().put("id", recentJob.id()).put("url", recentJob.path()));
    }
    Wire.putTime(info, "endTime", endTime);
    return members.put("executionInfo", info);
  }

  @Override
  public String path() {
    return "/jobschedules/" + id();
  }
}
