package io.github.camelhpc.app;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What runs the command line of a task on the nodes of the pool: Azure Batch itself runs none
 * (facts/azbatch.md §3.2), HPC Pack does.
 */
public enum TaskShell {
  /** {@code /bin/sh}, on nodes with Linux. Both outputs go to stdout.txt, as on HPC Pack. */
  SH {
    @Override
    String commandLine(String command) {
      return command.indexOf('\'') < 0
          ? "/bin/sh -c 'exec 2>&1; " + command + "'"
          : "/bin/sh -c 'exec 2>&1; eval \"$" + COMMAND + "\"'";
    }

    /**
     * How the service reads a quote within quotes is not documented, so a command with one goes by
     * a variable.
     */
    @Override
    Map<String, String> environment(String command, Map<String, String> variables) {
      if (command.indexOf('\'') < 0) {
        return variables;
      }
      Map<String, String> all = new LinkedHashMap<>(variables);
      all.put(COMMAND, command);
      return all;
    }
  },
  /** {@code cmd}, on nodes with Windows. The standard output goes to stdout.txt. */
  CMD {
    @Override
    String commandLine(String command) {
      // with /s it takes the first and the last quote away, whatever is between them
      return "cmd /s /c \"" + command + "\"";
    }

    @Override
    Map<String, String> environment(String command, Map<String, String> variables) {
      return variables;
    }
  };

  /** The variable that carries a command. */
  static final String COMMAND = "HPC_COMMAND_LINE";

  /** What Azure Batch has to run for a command line of HPC Pack. */
  abstract String commandLine(String command);

  /** The variables that the command line needs, besides those of the task. */
  abstract Map<String, String> environment(String command, Map<String, String> variables);
}
