package io.github.camelhpc.app.leader;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.cluster.CamelClusterEventListener;
import org.apache.camel.cluster.CamelClusterMember;
import org.apache.camel.component.file.cluster.FileLockClusterService;

/**
 * Who holds the lock of a file leads. The operating system frees the lock of a process that is
 * killed; the others wait until the leader has not written its heartbeat for five seconds.
 */
@ApplicationScoped
class FileElection implements Election {

  private static final String LOCK = "leader";

  /** How often the leader writes its heartbeat and the others look at it. */
  private static final int INTERVAL_SECONDS = 1;

  private final CamelContext context;
  private final Path folder;

  @Inject
  FileElection(CamelContext context, LeaderElectionSettings settings) {
    this.context = context;
    this.folder = settings.folder().toAbsolutePath();
  }

  @Override
  public ElectionKind kind() {
    return ElectionKind.FILE;
  }

  @Override
  public String place() {
    return folder.resolve(LOCK).toString();
  }

  @Override
  public void start(Candidate candidate) throws Exception {
    requireFolder();
    FileLockClusterService service = new FileLockClusterService();
    service.setId(LOCK);
    service.setRoot(folder.toString());
    service.setAcquireLockInterval(INTERVAL_SECONDS, TimeUnit.SECONDS);
    service.setAcquireLockDelay(INTERVAL_SECONDS, TimeUnit.SECONDS);
    service.setCamelContext(context);
    service.getView(LOCK).addEventListener(listener(candidate));
    context.addService(service);
  }

  /** Camel would try for ever, and say nothing. */
  private void requireFolder() throws IOException {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new IOException(
          "the folder of app.leader-election.folder cannot be made, give another or its rights: "
              + folder,
          e);
    }
    if (!Files.isWritable(folder)) {
      throw new IOException(
          "the folder of app.leader-election.folder cannot be written to, give another or its"
              + " rights: "
              + folder);
    }
  }

  private static CamelClusterEventListener.Leadership listener(Candidate candidate) {
    return (view, leader) -> tell(candidate, leader);
  }

  /** The view knows no other leader than this application. */
  private static void tell(Candidate candidate, CamelClusterMember leader) {
    if (leader == null) {
      candidate.lost();
    } else {
      candidate.won();
    }
  }

  /** Camel stops its service itself, after its routes and before its threads. */
  @Override
  public void stop() {}
}
