package io.github.camelhpc.simulators.azbatch.account;

import io.github.camelhpc.simulators.azbatch.BatchFault;
import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * What the command lines of an account can have with them.
 *
 * @param executes whether they are really executed: then what they would have to do without is
 *     refused; otherwise it is kept, because nobody misses it
 */
record CommandRules(boolean executes) {

  private static final List<String> MISSED =
      List.of("resourceFiles", "outputFiles", "containerSettings", "applicationPackageReferences");

  /**
   * Accepts a task, or a start, preparation, release or job manager task.
   *
   * @param task null if there is none
   * @throws BatchFault if it needs what is not served
   */
  void check(JsonObject task) {
    if (!executes || task == null) {
      return;
    }
    for (String name : MISSED) {
      if (task.containsKey(name)) {
        throw BatchFault.unsupportedProperty(
            name, "The stand-in executes command lines without " + name + ". Leave it out.");
      }
    }
  }

  /** Accepts the command lines in the definition of a job. */
  void checkJob(JsonObject definition) {
    check(definition.getJsonObject("jobManagerTask"));
    check(definition.getJsonObject("jobPreparationTask"));
    check(definition.getJsonObject("jobReleaseTask"));
  }
}
