package io.github.camelhpc.simulators.hpcpack.rest;

import io.github.camelhpc.simulators.hpcpack.HpcPackFault;
import io.github.camelhpc.simulators.hpcpack.HpcPackTimes;
import io.github.camelhpc.simulators.hpcpack.JobChecks;
import io.github.camelhpc.simulators.hpcpack.model.Access;
import io.github.camelhpc.simulators.hpcpack.model.Job;
import io.github.camelhpc.simulators.hpcpack.model.JobProperty;
import io.github.camelhpc.simulators.hpcpack.model.JobState;
import java.util.Map;
import java.util.Set;

/** Which properties of a job can be set by which operation and in which state. */
final class JobSettings {

  /** While a job waits for its turn, only this can be changed; the name cannot (§4). */
  private static final Set<JobProperty> CHANGEABLE_IN_QUEUE =
      Set.of(
          JobProperty.PRIORITY_NAME,
          JobProperty.EXPANDED_PRIORITY_VALUE,
          JobProperty.HOLD_UNTIL,
          JobProperty.PROGRESS,
          JobProperty.PROGRESS_MESSAGE);

  private final JobChecks checks;

  JobSettings(HpcPackTimes times) {
    checks = new JobChecks(times);
  }

  Map<JobProperty, String> forNewJob(Map<String, String> values) {
    return checks.check(values, Access.NOT_AT_CREATION);
  }

  Map<JobProperty, String> forSubmission(Map<String, String> values) {
    return checks.check(values, null);
  }

  Map<JobProperty, String> forChange(Job job, Map<String, String> values) {
    Map<JobProperty, String> checked = checks.check(values, Access.NOT_BY_CHANGE);
    JobState state = job.state();
    if (state.isTerminal() || state == JobState.CANCELING || state == JobState.FINISHING) {
      throw refused("The properties", job);
    }
    if (state.isWaiting()) {
      checked.keySet().stream()
          .filter(property -> !CHANGEABLE_IN_QUEUE.contains(property))
          .findFirst()
          .ifPresent(
              property -> {
                throw refused("The property " + property.wireName(), job);
              });
    }
    return checked;
  }

  private static HpcPackFault refused(String what, Job job) {
    return HpcPackFault.badRequest(
        what + " of a job in the " + job.state().wireName() + " state cannot be changed.");
  }
}
