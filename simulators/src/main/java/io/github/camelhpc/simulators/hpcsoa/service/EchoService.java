package io.github.camelhpc.simulators.hpcsoa.service;

import io.github.camelhpc.simulators.hpcsoa.SoaCall;
import io.github.camelhpc.simulators.hpcsoa.SoaService;

/**
 * Gives back what it got. The element {@code Echo} with a text in it is answered by {@code
 * EchoResponse} with the text in {@code EchoResult}, and so with any other name.
 */
public final class EchoService implements SoaService {

  /** The name of HPC Pack's built-in echo service (facts/hpcsoa.md §2.1). */
  public static final String NAME = "CcpEchoSvc";

  @Override
  public String process(SoaCall request) throws Exception {
    if (request.generic()) {
      return request.body();
    }
    OperationElement operation = OperationElement.parse(request.body());
    return operation.result(operation.text());
  }
}
