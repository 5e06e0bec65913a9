package io.github.camelhpc.simulators;

import io.github.camelhpc.simulators.task.SimulatedTaskRules;
import io.github.camelhpc.simulators.task.TaskRunner;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The simulators as a program. Exit code 0 after it was ended, 1 if it cannot start, 2 if an option
 * is wrong.
 */
@Command(
    name = "hpc-simulators",
    mixinStandardHelpOptions = true,
    versionProvider = SimulatorsCommand.Version.class,
    sortOptions = false,
    description = {
      "Local stand-ins for HPC and batch services.",
      "Prints the base URL of each service, one a line, when it is ready. Runs until it is ended."
    })
public final class SimulatorsCommand implements Callable<Integer> {

  private enum Runner {
    simulated,
    process
  }

  @Spec private CommandSpec spec;

  @Mixin private AzureOptions azure;

  private SimulatorUsers users;

  @Option(
      names = "--http-port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "Port for HTTP; 0 takes a free one, -1 opens none. Default: ${DEFAULT-VALUE}")
  private int httpPort;

  @Option(
      names = "--https-port",
      paramLabel = "PORT",
      defaultValue = "8443",
      description = "Port for HTTPS; 0 takes a free one, -1 opens none. Default: ${DEFAULT-VALUE}")
  private int httpsPort;

  @Option(
      names = "--bind-address",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = "Address to listen at. Default: ${DEFAULT-VALUE}, this computer only")
  private String bindAddress;

  @Option(
      names = "--user",
      paramLabel = "NAME",
      defaultValue = "hpcuser",
      description = "Name of the administrator. Default: ${DEFAULT-VALUE}")
  private String user;

  @Option(
      names = "--password",
      paramLabel = "PASSWORD",
      description = "Password of the administrator. Default: a random one, which is printed")
  private String password;

  @Option(
      names = "--user2",
      paramLabel = "NAME",
      description = "Name of a second, plain user. Default: there is none")
  private String user2;

  @Option(
      names = "--password2",
      paramLabel = "PASSWORD",
      description = "Password of the second user. Default: a random one, which is printed")
  private String password2;

  @Option(
      names = "--task-runner",
      paramLabel = "KIND",
      defaultValue = "simulated",
      description = {
        "simulated: every task takes a second and exits with 0;",
        "process: tasks are really executed, so that whoever can log in can run anything.",
        "Default: ${DEFAULT-VALUE}"
      })
  private Runner taskRunner;

  @Option(
      names = "--work-directory",
      paramLabel = "DIRECTORY",
      defaultValue = "hpc-simulators-work",
      description = "Where process tasks run. Default: ${DEFAULT-VALUE}")
  private Path workDirectory;

  @Option(
      names = "--nodes",
      paramLabel = "NUMBER",
      defaultValue = "4",
      description = "Compute nodes. Default: ${DEFAULT-VALUE}")
  private int nodes;

  @Option(
      names = "--cores",
      paramLabel = "NUMBER",
      defaultValue = "8",
      description = "Cores of each node. Default: ${DEFAULT-VALUE}")
  private int cores;

  @Option(
      names = "--hpc-pack-version",
      paramLabel = "VERSION",
      defaultValue = "6.0.7128.0",
      description = "Version of HPC Pack to be. Default: ${DEFAULT-VALUE}")
  private String hpcPackVersion;

  @Option(
      names = "--date-time-format",
      paramLabel = "PATTERN",
      defaultValue = "M/d/yyyy h:mm:ss tt",
      description = ".NET pattern of times in answers. Default: ${DEFAULT-VALUE}")
  private String dateTimeFormat;

  @Option(
      names = "--head-node",
      paramLabel = "NAME",
      defaultValue = "HN01",
      description = "Name of the active head node. Default: ${DEFAULT-VALUE}")
  private String headNode;

  @Option(
      names = "--manual-clock",
      paramLabel = "TIME",
      description = {
        "Start with the clock standing at this time (2026-03-01T09:00:00Z), until it is moved by",
        "POST /simulator/clock/advance. Default: the clock of the computer"
      })
  private String manualClock;

  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      defaultValue = "42",
      description = "Seed of the faults that come by chance. Default: ${DEFAULT-VALUE}")
  private long seed;

  /** Runs the program. */
  public static void main(String[] arguments) {
    if (Runtime.version().feature() >= 24) {
      // the JVM would complain on the terminal about what Netty uses by default
      System.setProperty("io.netty.noUnsafe", "true");
    }
    int exitCode =
        new CommandLine(new SimulatorsCommand())
            .setParameterExceptionHandler(SimulatorsCommand::explain)
            .setExecutionExceptionHandler((failure, command, parsed) -> explain(failure, command))
            .execute(arguments);
    System.exit(exitCode);
  }

  @Override
  public Integer call() throws InterruptedException {
    HpcSimulatorsBuilder builder = settings();
    PrintWriter out = spec.commandLine().getOut();
    try (HpcSimulators simulators = builder.start()) {
      CountDownLatch ended = new CountDownLatch(1);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> close(simulators, ended)));
      print(simulators, out);
      ended.await();
    }
    return CommandLine.ExitCode.OK;
  }

  private static void close(HpcSimulators simulators, CountDownLatch ended) {
    simulators.close();
    ended.countDown();
  }

  private HpcSimulatorsBuilder settings() {
    if (httpPort < 0 && httpsPort < 0) {
      throw wrong("Open at least one of --http-port and --https-port.");
    }
    if (user2 == null && password2 != null) {
      throw wrong("--password2 needs --user2.");
    }
    try {
      HpcSimulatorsBuilder builder =
          HpcSimulators.builder()
              .httpPort(port("--http-port", httpPort))
              .httpsPort(port("--https-port", httpsPort))
              .bindAddress(bindAddress)
              .user(user, orRandom(password))
              .nodes(nodes, cores)
              .hpcPackVersion(hpcPackVersion)
              .dateTimeFormat(dateTimeFormat)
              .activeHeadNode(headNode)
              .taskRunner(runner())
              .azBatch(standard -> azure.applyTo(standard, isHarmless()))
              .azBatchAccount(azure::applyTo)
              .seed(seed);
      if (user2 != null) {
        builder.user(user2, orRandom(password2));
      }
      users = builder.users();
      if (manualClock != null) {
        builder.clock(SimulatorClock.manual(Instant.parse(manualClock)));
      }
      return builder;
    } catch (DateTimeParseException e) {
      throw wrong("--manual-clock must be a time like 2026-03-01T09:00:00Z.");
    } catch (IllegalArgumentException e) {
      throw wrong(e.getMessage());
    }
  }

  private int port(String option, int port) {
    if (port > 65535) {
      throw wrong(option + " must be at most 65535, not " + port + ".");
    }
    return port;
  }

  private TaskRunner runner() {
    return taskRunner == Runner.process
        ? TaskRunner.process(workDirectory)
        : TaskRunner.simulated(SimulatedTaskRules.standard());
  }

  private boolean isHarmless() {
    return taskRunner == Runner.simulated && SimulatorServer.isLoopback(bindAddress);
  }

  private static String orRandom(String given) {
    return given == null ? HpcSimulatorsBuilder.randomPassword() : given;
  }

  private void print(HpcSimulators simulators, PrintWriter out) {
    if (password == null) {
      out.println("password of " + user + ": " + users.first().password());
    }
    if (user2 != null && password2 == null) {
      out.println("password of " + user2 + ": " + users.all().get(1).password());
    }
    azure.print(simulators.azBatch().credentials(), out);
    if (simulators.hasHttp()) {
      out.println(simulators.hpcPackUrl());
      out.println(simulators.dbapiUrl() + "/dbapi.do");
      out.println(simulators.hpcSoaUrl());
      out.println(simulators.azBatchUrl());
    }
    if (simulators.hasHttps()) {
      out.println(simulators.hpcPackSecureUrl());
      out.println(simulators.dbapiSecureUrl() + "/dbapi.do");
      out.println(simulators.hpcSoaSecureUrl());
      out.println(simulators.azBatchSecureUrl());
    }
    out.flush();
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private static int explain(ParameterException wrong, String[] arguments) {
    PrintWriter err = wrong.getCommandLine().getErr();
    err.println(wrong.getMessage());
    err.println("Try --help.");
    return CommandLine.ExitCode.USAGE;
  }

  private static int explain(Exception failure, CommandLine command) throws Exception {
    if (failure instanceof UncheckedIOException cannotOpen) {
      command.getErr().println(cannotOpen.getCause().getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    }
    throw failure;
  }

  /** The version that the jar's manifest names. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = SimulatorsCommand.class.getPackage().getImplementationVersion();
      return new String[] {version == null ? "unknown version" : version};
    }
  }
}
