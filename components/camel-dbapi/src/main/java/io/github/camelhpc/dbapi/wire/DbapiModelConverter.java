package io.github.camelhpc.dbapi.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.camelhpc.dbapi.model.MetricCsv;
import io.github.camelhpc.dbapi.model.MetricRows;
import io.github.camelhpc.dbapi.model.RequestStatus;
import io.github.camelhpc.dbapi.model.ResourceResult;
import io.github.camelhpc.support.json.JsonObject;
import io.github.camelhpc.support.json.JsonReader;
import io.github.camelhpc.support.json.JsonReader.Reading;
import io.github.camelhpc.support.json.JsonWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.camel.Converter;
import org.apache.camel.Exchange;
import org.apache.camel.spi.TypeConverterRegistry;

/**
 * Objects of the model to and from Maps and JSON, results to rows, and rows to CSV, as {@code
 * convertBodyTo} and {@code ${bodyAs(String)}} ask for it. A List of objects of the model becomes a
 * JSON array. Times of results are in UTC, unless {@code utcOffset} stands beside them.
 */
@Converter(generateLoader = true)
public final class DbapiModelConverter {

  private static final Map<Class<?>, Reading<?>> TYPES =
      Map.of(
          ResourceResult.class, json -> new ResourceReader(ZoneOffset.UTC).read(json),
          RequestStatus.class, json -> RequestStatus.of(json.object()));

  private DbapiModelConverter() {}

  /** The rows of one result. */
  @Converter
  public static MetricRows rows(ResourceResult result) {
    return new MetricRows(List.of(result).iterator());
  }

  /** The rows of results; a list of anything else is none. */
  @Converter
  public static MetricRows rows(List<?> results) {
    return results.stream().allMatch(ResourceResult.class::isInstance)
        ? rows(results.iterator())
        : null;
  }

  /** The rows of results, made as they are asked for. */
  @Converter
  @SuppressWarnings("unchecked")
  public static MetricRows rows(Iterator<?> results) {
    return new MetricRows((Iterator<ResourceResult>) results);
  }

  /** Rows as CSV, made as it is read. */
  @Converter
  public static InputStream csv(MetricRows rows) {
    return MetricCsv.stream(rows);
  }

  /** Rows as CSV, all in memory. */
  @Converter
  public static String csvText(MetricRows rows) {
    return MetricCsv.text(rows);
  }

  /** Objects of the model of Maps and of JSON in any form, and the other way round. */
  @Converter(fallback = true)
  public static Object convert(
      Class<?> type, Exchange exchange, Object value, TypeConverterRegistry registry)
      throws IOException {
    if (isOfModel(value)) {
      return type == Map.class ? ((JsonObject) value).toMap() : json(type, value);
    }
    Reading<?> reading = TYPES.get(type);
    if (reading == null) {
      return isListOfModel(value) ? json(type, value) : null;
    }
    InputStream json = stream(value, exchange);
    if (json == null) {
      return null;
    }
    try (json) {
      return JsonReader.body(json, reading);
    }
  }

  private static boolean isOfModel(Object value) {
    return value instanceof JsonObject
        && value.getClass().getPackage() == ResourceResult.class.getPackage();
  }

  private static boolean isListOfModel(Object value) {
    return value instanceof Collection<?> items
        && !items.isEmpty()
        && items.stream().allMatch(DbapiModelConverter::isOfModel);
  }

  private static InputStream stream(Object value, Exchange exchange) {
    if (value instanceof InputStream stream) {
      return stream;
    }
    if (value instanceof byte[] bytes) {
      return new ByteArrayInputStream(bytes);
    }
    if (value instanceof CharSequence text) {
      return new ByteArrayInputStream(text.toString().getBytes(UTF_8));
    }
    if (value instanceof Map<?, ?>) {
      return new ByteArrayInputStream(JsonWriter.bytes(value));
    }
    return exchange == null
        ? null
        : exchange.getContext().getTypeConverter().tryConvertTo(InputStream.class, exchange, value);
  }

  private static Object json(Class<?> type, Object value) {
    if (type == String.class) {
      return new String(JsonWriter.bytes(value), UTF_8);
    }
    if (type == byte[].class) {
      return JsonWriter.bytes(value);
    }
    return type == InputStream.class ? new ByteArrayInputStream(JsonWriter.bytes(value)) : null;
  }
}
