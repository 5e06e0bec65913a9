package io.github.camelhpc.simulators.hpcpack;

import io.github.camelhpc.simulators.hpcpack.model.Access;
import io.github.camelhpc.simulators.hpcpack.model.JobPriority;
import io.github.camelhpc.simulators.hpcpack.model.JobProperty;
import io.github.camelhpc.simulators.hpcpack.model.TaskProperty;
import io.github.camelhpc.simulators.hpcpack.model.TaskType;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks the names and values that a client sets.
 *
 * <p>Unknown and read-only names are refused. For {@code /hpc} that is not documented, but the
 * scheduler's SDK refuses them (facts/hpcpack.md §11, no. 10), and a stand-in that swallowed them
 * would hide mistakes. Job XML is another matter: there they are ignored, because an exported job
 * may be sent back (§3.5).
 */
public final class JobChecks {

  /** The templates of the cluster. */
  public static final List<String> TEMPLATES = List.of("Default");

  private static final Set<JobProperty> MAXIMA =
      Set.of(JobProperty.MAX_CORES, JobProperty.MAX_NODES, JobProperty.MAX_SOCKETS);
  private static final Set<JobProperty> MINIMA =
      Set.of(JobProperty.MIN_CORES, JobProperty.MIN_NODES, JobProperty.MIN_SOCKETS);

  private final HpcPackTimes times;

  public JobChecks(HpcPackTimes times) {
    this.times = times;
  }

  /**
   * The properties of a job as they are kept.
   *
   * @param forbidden a kind of property that this operation cannot set, or null
   * @throws HpcPackFault if a name or a value is wrong
   */
  public Map<JobProperty, String> check(Map<String, String> values, Access forbidden) {
    Map<JobProperty, String> checked = new EnumMap<>(JobProperty.class);
    values.forEach(
        (name, value) -> {
          JobProperty property =
              JobProperty.named(name)
                  .orElseThrow(
                      () -> HpcPackFault.badRequest("A job has no property '" + name + "'."));
          requireSettable(property, forbidden);
          put(checked, property, value);
        });
    return complete(checked);
  }

  /** The properties of a job out of job XML: what cannot be set is left out. */
  public Map<JobProperty, String> checkXml(Map<String, String> attributes) {
    Map<JobProperty, String> checked = new EnumMap<>(JobProperty.class);
    attributes.forEach(
        (name, value) ->
            JobProperty.named(name)
                .filter(property -> property.access() != Access.READ_ONLY)
                .filter(property -> property.access() != Access.NOT_AT_CREATION)
                .ifPresent(property -> put(checked, property, value)));
    return complete(checked);
  }

  private static void requireSettable(JobProperty property, Access forbidden) {
    if (property.access() == Access.READ_ONLY) {
      throw HpcPackFault.badRequest("The job property " + property.wireName() + " is read only.");
    }
    if (property.access() == forbidden) {
      throw HpcPackFault.badRequest(
          "The job property " + property.wireName() + " cannot be set by this operation.");
    }
  }

  private void put(Map<JobProperty, String> checked, JobProperty property, String value) {
    String kept = property.kind().check(property.wireName(), value, times);
    if (property == JobProperty.PASSWORD) {
      return;
    }
    if (property == JobProperty.PRIORITY_NAME) {
      if (!kept.isEmpty()) {
        checked.put(
            JobProperty.EXPANDED_PRIORITY_VALUE, String.valueOf(JobPriority.expanded(kept)));
      }
      return;
    }
    if (property == JobProperty.JOB_TEMPLATE && !kept.isEmpty() && !TEMPLATES.contains(kept)) {
      throw HpcPackFault.notFound("The job template " + kept + " does not exist.");
    }
    if (property == JobProperty.UNIT_TYPE_NAME && kept.equals("Gpu")) {
      throw HpcPackFault.badRequest("The nodes of this cluster have no GPUs.");
    }
    checked.put(property, kept.isEmpty() ? property.standard() : kept);
  }

  /** A limit that is given counts; without this rule the automatic one would stay in force. */
  private static Map<JobProperty, String> complete(Map<JobProperty, String> checked) {
    if (checked.keySet().stream().anyMatch(MAXIMA::contains)) {
      checked.putIfAbsent(JobProperty.AUTO_CALCULATE_MAX, "False");
    }
    if (checked.keySet().stream().anyMatch(MINIMA::contains)) {
      checked.putIfAbsent(JobProperty.AUTO_CALCULATE_MIN, "False");
    }
    boolean automatic =
        "True".equals(checked.get(JobProperty.AUTO_CALCULATE_MAX))
            && "True".equals(checked.get(JobProperty.AUTO_CALCULATE_MIN));
    if (automatic && "True".equals(checked.get(JobProperty.RUN_UNTIL_CANCELED))) {
      throw HpcPackFault.badRequest(
          "RunUntilCanceled cannot be True while AutoCalculateMax and AutoCalculateMin are.");
    }
    return checked;
  }

  /**
   * The properties of a task as they are kept.
   *
   * @throws HpcPackFault if a name or a value is wrong
   */
  public Map<TaskProperty, String> checkTask(Map<String, String> values) {
    Map<TaskProperty, String> checked = new EnumMap<>(TaskProperty.class);
    values.forEach(
        (name, value) -> {
          TaskProperty property =
              TaskProperty.named(name)
                  .orElseThrow(
                      () -> HpcPackFault.badRequest("A task has no property '" + name + "'."));
          if (property.access() == Access.READ_ONLY) {
            throw HpcPackFault.badRequest(
                "The task property " + property.wireName() + " is read only.");
          }
          put(checked, property, value);
        });
    return checked;
  }

  /** The properties of a task out of job XML: what cannot be set is left out. */
  public Map<TaskProperty, String> checkTaskXml(Map<String, String> attributes) {
    Map<TaskProperty, String> checked = new EnumMap<>(TaskProperty.class);
    attributes.forEach(
        (name, value) ->
            TaskProperty.named(name)
                .filter(property -> property.access() != Access.READ_ONLY)
                .ifPresent(property -> put(checked, property, value)));
    return checked;
  }

  private void put(Map<TaskProperty, String> checked, TaskProperty property, String value) {
    String kept = property.kind().check(property.wireName(), value, times);
    if (property == TaskProperty.TYPE) {
      requireKnownType(kept);
    }
    if (property == TaskProperty.START_VALUE && !kept.isEmpty() && Integer.parseInt(kept) < 1) {
      throw HpcPackFault.badRequest("The StartValue of a sweep must be above 0.");
    }
    checked.put(property, kept.isEmpty() ? property.standard() : kept);
  }

  /** How the other types behave is not known well enough to stand in for them. */
  private static void requireKnownType(String type) {
    boolean known =
        type.isEmpty()
            || type.equals(TaskType.BASIC.wireName())
            || type.equals(TaskType.PARAMETRIC_SWEEP.wireName());
    if (!known) {
      throw HpcPackFault.badRequest(
          "This simulator runs tasks of the types Basic and ParametricSweep, not " + type + ".");
    }
  }
}
