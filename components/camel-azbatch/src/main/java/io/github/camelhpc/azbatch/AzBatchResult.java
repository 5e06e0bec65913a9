package io.github.camelhpc.azbatch;

import io.github.camelhpc.azbatch.model.BatchJson;
import io.github.camelhpc.azbatch.model.JobPreparationAndReleaseTaskExecutionInformation;
import io.github.camelhpc.support.http.ServiceResponse;
import io.github.camelhpc.support.json.JsonReader;
import io.github.camelhpc.support.operation.ResultKind;
import java.io.IOException;

/** What the operations answer, and how it is read (facts/azbatch.md §2, §3). */
enum AzBatchResult implements ResultKind {
  OBJECT("a Map as the service sends it", r -> JsonReader.answer(r.body(), JsonReader::object)),
  OBJECTS("a list of Maps as the service sends them", r -> BatchJson.readItems(r.body())),
  PREPARATION_STATUSES("a list of JobPreparationAndReleaseTaskExecutionInformation", null) {
    @Override
    Object entry(JsonReader json) throws IOException {
      return JobPreparationAndReleaseTaskExecutionInformation.readFrom(json);
    }
  },
  TASK_ADD_RESULTS(
      "a List of Maps in the order of the tasks: status, taskId, eTag, lastModified, location, error",
      r -> BatchJson.readItems(r.body())),
  EXISTS("true or false", r -> true),
  FILE("the content as an InputStream", FileContent::new),
  /** Read into headers. */
  FILE_PROPERTIES("the body stays", r -> null),
  TASKS_RUN("a list of TaskOutput: taskId, result, exitCode, stdout, stderr", null);

  /** Reads an answer from the socket. */
  @FunctionalInterface
  interface Reader {
    Object read(ServiceResponse response) throws IOException;
  }

  private final String description;
  private final Reader reader;

  AzBatchResult(String description, Reader reader) {
    this.description = description;
    this.reader = reader;
  }

  Object read(ServiceResponse response) throws IOException {
    return reader.read(response);
  }

  /** Reads an entry of a list, which is at hand. */
  Object entry(JsonReader json) throws IOException {
    return json.object();
  }

  @Override
  public String description() {
    return description;
  }
}
