package io.github.camelhpc.hpcsoa;

import static io.github.camelhpc.hpcsoa.HpcSoaParameters.BATCH;
import static io.github.camelhpc.hpcsoa.HpcSoaParameters.SESSION_ID;

import io.github.camelhpc.support.operation.ParameterValues;
import org.apache.camel.Message;

/**
 * A batch of a session.
 *
 * @param sessionId the session
 * @param batch the batch's name
 */
record BatchId(int sessionId, String batch) {

  static BatchId of(ParameterValues values) {
    return new BatchId(values.integer(SESSION_ID), values.get(BATCH));
  }

  static BatchId of(String text) {
    int slash = text.indexOf('/');
    return new BatchId(Integer.parseInt(text.substring(0, slash)), text.substring(slash + 1));
  }

  ParameterValues addedTo(ParameterValues values) {
    return values.with(SESSION_ID, sessionId).with(BATCH, batch);
  }

  /** Sets the headers that name it. */
  void writeTo(Message message) {
    message.setHeader(HpcSoaConstants.SESSION_ID, sessionId);
    message.setHeader(HpcSoaConstants.BATCH, batch);
  }

  @Override
  public String toString() {
    return sessionId + "/" + batch;
  }
}
