package io.github.camelhpc.simulators.hpcpack.rest;

import io.github.camelhpc.simulators.Answer;
import io.github.camelhpc.simulators.hpcpack.HpcPackFault;
import io.vertx.core.buffer.Buffer;
import java.util.Map;

/** Makes answers out of results and faults, in one of the two formats. */
enum ResultEncoder {
  JSON("application/json; charset=utf-8") {
    @Override
    Buffer body(Result result) {
      return JsonBodies.of(result);
    }

    @Override
    Buffer body(HpcPackFault fault) {
      return JsonBodies.of(fault);
    }
  },

  XML("application/xml; charset=utf-8") {
    @Override
    Buffer body(Result result) {
      return XmlBodies.of(result);
    }

    @Override
    Buffer body(HpcPackFault fault) {
      return XmlBodies.of(fault);
    }
  };

  private final String contentType;

  ResultEncoder(String contentType) {
    this.contentType = contentType;
  }

  abstract Buffer body(Result result);

  abstract Buffer body(HpcPackFault fault);

  Answer answer(Result result) {
    if (result instanceof Result.Nothing nothing) {
      return Answer.empty(nothing.status());
    }
    Map<String, String> headers = result instanceof Result.Rows<?> rows ? rows.headers() : Map.of();
    return new Answer(200, headers, contentType, body(result));
  }

  Answer answer(HpcPackFault fault) {
    return Answer.of(fault.status(), contentType, body(fault));
  }
}
