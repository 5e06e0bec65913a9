package io.github.camelhpc.azbatch;

import static io.github.camelhpc.azbatch.AzBatchParameters.LIMIT;
import static io.github.camelhpc.azbatch.AzBatchParameters.NEXT_LINK;
import static io.github.camelhpc.azbatch.AzBatchParameters.OUTPUT_TYPE;

import io.github.camelhpc.azbatch.AzBatchClient.Answer;
import io.github.camelhpc.support.camel.OperationResult;
import io.github.camelhpc.support.operation.ParameterValues;
import io.github.camelhpc.support.paging.OutputType;
import io.github.camelhpc.support.paging.Page;
import io.github.camelhpc.support.paging.PageIterator;
import io.github.camelhpc.support.paging.PageReadException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Predicate;

/** One run through a list that comes in pages. */
final class AzBatchListing {

  private final AzBatchClient client;
  private final BatchOperation operation;
  private final ParameterValues values;
  private Instant serverTime;
  private boolean begun;

  AzBatchListing(AzBatchClient client, BatchOperation operation, ParameterValues values) {
    this.client = client;
    this.operation = operation;
    this.values = values;
  }

  /** What a producer gives, in the output type that is asked for. */
  OperationResult result(Executor executor) throws Exception {
    OutputType type =
        values.has(OUTPUT_TYPE) ? OutputType.of(values.get(OUTPUT_TYPE)) : OutputType.LIST;
    return switch (type) {
      case LIST -> OperationResult.body(collected(executor));
      case STREAM_LIST -> OperationResult.body(iterator(executor));
      case PAGE -> onePage();
    };
  }

  /** All entries, one after the other; the next page is read ahead if there is an executor. */
  PageIterator<Object> iterator(Executor executor) {
    Integer limit = values.integer(LIMIT);
    return new PageIterator<>(this::read, executor, limit == null ? 0 : limit);
  }

  private Page<Object> read(String continuation) throws Exception {
    Answer<Page<Object>> answer = client.page(operation, values, continuation);
    if (!begun) {
      begun = true;
      serverTime = answer.serverTime();
    }
    return answer.value();
  }

  /**
   * Reads the entries until the sink has enough.
   *
   * @return the service's time when it gave the first page, or null
   */
  Instant forEach(Predicate<Object> sink) throws Exception {
    try (PageIterator<Object> entries = iterator(null)) {
      while (entries.hasNext() && sink.test(entries.next())) {
        // the sink does what there is to do
      }
    } catch (PageReadException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
    return serverTime;
  }

  /** All entries. */
  List<Object> collected(Executor executor) throws Exception {
    List<Object> all = new ArrayList<>();
    try {
      iterator(executor).forEachRemaining(all::add);
    } catch (PageReadException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
    return all;
  }

  private OperationResult onePage() throws Exception {
    Answer<Page<Object>> answer = client.page(operation, values, values.get(NEXT_LINK));
    Map<String, Object> headers = new HashMap<>(answer.headers());
    headers.put(NEXT_LINK.header(), answer.value().next());
    return new OperationResult(answer.value().items(), headers);
  }
}
