package io.github.camelhpc.simulators.hpcsoa.rest;

import io.github.camelhpc.simulators.Answer;
import io.github.camelhpc.simulators.hpcsoa.SoaFault;
import io.github.camelhpc.simulators.hpcsoa.session.BatchStatus;
import io.github.camelhpc.simulators.hpcsoa.session.SoaSession;
import java.util.List;

/** The documents that the service answers with, in JSON or XML. */
interface Documents {

  /** WebSessionInfo (facts/hpcsoa.md §2.2). */
  Answer session(int status, SoaSession session, String brokerNode);

  /** BrokerClientStatus (facts/hpcsoa.md §4). */
  Answer status(BatchStatus status);

  /** The versions of a service. The form is this server's own choice: nothing is published. */
  Answer versions(List<String> versions);

  /** HpcWebServiceFault (facts/hpcsoa.md §6). */
  Answer fault(SoaFault fault);

  static Documents of(boolean json) {
    return json ? new JsonDocuments() : new XmlDocuments();
  }
}
