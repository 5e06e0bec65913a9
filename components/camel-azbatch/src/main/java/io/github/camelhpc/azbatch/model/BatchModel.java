package io.github.camelhpc.azbatch.model;

import io.github.camelhpc.support.json.JsonObject;
import java.util.Map;

/** A typed object of Azure Batch. Members that are not set are null; lists are empty then. */
public sealed interface BatchModel extends JsonObject
    permits BatchError,
        BatchErrorDetail,
        CloudJobListPreparationAndReleaseTaskStatusResult,
        ErrorMessage,
        JobPreparationAndReleaseTaskExecutionInformation,
        JobPreparationTaskExecutionInformation,
        JobReleaseTaskExecutionInformation,
        NameValuePair,
        TaskContainerExecutionInformation,
        TaskFailureInformation {

  /**
   * The members that the type does not have, and those whose value is not of the documented kind,
   * in the order in which the service sent them; never null.
   */
  Map<String, Object> additionalProperties();
}
