package io.github.camelhpc.simulators.task;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Says for a command line how the simulated task goes. Rules are asked in the order in which they
 * were given; the first whose expression is found in the command line decides.
 *
 * <pre>{@code
 * SimulatedTaskRules.standard()
 *     .when("fail", Outcome.after(Duration.ofSeconds(5)).exitCode(3).output("no input"))
 *     .otherwise(Outcome.after(Duration.ofMinutes(1)))
 * }</pre>
 *
 * @param rules the rules
 * @param fallback for command lines that no rule matches
 */
public record SimulatedTaskRules(List<Rule> rules, Outcome fallback) {

  public SimulatedTaskRules {
    rules = List.copyOf(rules);
  }

  /** Every task takes one second and exits with 0. */
  public static SimulatedTaskRules standard() {
    return new SimulatedTaskRules(List.of(), Outcome.after(Duration.ofSeconds(1)));
  }

  /**
   * Adds a rule.
   *
   * @param commandLineRegex looked for anywhere in the command line
   */
  public SimulatedTaskRules when(String commandLineRegex, Outcome outcome) {
    List<Rule> more = new ArrayList<>(rules);
    more.add(new Rule(Pattern.compile(commandLineRegex), outcome));
    return new SimulatedTaskRules(more, fallback);
  }

  /** What happens if no rule matches. */
  public SimulatedTaskRules otherwise(Outcome outcome) {
    return new SimulatedTaskRules(rules, outcome);
  }

  Outcome outcomeOf(String commandLine) {
    return rules.stream()
        .filter(rule -> rule.commandLine.matcher(commandLine).find())
        .map(Rule::outcome)
        .findFirst()
        .orElse(fallback);
  }

  /** One rule. */
  public record Rule(Pattern commandLine, Outcome outcome) {}

  /**
   * How a task goes.
   *
   * @param duration how long it runs, by the service's clock
   * @param exitCode its exit code
   * @param output what it writes
   */
  public record Outcome(Duration duration, int exitCode, String output) {

    /** Runs for this time, exits with 0 and writes nothing. */
    public static Outcome after(Duration duration) {
      return new Outcome(duration, 0, "");
    }

    /** The same with another exit code. */
    public Outcome exitCode(int code) {
      return new Outcome(duration, code, output);
    }

    /** The same with this output. */
    public Outcome output(String text) {
      return new Outcome(duration, exitCode, text);
    }
  }
}
