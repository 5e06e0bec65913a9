package io.github.camelhpc.simulators.dbapi.rest;

import io.github.camelhpc.simulators.dbapi.AnswerForm;
import io.github.camelhpc.simulators.dbapi.DbapiFault;
import io.vertx.core.json.JsonObject;

/** Writes refusals. */
final class FaultAnswers {

  private final AnswerForm form;

  FaultAnswers(AnswerForm form) {
    this.form = form;
  }

  void send(DbapiCall call, DbapiFault fault) {
    JsonObject body = new JsonObject();
    form.errorCodes()
        .code(call.action(), fault.kind())
        .ifPresent(code -> body.put(form.codeMember(), code));
    body.put(form.textMember(), form.errorCodes().text(call.action(), fault));
    call.answer(fault.kind().status(), body.toBuffer());
  }
}
