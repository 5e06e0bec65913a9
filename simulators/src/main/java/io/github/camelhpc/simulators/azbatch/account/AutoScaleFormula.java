package io.github.camelhpc.simulators.azbatch.account;

import io.github.camelhpc.simulators.azbatch.BatchFault;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A formula that assigns constants: {@code
 * $TargetDedicatedNodes=3;$NodeDeallocationOption=requeue;}. The real service can do more; what is
 * not a constant is answered as a formula with an error.
 */
final class AutoScaleFormula {

  private static final Pattern ASSIGNMENT = Pattern.compile("\\s*(\\$\\w+)\\s*=\\s*(\\S+)\\s*");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,6}(?:\\.0+)?");
  private static final String DEDICATED = "$TargetDedicatedNodes";
  private static final String LOW_PRIORITY = "$TargetLowPriorityNodes";
  private static final String OPTION = "$NodeDeallocationOption";

  private final Map<String, String> values = new TreeMap<>();
  private String error;

  private AutoScaleFormula() {}

  static AutoScaleFormula parse(String text) {
    AutoScaleFormula formula = new AutoScaleFormula();
    for (String statement : text.split(";")) {
      if (!statement.isBlank() && formula.error == null) {
        formula.read(statement);
      }
    }
    if (formula.values.isEmpty() && formula.error == null) {
      formula.error = "The formula assigns nothing. Assign " + DEDICATED + ".";
    }
    return formula;
  }

  private void read(String statement) {
    Matcher matcher = ASSIGNMENT.matcher(statement);
    if (!matcher.matches()) {
      error = "'" + statement.strip() + "' is no assignment of a constant.";
      return;
    }
    String name = matcher.group(1);
    String value = matcher.group(2);
    boolean allowed =
        switch (name) {
          case DEDICATED, LOW_PRIORITY -> NUMBER.matcher(value).matches();
          case OPTION -> value.matches("requeue|terminate|taskcompletion");
          default -> false;
        };
    if (allowed) {
      values.put(name, value.toLowerCase(Locale.ROOT));
    } else {
      error = "'" + value + "' cannot be assigned to " + name + ".";
    }
  }

  /** The targets; what the formula does not assign stays. */
  NodeTargets targets(NodeTargets present) {
    return new NodeTargets(
        number(DEDICATED, present.dedicated()), number(LOW_PRIORITY, present.lowPriority()));
  }

  private int number(String name, int otherwise) {
    String value = values.get(name);
    return value == null ? otherwise : (int) Double.parseDouble(value);
  }

  EvictionOption option() {
    return EvictionOption.named(values.getOrDefault(OPTION, "requeue"));
  }

  boolean isBad() {
    return error != null;
  }

  BatchFault fault() {
    return BatchFault.of(
            400, "AutoScalingFormulaSyntaxError", "The specified autoscaling formula is not valid.")
        .with("Reason", error);
  }

  /** AutoScaleRun; a bad formula is no failure of the request (facts/azbatch.md §1.1). */
  JsonObject run(NodeTargets present, Instant now) {
    JsonObject run = new JsonObject().put("timestamp", Wire.time(now));
    if (isBad()) {
      return run.put(
          "error",
          Wire.error(
              "AutoScalingFormulaEvaluationError",
              "The specified autoscaling formula could not be evaluated.",
              Wire.nameValue("Message", error)));
    }
    NodeTargets wanted = targets(present);
    return run.put(
        "results",
        DEDICATED
            + "="
            + wanted.dedicated()
            + ";"
            + LOW_PRIORITY
            + "="
            + wanted.lowPriority()
            + ";"
            + OPTION
            + "="
            + Wire.name(option()));
  }
}
