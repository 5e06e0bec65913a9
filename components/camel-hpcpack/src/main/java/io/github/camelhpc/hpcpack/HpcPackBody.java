package io.github.camelhpc.hpcpack;

import io.github.camelhpc.hpcpack.model.Job;
import io.github.camelhpc.hpcpack.model.JobXml;
import io.github.camelhpc.hpcpack.model.PropertyList;
import io.github.camelhpc.hpcpack.wire.WireFormat;
import io.github.camelhpc.support.operation.BodyKind;
import java.util.Map;

/** What the operations take as body, and how it is sent (facts/hpcpack.md §2). */
enum HpcPackBody implements BodyKind {
  /** Properties of a job or task. */
  PROPERTIES("properties: a Map, a list of objects with name and value, or JSON text") {
    @Override
    byte[] write(Object body, WireFormat format) {
      return format.writeProperties(PropertyList.of(body));
    }
  },

  /** Properties that may be left out; a number is what an operation before has answered. */
  OPTIONAL_PROPERTIES("nothing, or properties that are set just before, as with setJobProperties") {
    @Override
    byte[] write(Object body, WireFormat format) {
      Map<String, String> properties = isNumber(body) ? Map.of() : PropertyList.of(body);
      return properties.isEmpty() ? null : format.writeProperties(properties);
    }

    private boolean isNumber(Object body) {
      return body instanceof Number
          || body instanceof String text && text.strip().matches("-?[0-9]+");
    }
  },

  /** A message; what is no text is not one. */
  MESSAGE("nothing, or the message as text; a body that is no text is not sent") {
    @Override
    byte[] write(Object body, WireFormat format) {
      return body instanceof CharSequence text && !text.isEmpty()
          ? format.writeText(text.toString())
          : null;
    }
  },

  /** Job XML. */
  JOB_XML("job XML: text, a stream, a file, or a Job of the model package") {
    @Override
    byte[] write(Object body, WireFormat format) {
      if (body == null) {
        throw new IllegalArgumentException("the body is empty, it must be job XML");
      }
      String xml = body instanceof Job job ? JobXml.write(job) : body.toString();
      JobXml.requireJob(xml);
      return format.writeText(xml);
    }
  },

  /** An object of the 2019 API. */
  NODE_GROUP("a Map or JSON text with Name and Description") {
    @Override
    byte[] write(Object body, WireFormat format) {
      return format.writeObject(body);
    }
  },

  /** An object of the 2019 API. */
  NODE_GROUP_OPERATION("a Map or JSON text with GroupName, Operation (add, remove) and NodeNames") {
    @Override
    byte[] write(Object body, WireFormat format) {
      return format.writeObject(body);
    }
  },

  /** A whole job for {@code runJob}, which sends it in parts. */
  JOB_DESCRIPTION(
      "the job: a Map or JSON text with the job's properties, and environmentVariables,"
          + " customProperties and tasks (each with properties and the same two); or job XML as"
          + " with createJobFromXml") {
    @Override
    byte[] write(Object body, WireFormat format) {
      throw new UnsupportedOperationException("a job description is sent in parts");
    }
  };

  private final String description;

  HpcPackBody(String description) {
    this.description = description;
  }

  /**
   * @return the bytes to send, or null to send no body
   * @throws IllegalArgumentException if the body cannot be sent; the message says why
   */
  abstract byte[] write(Object body, WireFormat format);

  @Override
  public String description() {
    return description;
  }
}
