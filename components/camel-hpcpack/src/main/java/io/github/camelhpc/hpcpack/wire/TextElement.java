package io.github.camelhpc.hpcpack.wire;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlValue;

/** The XML of a text (facts/hpcpack.md §2.2). */
@XmlRootElement(name = "string", namespace = TextElement.NAMESPACE)
@XmlAccessorType(XmlAccessType.FIELD)
public final class TextElement {

  static final String NAMESPACE = "http://schemas.microsoft.com/2003/10/Serialization/";

  @XmlValue private String text;

  /** An empty one. */
  public TextElement() {}

  /** One of this text. */
  public TextElement(String text) {
    this.text = text;
  }

  /** The text, or {@code null}. */
  public String text() {
    return text;
  }
}
