package io.github.camelhpc.hpcpack;

import io.github.camelhpc.hpcpack.wire.WireFormat;
import io.github.camelhpc.support.operation.ResultKind;
import java.io.IOException;
import java.io.InputStream;

/** What the operations answer, and how it is read (facts/hpcpack.md §2, §9). */
enum HpcPackResult implements ResultKind {
  TEXT("text", false, WireFormat::readText),
  ID("the id as Integer", false, WireFormat::readId),
  NAMES("a List of names", false, WireFormat::readNames),
  PROPERTIES(
      "an ordered Map name → value; names are looked up without regard to case",
      false,
      WireFormat::readProperties),
  OBJECTS("a list of such Maps", false, WireFormat::readObjects),
  MAP("a Map as the service sends it", true, WireFormat::readMap),
  MAPS("a List of Maps as the service sends them", true, WireFormat::readMaps),
  MEMBER_NAMES("a List of names", true, WireFormat::readNames),
  JOB(
      "a JobResult: id, state, properties, and tasks with state, exit code and output",
      false,
      null);

  /** Reads an answer from the socket. */
  @FunctionalInterface
  interface Reader {
    Object read(WireFormat format, InputStream in) throws IOException;
  }

  private final String description;
  private final boolean jsonOnly;
  private final Reader reader;

  HpcPackResult(String description, boolean jsonOnly, Reader reader) {
    this.description = description;
    this.jsonOnly = jsonOnly;
    this.reader = reader;
  }

  Object read(WireFormat format, InputStream in) throws IOException {
    return reader.read(format, in);
  }

  /** Whether no XML form of it is known. */
  boolean isJsonOnly() {
    return jsonOnly;
  }

  @Override
  public String description() {
    return description;
  }
}
