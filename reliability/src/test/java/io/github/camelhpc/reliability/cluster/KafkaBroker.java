package io.github.camelhpc.reliability.cluster;

import io.github.camelhpc.test.ChildJvm;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.awaitility.Awaitility;

/** A real broker in a process of its own, which can be killed and started again. */
final class KafkaBroker implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path folder;
  private final int port;
  private final Path settings;
  private Process process;

  /** Starts a broker that keeps its data in this folder. */
  static KafkaBroker start(Path folder) throws Exception {
    KafkaBroker broker = new KafkaBroker(folder);
    broker.format();
    broker.start();
    return broker;
  }

  private KafkaBroker(Path folder) throws IOException {
    this.folder = folder;
    this.settings = folder.resolve("server.properties");
    try (ServerSocket broker = new ServerSocket(0);
        ServerSocket controller = new ServerSocket(0)) {
      port = broker.getLocalPort();
      write(controller.getLocalPort());
    }
  }

  private void write(int controllerPort) throws IOException {
    Properties properties = new Properties();
    properties.putAll(
        Map.of(
            "process.roles", "broker,controller",
            "node.id", "1",
            "controller.quorum.voters", "1@127.0.0.1:" + controllerPort,
            "listeners",
                "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort,
            "controller.listener.names", "CONTROLLER",
            "log.dirs", folder.resolve("data").toString(),
            "auto.create.topics.enable", "false"));
    properties.putAll(
        Map.of(
            "offsets.topic.replication.factor", "1",
            "offsets.topic.num.partitions", "1",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "group.initial.rebalance.delay.ms", "0",
            "group.min.session.timeout.ms", "1000"));
    try (OutputStream out = Files.newOutputStream(settings)) {
      properties.store(out, null);
    }
  }

  private void format() {
    int status =
        StorageTool.execute(
            new String[] {"format", "-t", Uuid.randomUuid().toString(), "-c", settings.toString()},
            new PrintStream(OutputStream.nullOutputStream()));
    if (status != 0) {
      throw new IllegalStateException("The folder of the broker could not be formatted: " + status);
    }
  }

  /** Starts it, with what it knew when it ended. */
  void start() throws IOException {
    process =
        ChildJvm.of(256, kafka.Kafka.class, settings.toString())
            .start(folder.resolve("broker.log").toFile());
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    Awaitility.await().atMost(PATIENCE).until(this::answers);
  }

  private boolean answers() {
    if (!process.isAlive()) {
      throw new IllegalStateException("The broker ended; it printed: " + log());
    }
    try (Admin admin = admin()) {
      return !admin.describeCluster().nodes().get(2, TimeUnit.SECONDS).isEmpty();
    } catch (Exception e) {
      return false;
    }
  }

  private String log() {
    try {
      return Files.readString(folder.resolve("broker.log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends it as kill -9 does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** It takes what is sent to it and says nothing, as a machine that hangs. */
  void freeze() throws Exception {
    signal("STOP");
  }

  /** It goes on, with what it was sent meanwhile. */
  void thaw() throws Exception {
    signal("CONT");
  }

  private void signal(String name) throws Exception {
    String command = "kill -" + name + " " + process.pid();
    int status = new ProcessBuilder("sh", "-c", command).inheritIO().start().waitFor();
    if (status != 0) {
      throw new IllegalStateException(command + " ended with " + status);
    }
  }

  /** Where clients find it. */
  String address() {
    return "127.0.0.1:" + port;
  }

  /** Makes a topic with one copy. */
  void topic(String name, int partitions, Map<String, String> settings)
      throws ExecutionException, InterruptedException {
    try (Admin admin = admin()) {
      admin
          .createTopics(List.of(new NewTopic(name, partitions, (short) 1).configs(settings)))
          .all()
          .get();
    }
  }

  private Admin admin() {
    return Admin.create(
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
            address(),
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            "5000",
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
            "2000"));
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }
}
