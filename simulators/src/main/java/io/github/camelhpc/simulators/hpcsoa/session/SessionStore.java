package io.github.camelhpc.simulators.hpcsoa.session;

import io.github.camelhpc.simulators.SimulatorClock;
import io.github.camelhpc.simulators.StateLock;
import io.github.camelhpc.simulators.hpcsoa.FaultCode;
import io.github.camelhpc.simulators.hpcsoa.HpcSoaSettings;
import io.github.camelhpc.simulators.hpcsoa.SoaFault;
import io.github.camelhpc.simulators.hpcsoa.SoaServices;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** All sessions by number. To be used holding the lock. */
public final class SessionStore {

  private final HpcSoaSettings settings;
  private final SimulatorClock clock;
  private final StateLock lock;
  private final Workers workers;
  private final Map<Integer, SoaSession> sessions = new LinkedHashMap<>();
  private int lastId;

  public SessionStore(HpcSoaSettings settings, SimulatorClock clock, StateLock lock) {
    this.settings = settings;
    this.clock = clock;
    this.lock = lock;
    workers = new Workers(settings.workers(), settings.requestTime(), clock, lock);
  }

  /**
   * Starts a session.
   *
   * @throws SoaFault if there is no such service or no room
   */
  public SoaSession create(String owner, SessionStart start) {
    SoaServices.Registered service =
        settings.services().find(start.serviceName(), start.serviceVersion());
    if (active() >= settings.maxSessions()) {
      throw SoaFault.of(
          FaultCode.UNKNOWN_ERROR,
          "No session can be created: the limit of {0} sessions is reached.",
          settings.maxSessions());
    }
    SoaSession session = new SoaSession(++lastId, owner, start, service, clock, lock, workers);
    sessions.put(session.id(), session);
    return session;
  }

  /**
   * A session, also one that is over.
   *
   * @throws SoaFault if there was never one of this number
   */
  public SoaSession session(int id) {
    return Optional.ofNullable(sessions.get(id)).orElseThrow(() -> SoaFault.invalidSession(id));
  }

  /** How many sessions are not over. */
  public int active() {
    return (int) sessions.values().stream().filter(session -> !session.isOver()).count();
  }

  /** Ends everything. */
  public void close() {
    workers.close();
    sessions.values().forEach(SoaSession::shutDown);
  }
}
