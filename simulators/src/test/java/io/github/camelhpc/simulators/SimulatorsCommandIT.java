package io.github.camelhpc.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.camelhpc.simulators.azbatch.AccountCredentials;
import io.github.camelhpc.simulators.azbatch.BatchClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The runnable jar, as a user starts it. */
@Timeout(60)
class SimulatorsCommandIT {

  @TempDir Path directory;

  @Test
  void printsItsUrlsAndServes() throws Exception {
    Process process =
        start(
            "--https-port",
            "0",
            "--http-port",
            "0",
            "--user",
            "me",
            "--password",
            "mine",
            "--user2",
            "other",
            "--task-runner",
            "process",
            "--work-directory",
            directory.toString());
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      String password2 = out.readLine();
      assertThat(password2).matches("password of other: \\S{20,}");
      // random ones, because tasks are executed
      assertThat(out.readLine()).matches("key of hpcaccount: [A-Za-z0-9+/]{86}==");
      assertThat(out.readLine()).matches("secret of client \\S+ in tenant \\S+: \\S{88}");
      String url = out.readLine();
      assertThat(url).matches("http://127\\.0\\.0\\.1:\\d+/hpc");
      assertThat(out.readLine()).matches("http://127\\.0\\.0\\.1:\\d+/dbapi\\.do");
      assertThat(out.readLine()).matches("http://127\\.0\\.0\\.1:\\d+/WindowsHPC");
      assertThat(out.readLine()).matches("http://127\\.0\\.0\\.1:\\d+");
      assertThat(out.readLine()).matches("https://127\\.0\\.0\\.1:\\d+/hpc");
      assertThat(out.readLine()).matches("https://127\\.0\\.0\\.1:\\d+/dbapi\\.do");
      assertThat(out.readLine()).matches("https://127\\.0\\.0\\.1:\\d+/WindowsHPC");
      assertThat(out.readLine()).matches("https://127\\.0\\.0\\.1:\\d+");

      SimulatorClient client = SimulatorClient.at(url, "me", "mine");
      assertThat(client.get("/cluster/version").body()).isEqualTo("\"6.0.7128.0\"");
      assertThat(
              client.as("other", password2.replaceAll(".*: ", "")).get("/cluster/userRoles").body())
          .isEqualTo("[\"User\"]");
    } finally {
      process.destroy();
    }
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void simulatedTasksNeedNoSecretKeyOfTheAccount() throws Exception {
    Process process =
        start(
            "--https-port", "-1", "--http-port", "0", "--password", "x", "--azure-account", "abc");
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      assertThat(out.readLine()).isEqualTo("key of abc: " + AccountCredentials.DEFAULT_KEY);
      assertThat(out.readLine()).endsWith(": " + AccountCredentials.DEFAULT_CLIENT_SECRET);
    } finally {
      process.destroy();
    }
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void accountHasThePoolsThatWereAskedFor() throws Exception {
    assertThat(nodesOfPools()).containsExactly(entry("burst", 2));
    assertThat(nodesOfPools("--azure-pool", "small=1", "--azure-pool", "usual"))
        .containsExactly(entry("small", 1), entry("usual", 2));
  }

  /** What the account of a server that is started with these options has. */
  private static Map<String, Integer> nodesOfPools(String... options) throws Exception {
    List<String> all =
        new ArrayList<>(List.of("--https-port", "-1", "--http-port", "0", "--password", "x"));
    all.addAll(List.of(options));
    Process process = start(all.toArray(String[]::new));
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      String url =
          out.lines().filter(line -> line.matches("http://[^/]*")).findFirst().orElseThrow();
      BatchClient client = BatchClient.at(url, AccountCredentials.defaults());
      Map<String, Integer> pools = new LinkedHashMap<>();
      for (String id : client.get("/pools").column("id")) {
        pools.put(id, client.get("/pools/" + id).json().getInteger("currentDedicatedNodes"));
      }
      return pools;
    } finally {
      process.destroy();
    }
  }

  @Test
  void helpNamesEveryOption() throws Exception {
    Process process = start("--help");

    assertThat(output(process))
        .contains(
            "--http-port",
            "--https-port",
            "--bind-address",
            "--user",
            "--password",
            "--user2",
            "--password2",
            "--task-runner",
            "--nodes",
            "--cores",
            "--azure-account",
            "--azure-key",
            "--azure-client-secret",
            "--azure-pool",
            "--seed");
    assertThat(process.waitFor()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--bogus|Unknown option: '--bogus'",
        "--http-port many|Invalid value for option '--http-port'",
        "--http-port 70000|--http-port must be at most 65535, not 70000.",
        "--http-port -1 --https-port -1|Open at least one of --http-port and --https-port.",
        "--nodes 0|The cluster needs 1 to 999 nodes",
        "--user a --user2 A|There are two users of the name A",
        "--password2 x|--password2 needs --user2.",
        "--task-runner magic|Invalid value for option '--task-runner'",
        "--hpc-pack-version six|The HPC Pack version must read like",
        "--azure-account A|The name of an Azure Batch account has 3 to 24 lower-case letters",
        "--azure-key ?|The key of the Azure Batch account must be Base64.",
        "--azure-pool p=many|Invalid value for option '--azure-pool'",
        "--azure-pool p=-1|The pool p cannot have -1 nodes: give 0 or more.",
        "--azure-pool p --azure-pool P|The ids of pools must differ in more than case",
        "--azure-pool a.b|The id of a pool has 1 to 64 letters",
        "--manual-clock noon|--manual-clock must be a time like",
      })
  void wrongOptionsAreSaidInASentence(String options, String message) throws Exception {
    Process process = start(options.split(" "));

    assertThat(output(process)).startsWith(message);
    assertThat(process.waitFor()).isEqualTo(2);
  }

  @Test
  void portInUseIsSaidInASentence() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
      Process process =
          start("--https-port", "-1", "--http-port", String.valueOf(taken.getLocalPort()));

      assertThat(output(process).strip())
          .isEqualTo(
              "Port %d of 127.0.0.1 cannot be opened: it is in use; choose another one, or 0 for a free one."
                  .formatted(taken.getLocalPort()));
      assertThat(process.waitFor()).isEqualTo(1);
    }
  }

  private static Process start(String... options) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                Path.of("target", "hpc-simulators.jar").toString()));
    command.addAll(List.of(options));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  private static String output(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
