package io.github.camelhpc.simulators.dbapi.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.camelhpc.simulators.StateLock;
import io.github.camelhpc.simulators.dbapi.AbortedRequests;
import io.github.camelhpc.simulators.dbapi.AnswerForm;
import io.github.camelhpc.simulators.dbapi.DbapiSettings;
import io.github.camelhpc.simulators.dbapi.RequestIdPlace;
import io.github.camelhpc.simulators.dbapi.RequestState;
import io.github.camelhpc.simulators.dbapi.data.DataTimes;
import io.github.camelhpc.simulators.dbapi.request.Portion;
import io.vertx.core.json.JsonObject;
import java.io.IOException;

/** Answers that tell the state of a request and a part of its result (facts/dbapi.md §2.1). */
final class StatusAnswers {

  private final DbapiSettings settings;
  private final AnswerForm form;
  private final StateLock lock;

  StatusAnswers(DbapiSettings settings, StateLock lock) {
    this.settings = settings;
    form = settings.answers();
    this.lock = lock;
  }

  /** The first answer to a query: it has the id, unless it is the last one too. */
  void first(DbapiCall call, Portion portion) {
    if (portion.last()) {
      next(call, portion, portion.request().order().times());
      return;
    }
    if (form.idPlace() == RequestIdPlace.HEADER) {
      call.context().response().putHeader(form.idName(), portion.request().id());
    }
    if (form.firstContent() || portion.state().isOver()) {
      stream(call, form.firstStatus(), portion, portion.request().order().times(), true);
    } else {
      call.answer(form.firstStatus(), idOnly(portion.request().id()).toBuffer());
    }
  }

  private JsonObject idOnly(String id) {
    JsonObject member = new JsonObject().put(form.idName(), id);
    return switch (form.idPlace()) {
      case BODY -> member;
      case STATUS -> new JsonObject().put("status", member);
      case HEADER -> new JsonObject();
    };
  }

  /** An answer to getStatus. */
  void next(DbapiCall call, Portion portion, DataTimes times) {
    stream(call, portion.last() ? 200 : 206, portion, times, false);
  }

  private void stream(
      DbapiCall call, int status, Portion portion, DataTimes times, boolean withId) {
    new ResultStream(
            call.context(),
            lock,
            json -> writeStatus(json, portion, withId),
            json -> new ResultWriter(json, portion, times, form.numbersAsText()))
        .start(status);
  }

  private void writeStatus(JsonGenerator json, Portion portion, boolean withId) throws IOException {
    if (withId && form.idPlace() == RequestIdPlace.BODY) {
      json.writeStringField(form.idName(), portion.request().id());
    }
    json.writeObjectFieldStart("status");
    if (withId && form.idPlace() == RequestIdPlace.STATUS) {
      json.writeStringField(form.idName(), portion.request().id());
    }
    json.writeNumberField("total", portion.total());
    json.writeNumberField("matched", portion.matched());
    json.writeNumberField("processed", portion.processed());
    boolean aborted = portion.state() == RequestState.ABORTED;
    json.writeBooleanField("completed", aborted ? abortedIsCompleted() : portion.last());
    json.writeBooleanField("aborted", aborted);
    writeHasErrors(json, portion);
    json.writeEndObject();
  }

  private boolean abortedIsCompleted() {
    return form.abortedRequests() == AbortedRequests.COMPLETED;
  }

  private void writeHasErrors(JsonGenerator json, Portion portion) throws IOException {
    boolean errors =
        portion.state().isOver() && settings.hasErrors(portion.request().order().query().text());
    if (form.hasErrorsAsText()) {
      json.writeStringField("hasErrors", String.valueOf(errors));
    } else {
      json.writeBooleanField("hasErrors", errors);
    }
  }
}
