package io.github.camelhpc.hpcpack;

import static io.github.camelhpc.hpcpack.HpcPackParameters.MAX_RESULTS;
import static io.github.camelhpc.hpcpack.HpcPackParameters.OUTPUT_TYPE;
import static io.github.camelhpc.hpcpack.HpcPackParameters.QUERY_ID;
import static io.github.camelhpc.hpcpack.HpcPackParameters.START_ROW;

import io.github.camelhpc.hpcpack.HpcPackClient.Answer;
import io.github.camelhpc.hpcpack.model.PropertyMap;
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

/** One run through a list that comes in pages. */
final class HpcPackListing {

  private final HpcPackClient client;
  private final HpcPackOperation operation;
  private final ParameterValues values;
  private Instant serverTime;
  private int pages;

  HpcPackListing(HpcPackClient client, HpcPackOperation operation, ParameterValues values) {
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
  PageIterator<PropertyMap> iterator(Executor executor) {
    Integer limit = values.integer(MAX_RESULTS);
    return new PageIterator<>(this::read, executor, limit == null ? 0 : limit);
  }

  /** The service's time when it gave the first page, or null. */
  Instant serverTime() {
    return serverTime;
  }

  private Page<PropertyMap> read(String continuation) throws Exception {
    Answer<Page<PropertyMap>> answer =
        client.page(operation, HpcPackClient.following(values, continuation));
    if (pages++ == 0) {
      serverTime = answer.serverTime();
    }
    return answer.value();
  }

  private List<PropertyMap> collected(Executor executor) throws Exception {
    try {
      return collect(executor);
    } catch (HpcPackException e) {
      // a server that lost the continuation wants the listing from its beginning; §5.3
      if (pages > 0 && !values.has(START_ROW)) {
        return collect(executor);
      }
      throw e;
    }
  }

  private List<PropertyMap> collect(Executor executor) throws Exception {
    List<PropertyMap> all = new ArrayList<>();
    try {
      iterator(executor).forEachRemaining(all::add);
    } catch (PageReadException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
    return all;
  }

  private OperationResult onePage() throws Exception {
    Page<PropertyMap> page = read(null);
    Map<String, Object> headers = new HashMap<>();
    headers.put((values.has(START_ROW) ? START_ROW : QUERY_ID).header(), page.next());
    headers.put(HpcPackConstants.ROW_COUNT, page.total());
    return new OperationResult(page.items(), headers);
  }
}
