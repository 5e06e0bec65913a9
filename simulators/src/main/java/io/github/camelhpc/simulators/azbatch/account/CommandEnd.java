package io.github.camelhpc.simulators.azbatch.account;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * How a command line ended.
 *
 * @param exitCode its exit code; null if it was not run, or was ended from outside
 * @param failureCode null if it succeeded, {@code FailureExitCode} and so on otherwise
 *     (facts/azbatch.md §3.1)
 * @param message why it failed
 */
record CommandEnd(Integer exitCode, String failureCode, String message) {

  private static final String NOT_LAUNCHED = "CommandLaunchFailed";
  private static final String BAD_EXIT_CODE = "FailureExitCode";

  static CommandEnd exited(int code) {
    return code == 0
        ? new CommandEnd(code, null, null)
        : new CommandEnd(
            code, BAD_EXIT_CODE, "The task exited with an exit code representing a failure");
  }

  static CommandEnd notLaunched(String why) {
    return new CommandEnd(null, NOT_LAUNCHED, why);
  }

  boolean isNotLaunched() {
    return NOT_LAUNCHED.equals(failureCode);
  }

  static CommandEnd ended(String why) {
    return new CommandEnd(null, "TaskEnded", why);
  }

  boolean isSuccess() {
    return failureCode == null;
  }

  /** Only a failure by exit code is tried again (facts/azbatch.md §3.1, retryCount). */
  boolean isRetryable(int retriesSoFar, int limit) {
    return BAD_EXIT_CODE.equals(failureCode) && (limit < 0 || retriesSoFar < limit);
  }

  /** Puts exit code, result and failure into an execution information. */
  void write(JsonObject target) {
    Wire.putIfPresent(target, "exitCode", exitCode);
    if (isSuccess()) {
      target.put("result", "success");
      return;
    }
    target
        .put(
            "failureInfo",
            new JsonObject()
                .put("category", "UserError")
                .put("code", failureCode)
                .put("message", message)
                .put(
                    "details",
                    new JsonArray()
                        .add(Wire.nameValue("Message", message))
                        .add(Wire.nameValue("AdditionalErrorCode", failureCode))))
        .put("result", "failure");
  }
}
