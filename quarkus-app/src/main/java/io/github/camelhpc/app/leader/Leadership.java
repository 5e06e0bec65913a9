package io.github.camelhpc.app.leader;

import io.quarkus.arc.All;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.camel.quarkus.main.events.AfterStart;
import org.apache.camel.quarkus.main.events.AfterStop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether this application is the one that works with the inbox, polls and runs timers. Without
 * {@code app.leader-election} it always is.
 */
@ApplicationScoped
@Named("leadership")
@RegisterForReflection
public class Leadership implements Election.Candidate {

  private static final Logger LOG = LoggerFactory.getLogger(Leadership.class);

  private final ElectionKind kind;
  private final List<Election> elections;
  private final Event<LeadershipTaken> taken;
  private final Event<LeadershipLost> lost;

  /** One after the other, and not in a thread of the election, which has to renew in time. */
  private final ExecutorService changes = Executors.newSingleThreadExecutor(Leadership::thread);

  private volatile boolean elected;
  private volatile boolean leading;
  private volatile long term;
  private Election election;

  @Inject
  Leadership(
      LeaderElectionSettings settings,
      @All List<Election> elections,
      Event<LeadershipTaken> taken,
      Event<LeadershipLost> lost) {
    this.kind = settings.kind();
    this.elections = elections;
    this.taken = taken;
    this.lost = lost;
    this.elected = !isElective();
    this.leading = !isElective();
  }

  private static Thread thread(Runnable changes) {
    Thread thread = new Thread(changes, "leadership");
    thread.setDaemon(true);
    return thread;
  }

  /** Whether there are, or may be, other applications at the same inbox. */
  public boolean isElective() {
    return kind != ElectionKind.NONE;
  }

  /** Whether this application may work now. */
  public boolean isLeader() {
    return elected && leading;
  }

  /** How many times this application has begun to lead. */
  long term() {
    return term;
  }

  /** When the routes are there. */
  void start(@Observes AfterStart event) throws Exception {
    if (!isElective()) {
      return;
    }
    election =
        elections.stream()
            .filter(one -> one.kind() == kind)
            .findFirst()
            .orElseThrow(Leadership::isNotBuiltIn);
    LOG.info(
        "Leader    one application at a time takes files and polls; this one waits until it is"
            + " elected by {}",
        election.place());
    election.start(this);
  }

  private static IllegalStateException isNotBuiltIn() {
    return new IllegalStateException(
        "app.leader-election=kubernetes needs an application that is built with the Maven profile"
            + " kubernetes (-Pkubernetes): build it so, or elect by file");
  }

  @Override
  public void won() {
    elected = true;
    changes.execute(this::takeOver);
  }

  private void takeOver() {
    if (!elected || leading) {
      return;
    }
    try {
      taken.fire(new LeadershipTaken());
    } catch (RuntimeException e) {
      LOG.warn("What the leader before has left cannot be put in order", e);
    }
    term++;
    leading = true;
    LOG.info("Leader    this application, from now on");
  }

  @Override
  public void lost() {
    elected = false;
    changes.execute(this::giveUp);
  }

  private void giveUp() {
    if (!leading) {
      return;
    }
    leading = false;
    LOG.warn("Leader    not this application any more: what it waits for is left to the next one");
    lost.fire(new LeadershipLost());
  }

  /** When the routes have stopped: a resignation before would let another begin too early. */
  void stop(@Observes AfterStop event) {
    resign();
  }

  @PreDestroy
  void resign() {
    leading = false;
    if (election != null) {
      election.stop();
      election = null;
    }
    changes.shutdown();
  }
}
