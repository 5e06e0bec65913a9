package io.github.camelhpc.simulators.hpcpack.rest;

import io.github.camelhpc.simulators.hpcpack.HpcPackFault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads job XML with or without its namespace and version (facts/hpcpack.md §3.5). Elements and
 * attributes that mean nothing to the simulator are passed over.
 */
final class JobXmlReader {

  private final JobDescription job = new JobDescription();

  private JobXmlReader() {}

  static JobDescription read(String text) {
    return XmlDocuments.read(text, new JobXmlReader()::job);
  }

  private JobDescription job(XMLStreamReader xml) throws XMLStreamException {
    if (!xml.getLocalName().equals("Job")) {
      throw HpcPackFault.badRequest(
          "The root element of the job XML must be Job, not " + xml.getLocalName() + ".");
    }
    job.attributes.putAll(attributes(xml));
    while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
      switch (xml.getLocalName()) {
        case "CustomProperties" -> pairs(xml, job.customProperties);
        case "EnvironmentVariables" -> pairs(xml, job.environment);
        case "Dependencies" -> dependencies(xml);
        case "Tasks" -> tasks(xml);
        default -> XmlDocuments.skip(xml);
      }
    }
    return job;
  }

  private void tasks(XMLStreamReader xml) throws XMLStreamException {
    while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
      if (xml.getLocalName().equals("Task")) {
        job.tasks.add(task(xml));
      } else {
        XmlDocuments.skip(xml);
      }
    }
  }

  private static TaskDescription task(XMLStreamReader xml) throws XMLStreamException {
    TaskDescription task = new TaskDescription();
    task.attributes.putAll(attributes(xml));
    // older documents mark a sweep so
    if ("true".equalsIgnoreCase(task.attributes.get("isparametric"))) {
      task.attributes.putIfAbsent("type", "ParametricSweep");
    }
    while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
      switch (xml.getLocalName()) {
        case "CustomProperties" -> pairs(xml, task.customProperties);
        case "EnvironmentVariables" -> pairs(xml, task.environment);
        default -> XmlDocuments.skip(xml);
      }
    }
    return task;
  }

  /** {@code <Term><Name/><Value/></Term>} or {@code <Variable><Name/><Value/></Variable>}. */
  private static void pairs(XMLStreamReader xml, Map<String, String> pairs)
      throws XMLStreamException {
    while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
      String name = "";
      String value = "";
      while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
        switch (xml.getLocalName()) {
          case "Name" -> name = xml.getElementText().trim();
          case "Value" -> value = xml.getElementText();
          default -> XmlDocuments.skip(xml);
        }
      }
      if (name.isEmpty()) {
        throw HpcPackFault.badRequest("Every term and variable of the job XML needs a Name.");
      }
      pairs.put(name, value);
    }
  }

  private void dependencies(XMLStreamReader xml) throws XMLStreamException {
    while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
      String parent = xml.getAttributeValue(null, "GroupId");
      while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
        String child = xml.getAttributeValue(null, "GroupId");
        if (parent != null && child != null) {
          job.parentGroups.computeIfAbsent(child, group -> new HashSet<>()).add(parent);
        }
        XmlDocuments.skip(xml);
      }
    }
  }

  private static Map<String, String> attributes(XMLStreamReader xml) {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      attributes.put(
          xml.getAttributeLocalName(i).toLowerCase(Locale.ROOT), xml.getAttributeValue(i));
    }
    return attributes;
  }

  /** A job as the document describes it; attributes by lower-case name. */
  static final class JobDescription {
    final Map<String, String> attributes = new LinkedHashMap<>();
    final Map<String, String> customProperties = new LinkedHashMap<>();
    final Map<String, String> environment = new LinkedHashMap<>();
    final List<TaskDescription> tasks = new ArrayList<>();

    /** For a group of tasks the groups that come before it. */
    final Map<String, Set<String>> parentGroups = new HashMap<>();
  }

  /** A task as the document describes it; attributes by lower-case name. */
  static final class TaskDescription {
    final Map<String, String> attributes = new LinkedHashMap<>();
    final Map<String, String> customProperties = new LinkedHashMap<>();
    final Map<String, String> environment = new LinkedHashMap<>();

    String group() {
      return attributes.getOrDefault("groupid", "");
    }
  }
}
