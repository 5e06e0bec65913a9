package io.github.camelhpc.simulators.azbatch.account;

import static io.github.camelhpc.simulators.azbatch.account.TestAccount.job;
import static io.github.camelhpc.simulators.azbatch.account.TestAccount.json;
import static io.github.camelhpc.simulators.azbatch.account.TestAccount.pool;
import static io.github.camelhpc.simulators.azbatch.account.TestAccount.refused;
import static io.github.camelhpc.simulators.azbatch.account.TestAccount.task;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FilesTest {

  private final TestAccount account = TestAccount.create();
  private final BatchFiles files = account.batch().files();

  @BeforeEach
  void runTask() {
    account.batch().createPool("p", 1);
    account.jobs().add(job("j", "p"));
    account.tasks().add("j", task("t", "echo"));
    account.seconds(1);
  }

  @AfterEach
  void close() {
    account.close();
  }

  @Test
  void taskHasItsOutput() throws IOException {
    StoredFile file = files.ofTask("J", "T", "stdout.txt");

    assertThat(new String(file.open().readAllBytes(), UTF_8)).isEqualTo("hello\n");
    assertThat(file.contentType()).isEqualTo("text/plain");
    assertThat(file.path()).isEqualTo("/jobs/j/tasks/t/files/stdout.txt");
    assertThat(file.members())
        .isEqualTo(
            json(
                """
                {'name': 'stdout.txt', 'url': '/jobs/j/tasks/t/files/stdout.txt',
                 'isDirectory': false,
                 'properties': {'lastModified': '2026-03-01T09:00:01Z', 'contentLength': '6',
                   'contentType': 'text/plain', 'fileMode': '0100644'}}
                """));
    assertThat(files.ofTask("j", "t", "wd").members())
        .isEqualTo(json("{'name': 'wd', 'url': '/jobs/j/tasks/t/files/wd', 'isDirectory': true}"));
  }

  @Test
  void outputIsKeptWhole() {
    account.tasks().add("j", task("u", "much"));
    account.seconds(1);

    assertThat(files.ofTask("j", "u", "stdout.txt").length()).isEqualTo(100_000);
  }

  @Test
  void directoriesAreListedFlatOrWhole() {
    account.batch().writeTaskFile("j", "t", "wd/out/a b.bin", new byte[3]);

    assertThat(files.ofTask("j", "t", false)).containsOnlyKeys("stderr.txt", "stdout.txt", "wd");
    assertThat(files.ofTask("j", "t", true))
        .containsOnlyKeys("stderr.txt", "stdout.txt", "wd", "wd/out", "wd/out/a b.bin");
    assertThat(files.ofTask("j", "t", "wd/out/a b.bin").path())
        .isEqualTo("/jobs/j/tasks/t/files/wd%2Fout%2Fa%20b.bin");
    String node = account.firstNode("p");
    assertThat(files.ofNode("p", node, false)).containsOnlyKeys("shared", "startup", "workitems");
    assertThat(files.ofNode("p", node, "workitems/j/job-1/t/stdout.txt").length()).isEqualTo(6);
  }

  @Test
  void directoryIsDeletedOnlyWithEverythingInIt() {
    account.batch().writeTaskFile("j", "t", "wd/out.txt", new byte[3]);

    assertThat(refused(() -> files.deleteOfTask("j", "t", "wd", false)))
        .isEqualTo("409 OperationInvalidForCurrentState");
    files.deleteOfTask("j", "t", "wd", true);
    files.deleteOfTask("j", "t", "stderr.txt", false);
    assertThat(files.ofTask("j", "t", true)).containsOnlyKeys("stdout.txt");
    assertThat(refused(() -> files.deleteOfTask("j", "t", "wd", true)))
        .isEqualTo("404 FileNotFound");
    String node = account.firstNode("p");
    files.deleteOfNode("p", node, "startup", false);
    assertThat(files.ofNode("p", node, false)).doesNotContainKey("startup");
  }

  @Test
  void missingFilesAreRefused() {
    assertThat(refused(() -> files.ofTask("j", "t", "none.txt"))).isEqualTo("404 FileNotFound");
    assertThat(refused(() -> files.ofTask("j", "t", "../t/stdout.txt")))
        .isEqualTo("404 FileNotFound");
    assertThat(refused(() -> files.ofTask("j", "none", "stdout.txt")))
        .isEqualTo("404 TaskNotFound");
    assertThat(refused(() -> files.ofNode("p", "none", "x"))).isEqualTo("404 NodeNotFound");
    account.tasks().add("j", task("waiting", "run"));
    assertThat(refused(() -> files.ofTask("j", "waiting", false)))
        .isEqualTo("409 TaskFilesUnavailable");
    account.pools().resize("p", json("{'targetDedicatedNodes': 0}"));
    account.seconds(2);
    assertThat(refused(() -> files.ofTask("j", "t", "stdout.txt")))
        .isEqualTo("409 TaskFilesUnavailable");
  }

  @Test
  void windowsNodesHaveBackslashes() {
    JsonObject body = pool("w", 1);
    body.getJsonObject("virtualMachineConfiguration")
        .put("nodeAgentSKUId", "batch.node.windows amd64");
    account.pools().add(body);
    account.jobs().add(job("k", "w"));
    account.tasks().add("k", task("t", "echo"));
    account.seconds(5);

    assertThat(
            account.batch().task("k", "t").getJsonObject("nodeInfo").getString("taskRootDirectory"))
        .isEqualTo("workitems\\k\\job-1\\t");
    JsonObject properties =
        files.ofTask("k", "t", "stdout.txt").members().getJsonObject("properties");
    assertThat(properties.containsKey("fileMode")).isFalse();
    assertThat(properties.containsKey("creationTime")).isTrue();
    assertThat(files.ofNode("w", account.firstNode("w"), "workitems\\k\\job-1\\t").isDirectory())
        .isTrue();
  }
}
