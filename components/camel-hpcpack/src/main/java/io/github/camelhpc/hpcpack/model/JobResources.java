package io.github.camelhpc.hpcpack.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlTransient;

/** What a job of the job XML asks of the cluster (facts/hpcpack.md §3.1). */
@XmlTransient
@XmlAccessorType(XmlAccessType.NONE)
public abstract class JobResources extends JobElement {

  JobResources() {}

  /** What minimum and maximum count; the default is Core. */
  public UnitType getUnitType() {
    return UnitType.of(getAttribute("UnitType"));
  }

  public void setUnitType(UnitType value) {
    setAttribute("UnitType", value);
  }

  /** Whether the scheduler finds the minimum from the tasks. */
  public Boolean getAutoCalculateMin() {
    return bool("AutoCalculateMin");
  }

  public void setAutoCalculateMin(Boolean value) {
    setAttribute("AutoCalculateMin", value);
  }

  /** Whether the scheduler finds the maximum from the tasks. */
  public Boolean getAutoCalculateMax() {
    return bool("AutoCalculateMax");
  }

  public void setAutoCalculateMax(Boolean value) {
    setAttribute("AutoCalculateMax", value);
  }

  /** The fewest cores a node must have. */
  public Integer getMinCoresPerNode() {
    return integer("MinCoresPerNode");
  }

  public void setMinCoresPerNode(Integer value) {
    setAttribute("MinCoresPerNode", value);
  }

  /** The most cores a node may have. */
  public Integer getMaxCoresPerNode() {
    return integer("MaxCoresPerNode");
  }

  public void setMaxCoresPerNode(Integer value) {
    setAttribute("MaxCoresPerNode", value);
  }

  /** The least memory a node must have. */
  public Integer getMinMemory() {
    return integer("MinMemory");
  }

  public void setMinMemory(Integer value) {
    setAttribute("MinMemory", value);
  }

  /** The most memory a node may have. */
  public Integer getMaxMemory() {
    return integer("MaxMemory");
  }

  public void setMaxMemory(Integer value) {
    setAttribute("MaxMemory", value);
  }

  /** The memory that one process is expected to need. */
  public Integer getEstimatedProcessMemory() {
    return integer("EstimatedProcessMemory");
  }

  public void setEstimatedProcessMemory(Integer value) {
    setAttribute("EstimatedProcessMemory", value);
  }

  /** The node groups to run on, separated by semicolons. */
  public String getNodeGroups() {
    return getAttribute("NodeGroups");
  }

  public void setNodeGroups(String value) {
    setAttribute("NodeGroups", value);
  }

  /** How several node groups count together, such as {@code Uniform}. */
  public String getNodeGroupOp() {
    return getAttribute("NodeGroupOp");
  }

  public void setNodeGroupOp(String value) {
    setAttribute("NodeGroupOp", value);
  }

  /** The nodes to run on, separated by semicolons. */
  public String getRequestedNodes() {
    return getAttribute("RequestedNodes");
  }

  public void setRequestedNodes(String value) {
    setAttribute("RequestedNodes", value);
  }

  /** Whether the whole job runs on one node. */
  public Boolean getSingleNode() {
    return bool("SingleNode");
  }

  public void setSingleNode(Boolean value) {
    setAttribute("SingleNode", value);
  }

  /**
   * What nodes are chosen by: one or two of {@code Cores} and {@code Memory}, each with {@code -}
   * for fewest first.
   */
  public String getOrderBy() {
    return getAttribute("OrderBy");
  }

  public void setOrderBy(String value) {
    setAttribute("OrderBy", value);
  }

  /** The resource pool. */
  public String getPool() {
    return getAttribute("Pool");
  }

  public void setPool(String value) {
    setAttribute("Pool", value);
  }

  /** The software licences needed. */
  public String getSoftwareLicense() {
    return getAttribute("SoftwareLicense");
  }

  public void setSoftwareLicense(String value) {
    setAttribute("SoftwareLicense", value);
  }

  /** The number of units that the job should have. */
  public Integer getTargetResourceCount() {
    return integer("TargetResourceCount");
  }

  public void setTargetResourceCount(Integer value) {
    setAttribute("TargetResourceCount", value);
  }
}
