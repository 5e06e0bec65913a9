package io.github.camelhpc.azbatch;

import io.github.camelhpc.support.http.ServiceResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.hc.client5.http.utils.DateUtils;
import org.apache.hc.core5.http.HttpHeaders;

/** Which headers of an answer a message gets (facts/azbatch.md §0, §2.6). */
final class ResponseHeaders {

  private static final String[] OF_EVERY_ANSWER = {
    AzBatchConstants.REQUEST_ID,
    AzBatchConstants.RETURNED_CLIENT_REQUEST_ID,
    AzBatchConstants.ETAG,
    AzBatchConstants.LAST_MODIFIED,
    AzBatchConstants.LOCATION
  };

  private ResponseHeaders() {}

  static Map<String, Object> read(ServiceResponse response, AzBatchResult result) {
    Map<String, Object> headers = new HashMap<>();
    put(headers, AzBatchConstants.REQUEST_ID, response.header("request-id"));
    put(headers, AzBatchConstants.RETURNED_CLIENT_REQUEST_ID, response.header("client-request-id"));
    put(headers, AzBatchConstants.ETAG, response.header(HttpHeaders.ETAG));
    put(
        headers,
        AzBatchConstants.LAST_MODIFIED,
        instant(response.header(HttpHeaders.LAST_MODIFIED)));
    String location = response.header(HttpHeaders.LOCATION);
    put(
        headers,
        AzBatchConstants.LOCATION,
        location == null ? response.header("DataServiceId") : location);
    if (result == AzBatchResult.FILE || result == AzBatchResult.FILE_PROPERTIES) {
      putFile(headers, response);
    }
    return headers;
  }

  /** Those of an answer that has none of them: what a step before has set does not stay. */
  static Map<String, Object> none() {
    Map<String, Object> headers = new HashMap<>();
    for (String name : OF_EVERY_ANSWER) {
      put(headers, name, null);
    }
    return headers;
  }

  private static void putFile(Map<String, Object> headers, ServiceResponse response) {
    String length = response.header(HttpHeaders.CONTENT_LENGTH);
    put(
        headers,
        AzBatchConstants.CONTENT_LENGTH,
        length == null || !length.matches("[0-9]{1,18}") ? null : Long.valueOf(length));
    put(headers, AzBatchConstants.CONTENT_TYPE, response.header(HttpHeaders.CONTENT_TYPE));
    put(headers, AzBatchConstants.CREATION_TIME, instant(response.header("ocp-creation-time")));
    String directory = response.header("ocp-batch-file-isdirectory");
    put(
        headers,
        AzBatchConstants.IS_DIRECTORY,
        directory == null ? null : Boolean.valueOf(directory.trim()));
    put(headers, AzBatchConstants.FILE_URL, response.header("ocp-batch-file-url"));
    put(headers, AzBatchConstants.FILE_MODE, response.header("ocp-batch-file-mode"));
  }

  private static Instant instant(String date) {
    return date == null ? null : DateUtils.parseStandardDate(date);
  }

  /** A header that the answer does not have is removed, so that no older one is taken for it. */
  private static void put(Map<String, Object> headers, String name, Object value) {
    headers.put(name, value);
  }
}
