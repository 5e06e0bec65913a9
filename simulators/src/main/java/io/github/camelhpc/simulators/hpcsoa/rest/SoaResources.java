package io.github.camelhpc.simulators.hpcsoa.rest;

import io.github.camelhpc.simulators.Answer;
import io.github.camelhpc.simulators.SimulatorUser;
import io.github.camelhpc.simulators.SimulatorUsers;
import io.github.camelhpc.simulators.StateLock;
import io.github.camelhpc.simulators.hpcsoa.FaultCode;
import io.github.camelhpc.simulators.hpcsoa.HpcSoaSettings;
import io.github.camelhpc.simulators.hpcsoa.SoaFault;
import io.github.camelhpc.simulators.hpcsoa.session.BatchStatus;
import io.github.camelhpc.simulators.hpcsoa.session.SessionStart;
import io.github.camelhpc.simulators.hpcsoa.session.SessionStore;
import io.github.camelhpc.simulators.hpcsoa.session.SoaSession;
import java.util.function.Consumer;

/** What the operations do. Each answers its request, or throws a {@link SoaFault}. */
public final class SoaResources {

  private final HpcSoaSettings settings;
  private final SimulatorUsers users;
  private final SessionStore sessions;
  private final StateLock lock;

  public SoaResources(
      HpcSoaSettings settings, SimulatorUsers users, SessionStore sessions, StateLock lock) {
    this.settings = settings;
    this.users = users;
    this.sessions = sessions;
    this.lock = lock;
  }

  void clusters(SoaExchange exchange) {
    XmlDocuments.clusters(settings.cluster()).send(exchange.context());
  }

  void create(SoaExchange exchange) {
    if (exchange.requiredFlag("durable")) {
      throw SoaFault.of(
          FaultCode.DURABLE_SESSION_NOT_SUPPORTED, "Durable sessions are not supported in Azure.");
    }
    SessionStart start = SessionStartReader.read(exchange);
    if (users.authenticated(start.userName(), start.password()).isEmpty()) {
      throw SoaFault.of(
          FaultCode.AUTHENTICATION_FAILURE,
          "The Username or the Password of the session start information is incorrect.");
    }
    SoaSession session = lock.call(() -> sessions.create(exchange.caller(), start));
    answer(exchange, Documents.of(exchange.wantsJson()).session(201, session, brokerNode()));
  }

  void attach(SoaExchange exchange) {
    boolean durable = exchange.requiredFlag("durable");
    SoaSession session =
        lock.call(
            () -> {
              SoaSession found = session(exchange);
              if (durable) {
                throw SoaFault.of(
                    FaultCode.INVALID_ATTACH_DURABLE_SESSION,
                    "The session {0} is an interactive session; attach with durable=false.",
                    found.id());
              }
              found.attach();
              return found;
            });
    answer(exchange, Documents.of(exchange.wantsJson()).session(200, session, brokerNode()));
  }

  void close(SoaExchange exchange) {
    change(exchange, SoaSession::close);
    answer(exchange, Answer.empty(200));
  }

  void send(SoaExchange exchange) {
    if (!exchange.contentType().equals("application/octet-stream")) {
      throw SoaFault.argument("The Content-Type must be application/octet-stream.");
    }
    boolean commit = exchange.flag("commit", false);
    boolean generic = exchange.flag("genericservice", false);
    SoaSession session = lock.call(() -> session(exchange));
    lock.run(() -> session.requireOpenForRequests(exchange.path("batch")));
    int limit = session.start().maxMessageSize();
    RequestParser parser = generic ? new GenericRequestParser(limit) : new SoapRequestParser(limit);
    new RequestUpload(exchange, lock, session, parser, commit).receive();
  }

  void commit(SoaExchange exchange) {
    change(exchange, session -> session.commit(exchange.path("batch")));
    answer(exchange, Answer.empty(201));
  }

  void status(SoaExchange exchange) {
    BatchStatus status = lock.call(() -> session(exchange).batch(exchange.path("batch")).status());
    answer(exchange, Documents.of(exchange.wantsJson()).status(status));
  }

  void responses(SoaExchange exchange) {
    String clientData = exchange.query("clientdata").orElse("");
    ResponseEncoder encoder =
        exchange.flag("genericservice", false)
            ? new GenericResponseEncoder()
            : new SoapResponseEncoder(settings.elementPrefix(), clientData);
    SoaSession session = lock.call(() -> session(exchange));
    new ResponseStream(exchange, lock, session, encoder).start();
  }

  void purge(SoaExchange exchange) {
    change(exchange, session -> session.purge(exchange.path("batch")));
    answer(exchange, Answer.empty(200));
  }

  void versions(SoaExchange exchange) {
    answer(
        exchange,
        Documents.of(exchange.wantsJson())
            .versions(settings.services().versions(exchange.path("serviceName"))));
  }

  private void change(SoaExchange exchange, Consumer<SoaSession> change) {
    lock.run(() -> change.accept(session(exchange)));
  }

  /** A session is there for its owner only. */
  private SoaSession session(SoaExchange exchange) {
    SoaSession session = sessions.session(exchange.sessionId());
    if (!SimulatorUser.sameName(session.owner(), exchange.caller())) {
      throw SoaFault.forbidden(
          FaultCode.ACCESS_DENIED, "Access is denied: the session belongs to another user.");
    }
    return session;
  }

  private String brokerNode() {
    return settings.brokerNode();
  }

  private static void answer(SoaExchange exchange, Answer answer) {
    answer.send(exchange.context());
  }
}
