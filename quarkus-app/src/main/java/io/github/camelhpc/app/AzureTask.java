package io.github.camelhpc.app;

import java.util.Map;

/**
 * A task of a job that was written for HPC Pack and runs on Azure Batch.
 *
 * @param id its id in the job of Azure Batch
 * @param description what HPC Pack would say of it before it has run: TaskId, Name, Type,
 *     CommandLine and where it stands in the job
 * @param members the members of TaskAddParameter
 */
record AzureTask(String id, Map<String, String> description, Map<String, Object> members) {}
