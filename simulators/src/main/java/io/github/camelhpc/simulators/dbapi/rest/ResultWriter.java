package io.github.camelhpc.simulators.dbapi.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.camelhpc.simulators.dbapi.data.DataTimes;
import io.github.camelhpc.simulators.dbapi.data.Resource;
import io.github.camelhpc.simulators.dbapi.data.Scalar;
import io.github.camelhpc.simulators.dbapi.data.Series;
import io.github.camelhpc.simulators.dbapi.request.Order;
import io.github.camelhpc.simulators.dbapi.request.Portion;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Writes the items of a result bit by bit: values are made when they are written. */
final class ResultWriter {

  private final JsonGenerator json;
  private final Portion portion;
  private final DataTimes times;
  private final boolean numbersAsText;
  private final Order order;
  private final List<String> attributes;
  private final int partsPerResource;
  private int part;
  private Resource resource;
  private Iterator<String> pending;
  private SeriesWriter series;

  ResultWriter(JsonGenerator json, Portion portion, DataTimes times, boolean numbersAsText) {
    this.json = json;
    this.portion = portion;
    this.times = times;
    this.numbersAsText = numbersAsText;
    order = portion.request().order();
    attributes = order.query().attributes();
    partsPerResource = portion.request().partsPerResource();
    part = portion.from();
  }

  /** Writes a bit more; gives whether there is still more. */
  boolean writeOn() throws IOException {
    if (series != null) {
      if (!series.writeOn()) {
        json.writeEndArray();
        series = null;
      }
      return true;
    }
    if (resource == null) {
      return beginItem();
    }
    if (pending.hasNext()) {
      writeAttribute(pending.next());
    } else {
      json.writeEndObject();
      resource = null;
    }
    return true;
  }

  /** An item has all parts of its resource that this portion has. */
  private boolean beginItem() throws IOException {
    if (part >= portion.to()) {
      return false;
    }
    int index = part / partsPerResource;
    int first = part % partsPerResource;
    int end = Math.min(partsPerResource, first + portion.to() - part);
    part += end - first;
    resource = portion.matching().get(index);
    pending = (partsPerResource == 1 ? attributes : attributes.subList(first, end)).iterator();
    json.writeStartObject();
    json.writeStringField("signature", resource.signature());
    json.writeStringField("name", resource.name());
    return true;
  }

  private void writeAttribute(String id) throws IOException {
    Optional<Series> found = resource.series(id);
    if (found.isPresent()) {
      json.writeArrayFieldStart(found.get().key());
      series = new SeriesWriter(json, found.get(), times, numbersAsText, order);
      return;
    }
    Optional<Scalar> scalar = resource.scalar(id);
    if (scalar.isPresent()) {
      writeScalar(scalar.get());
    }
  }

  private void writeScalar(Scalar scalar) throws IOException {
    json.writeObjectFieldStart(scalar.key());
    json.writeStringField("type", "scalar");
    json.writeStringField("name", scalar.label());
    json.writeStringField("unit", scalar.unit());
    json.writeStringField("data", scalar.data());
    json.writeEndObject();
  }
}
