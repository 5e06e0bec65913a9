package io.github.camelhpc.hpcpack;

import io.github.camelhpc.hpcpack.wire.WireFormat;
import io.github.camelhpc.support.operation.ResultKind;
import java.io.IOException;
import java.io.InputStream;

/** What the operations answer, and how it is read (facts/hpcpack.md §2, §9). */
enum HpcPackResult implements ResultKind {
  TEXT("text", WireFormat::readText),
  ID("the id as Integer", WireFormat::readId),
  NAMES("a List of names", WireFormat::readNames),
  PROPERTIES("a Map of properties", WireFormat::readProperties),
  OBJECTS("a list of such Maps", WireFormat::readObjects),
  MAP("a Map as the service sends it", WireFormat::readMap),
  MAPS("a List of Maps as the service sends them", WireFormat::readMaps),
  JOB("a JobResult: id, state, properties, and tasks with state, exit code and output", null);

  /** Reads an answer from the socket. */
  @FunctionalInterface
  interface Reader {
    Object read(WireFormat format, InputStream in) throws IOException;
  }

  private final String description;
  private final Reader reader;

  HpcPackResult(String description, Reader reader) {
    this.description = description;
    this.reader = reader;
  }

  Object read(WireFormat format, InputStream in) throws IOException {
    return reader.read(format, in);
  }

  @Override
  public String description() {
    return description;
  }
}
