package io.github.camelhpc.hpcpack.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAnyAttribute;
import jakarta.xml.bind.annotation.XmlAnyElement;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlTransient;
import jakarta.xml.bind.annotation.adapters.XmlJavaTypeAdapter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;
import org.w3c.dom.Element;

/**
 * What a job and a task of the job XML have in common (facts/hpcpack.md §3.5).
 *
 * <p>Every attribute is kept as the text it came with, in its order, those without a getter too, so
 * a document that is read and written loses nothing. A typed getter gives {@code null} for an
 * attribute that is missing or empty, and throws {@link IllegalArgumentException} when the text is
 * not of its type; a setter with {@code null} removes the attribute.
 */
@XmlTransient
@XmlAccessorType(XmlAccessType.NONE)
public abstract class JobElement {

  @XmlAnyAttribute private Map<QName, String> attributes = new LinkedHashMap<>();

  @XmlElement(name = "CustomProperties")
  @XmlJavaTypeAdapter(TermsAdapter.class)
  private Map<String, String> customProperties = new LinkedHashMap<>();

  @XmlElement(name = "ExtendedTerms")
  @XmlJavaTypeAdapter(TermsAdapter.class)
  private Map<String, String> extendedTerms = new LinkedHashMap<>();

  @XmlAnyElement private List<Element> otherElements = new ArrayList<>();

  JobElement() {}

  /** All attributes by their names, in their order; may be changed. */
  public Map<QName, String> getAttributes() {
    return attributes;
  }

  /** The text of an attribute, or {@code null}; the name must be spelt as in the XML. */
  public String getAttribute(String name) {
    return attributes.get(new QName(name));
  }

  /** Sets an attribute to the value's text, or removes it if the value is {@code null}. */
  public void setAttribute(String name, Object value) {
    if (value == null) {
      attributes.remove(new QName(name));
    } else {
      attributes.put(new QName(name), value.toString());
    }
  }

  /** The custom properties; may be changed. */
  public Map<String, String> getCustomProperties() {
    return customProperties;
  }

  /** The extended terms; may be changed. */
  public Map<String, String> getExtendedTerms() {
    return extendedTerms;
  }

  /** Child elements that this model has no name for, kept as they came; may be changed. */
  public List<Element> getOtherElements() {
    return otherElements;
  }

  /** The name. */
  public String getName() {
    return getAttribute("Name");
  }

  public void setName(String value) {
    setAttribute("Name", value);
  }

  /** The fewest cores to run on; the default is 1. */
  public Integer getMinCores() {
    return integer("MinCores");
  }

  public void setMinCores(Integer value) {
    setAttribute("MinCores", value);
  }

  /** The most cores to run on; the default is 1. */
  public Integer getMaxCores() {
    return integer("MaxCores");
  }

  public void setMaxCores(Integer value) {
    setAttribute("MaxCores", value);
  }

  /** The fewest nodes to run on; the default is 1. */
  public Integer getMinNodes() {
    return integer("MinNodes");
  }

  public void setMinNodes(Integer value) {
    setAttribute("MinNodes", value);
  }

  /** The most nodes to run on; the default is 1. */
  public Integer getMaxNodes() {
    return integer("MaxNodes");
  }

  public void setMaxNodes(Integer value) {
    setAttribute("MaxNodes", value);
  }

  /** The fewest sockets to run on; the default is 1. */
  public Integer getMinSockets() {
    return integer("MinSockets");
  }

  public void setMinSockets(Integer value) {
    setAttribute("MinSockets", value);
  }

  /** The most sockets to run on; the default is 1. */
  public Integer getMaxSockets() {
    return integer("MaxSockets");
  }

  public void setMaxSockets(Integer value) {
    setAttribute("MaxSockets", value);
  }

  /** Whether nothing else may run on the same nodes; the default is false. */
  public Boolean getIsExclusive() {
    return bool("IsExclusive");
  }

  public void setIsExclusive(Boolean value) {
    setAttribute("IsExclusive", value);
  }

  /** The longest run, in seconds; 0 is no limit. */
  public Integer getRuntimeSeconds() {
    return integer("RuntimeSeconds");
  }

  public void setRuntimeSeconds(Integer value) {
    setAttribute("RuntimeSeconds", value);
  }

  Integer integer(String name) {
    return PropertyText.integer(name, getAttribute(name));
  }

  Boolean bool(String name) {
    return PropertyText.bool(name, getAttribute(name));
  }
}
