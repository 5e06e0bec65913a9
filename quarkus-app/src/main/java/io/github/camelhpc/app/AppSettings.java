package io.github.camelhpc.app;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The settings {@code app.*}; docs/application.md describes them. */
@ConfigMapping(prefix = "app")
public interface AppSettings {

  /** Where jobs are dropped; made if it is not there. */
  @WithDefault("inbox")
  Path inbox();

  /** Where results are written; made if it is not there. */
  @WithDefault("outbox")
  Path outbox();

  /** Where the user's own routes are; need not be there. */
  @WithDefault("routes")
  Path routes();

  /** A folder of files, each of which is a setting by its name; none if it is not set. */
  Optional<Path> secrets();

  /** Whether the sample job is run at the first start with the simulator. */
  @WithDefault("true")
  boolean sample();

  /** How often the status log asks for changes: 500ms with the simulator, 10s with a cluster. */
  Optional<String> statusInterval();

  /** How long no file is tried after the cluster could not be used, in milliseconds. */
  @WithDefault("10000")
  long pauseMillis();

  /** The properties of a task in tasks.json, with commas between them. */
  String taskProperties();

  /**
   * How often Azure Batch is asked for failed preparation tasks: 1s with the simulator, 60s with an
   * account.
   */
  Optional<String> preparationInterval();

  /** When and how jobs go to Azure Batch. */
  Burst burst();

  /** The settings {@code app.burst.*}. */
  interface Burst {
    /** More queued jobs than these on the cluster, and the next ones go to Azure Batch. */
    @WithDefault("10")
    int queuedJobs();

    /** The pool that runs them; without it none goes there. The simulator has its own. */
    Optional<String> pool();

    /** What runs their command lines: sh, or cmd for a pool of Windows nodes. */
    @WithDefault("sh")
    TaskShell shell();

    /** How long the number of queued jobs is good for. */
    @WithDefault("5s")
    Duration interval();
  }

  /** How CPU usage of the machines is recorded. */
  CpuUsage cpuUsage();

  /** The settings {@code app.cpu-usage.*}. */
  interface CpuUsage {
    /** How often it is asked for: 10s with the simulator, 5m with a server; an hour at most. */
    Optional<String> interval();

    /** Which values of which machines, in MQL. */
    String query();
  }

  /** The simulator's settings. */
  Simulator simulator();

  /** The settings {@code app.simulator.*}. */
  interface Simulator {
    /** Where the simulator's tasks run; without it a temporary folder that goes at the end. */
    Optional<Path> workDirectory();
  }
}
