package io.github.camelhpc.hpcpack.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import java.util.ArrayList;
import java.util.List;

/**
 * A group of tasks that others wait for: {@code <Parent GroupId="1"><Child GroupId="2"/></Parent>}
 * (facts/hpcpack.md §3.5).
 */
@XmlAccessorType(XmlAccessType.FIELD)
public final class Dependency {

  @XmlAttribute(name = "GroupId")
  private String groupId;

  @XmlElement(name = "Child")
  private List<Child> children = new ArrayList<>();

  /** An empty one. */
  public Dependency() {}

  /** One of these groups. */
  public Dependency(String groupId, String... children) {
    this.groupId = groupId;
    for (String child : children) {
      this.children.add(new Child(child));
    }
  }

  /** The group that comes first. */
  public String getGroupId() {
    return groupId;
  }

  /** Sets the group that comes first. */
  public void setGroupId(String groupId) {
    this.groupId = groupId;
  }

  /** The groups that wait; may be changed. */
  public List<Child> getChildren() {
    return children;
  }

  /** A group that waits. */
  @XmlAccessorType(XmlAccessType.FIELD)
  public static final class Child {

    @XmlAttribute(name = "GroupId")
    private String groupId;

    /** An empty one. */
    public Child() {}

    /** One of this group. */
    public Child(String groupId) {
      this.groupId = groupId;
    }

    /** The group that waits. */
    public String getGroupId() {
      return groupId;
    }

    /** Sets the group that waits. */
    public void setGroupId(String groupId) {
      this.groupId = groupId;
    }
  }
}
