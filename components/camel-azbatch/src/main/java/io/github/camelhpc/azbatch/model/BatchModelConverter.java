package io.github.camelhpc.azbatch.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.camelhpc.support.json.JsonObject;
import io.github.camelhpc.support.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import org.apache.camel.Converter;
import org.apache.camel.Exchange;
import org.apache.camel.spi.TypeConverterRegistry;

/**
 * Typed objects to and from Maps and JSON, as {@code convertBodyTo} and {@code ${bodyAs(String)}}
 * ask for it. A List of typed objects becomes a JSON array.
 */
@Converter(generateLoader = true)
public final class BatchModelConverter {

  private static final Map<Class<?>, Function<Map<?, ?>, BatchModel>> TYPES =
      Map.of(
          BatchError.class, BatchError::of,
          BatchErrorDetail.class, BatchErrorDetail::of,
          CloudJobListPreparationAndReleaseTaskStatusResult.class,
              CloudJobListPreparationAndReleaseTaskStatusResult::of,
          ErrorMessage.class, ErrorMessage::of,
          JobPreparationAndReleaseTaskExecutionInformation.class,
              JobPreparationAndReleaseTaskExecutionInformation::of,
          JobPreparationTaskExecutionInformation.class, JobPreparationTaskExecutionInformation::of,
          JobReleaseTaskExecutionInformation.class, JobReleaseTaskExecutionInformation::of,
          NameValuePair.class, NameValuePair::of,
          TaskContainerExecutionInformation.class, TaskContainerExecutionInformation::of,
          TaskFailureInformation.class, TaskFailureInformation::of);

  private BatchModelConverter() {}

  /** Typed objects of Maps and of JSON in any form, and the other way round. */
  @Converter(fallback = true)
  public static Object convert(
      Class<?> type, Exchange exchange, Object value, TypeConverterRegistry registry)
      throws IOException {
    if (value instanceof JsonObject object) {
      return type == Map.class ? object.toMap() : json(type, object);
    }
    Function<Map<?, ?>, BatchModel> of = TYPES.get(type);
    if (of == null) {
      return isObjects(value) ? json(type, value) : null;
    }
    if (value instanceof Map<?, ?> members) {
      return of.apply(members);
    }
    return value instanceof CharSequence text
        ? of.apply(BatchJson.readObject(text.toString()))
        : ofStream(of, stream(value, exchange));
  }

  private static BatchModel ofStream(Function<Map<?, ?>, BatchModel> of, InputStream json)
      throws IOException {
    if (json == null) {
      return null;
    }
    try (json) {
      return of.apply(JsonReader.body(json, JsonReader::object));
    }
  }

  /** The bytes of a value that has some, such as a file's. */
  private static InputStream stream(Object value, Exchange exchange) {
    if (value instanceof InputStream stream) {
      return stream;
    }
    if (value instanceof byte[] bytes) {
      return new ByteArrayInputStream(bytes);
    }
    return exchange == null
        ? null
        : exchange.getContext().getTypeConverter().tryConvertTo(InputStream.class, exchange, value);
  }

  private static boolean isObjects(Object value) {
    return value instanceof Collection<?> items
        && items.stream().allMatch(JsonObject.class::isInstance);
  }

  private static Object json(Class<?> type, Object objects) {
    if (type == String.class) {
      return new String(BatchJson.bytes(objects), UTF_8);
    }
    if (type == byte[].class) {
      return BatchJson.bytes(objects);
    }
    return type == InputStream.class ? new ByteArrayInputStream(BatchJson.bytes(objects)) : null;
  }
}
