package io.github.camelhpc.hpcsoa;

import io.github.camelhpc.hpcsoa.model.BrokerClientStatus;
import io.github.camelhpc.hpcsoa.model.SessionInfo;
import io.github.camelhpc.hpcsoa.wire.AnswerReader;
import io.github.camelhpc.support.operation.ResultKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What the operations answer, and how it is read (facts/hpcsoa.md §2, §4). */
enum HpcSoaResult implements ResultKind {
  SESSION("a SessionInfo", AnswerReader::readSessionInfo) {
    @Override
    Map<String, Object> headers(Object value) {
      return Map.of(HpcSoaConstants.SESSION_ID, ((SessionInfo) value).id());
    }
  },
  NAMES("a List of names", AnswerReader::readClusters),
  STATUS("a BrokerClientStatus", AnswerReader::readStatus) {
    @Override
    Map<String, Object> headers(Object value) {
      return Map.of(HpcSoaConstants.STATUS, ((BrokerClientStatus) value).serviceName());
    }
  },
  TEXT(
      "text, as the service sends it",
      body -> new String(body.readAllBytes(), StandardCharsets.UTF_8)),
  /** Read as the message's body is iterated over. */
  RESPONSES("an Iterator of SoaResponse, which reads as it goes", null);

  /** Reads an answer from the socket. */
  @FunctionalInterface
  interface Reader {
    Object read(InputStream body) throws IOException;
  }

  private final String description;
  private final Reader reader;

  HpcSoaResult(String description, Reader reader) {
    this.description = description;
    this.reader = reader;
  }

  Object read(InputStream body) throws IOException {
    return reader.read(body);
  }

  /** The headers that go with it. */
  Map<String, Object> headers(Object value) {
    return Map.of();
  }

  @Override
  public String description() {
    return description;
  }
}
