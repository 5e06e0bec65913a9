package io.github.camelhpc.simulators.dbapi.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.camelhpc.simulators.dbapi.data.DataTimes;
import io.github.camelhpc.simulators.dbapi.data.Series;
import io.github.camelhpc.simulators.dbapi.request.Order;
import java.io.IOException;
import java.math.BigDecimal;

/** Writes the blocks of a series in a range of time: a new block after every gap. */
final class SeriesWriter {

  private static final int SAMPLES_AT_ONCE = 500;
  private static final int DECIMALS = 2;

  private final JsonGenerator json;
  private final Series series;
  private final DataTimes times;
  private final boolean numbersAsText;
  private final long to;
  private long second;
  private boolean inBlock;

  SeriesWriter(
      JsonGenerator json, Series series, DataTimes times, boolean numbersAsText, Order order) {
    this.json = json;
    this.series = series;
    this.times = times;
    this.numbersAsText = numbersAsText;
    to = order.to();
    second = series.firstFrom(order.from());
  }

  /** Writes a number of samples; gives whether there are still more. */
  boolean writeOn() throws IOException {
    for (int i = 0; i < SAMPLES_AT_ONCE && second < to; i++) {
      if (series.covered().test(second)) {
        beginBlock();
        writeSample(series.value().applyAsDouble(second));
      } else {
        endBlock();
      }
      second += series.interval();
    }
    if (second < to) {
      return true;
    }
    endBlock();
    return false;
  }

  private void beginBlock() throws IOException {
    if (inBlock) {
      return;
    }
    inBlock = true;
    json.writeStartObject();
    json.writeStringField("type", "timeseries");
    json.writeStringField("name", series.label());
    json.writeStringField("unit", series.unit());
    json.writeNumberField("interval", series.interval());
    json.writeStringField("start", times.format(second));
    json.writeArrayFieldStart("data");
  }

  /** With two decimals, as in the published example: 24.00 (facts/dbapi.md §2.1). */
  private void writeSample(double value) throws IOException {
    if (Double.isNaN(value)) {
      json.writeNull();
    } else if (numbersAsText) {
      json.writeString(text(value));
    } else if (Double.isInfinite(value)) {
      json.writeNumber(text(value));
    } else {
      json.writeNumber(number(value));
    }
  }

  private static String text(double value) {
    return Double.isInfinite(value) ? String.valueOf(value) : number(value).toString();
  }

  private static BigDecimal number(double value) {
    return BigDecimal.valueOf(Math.round(value * 100), DECIMALS);
  }

  private void endBlock() throws IOException {
    if (inBlock) {
      inBlock = false;
      json.writeEndArray();
      json.writeEndObject();
    }
  }
}
