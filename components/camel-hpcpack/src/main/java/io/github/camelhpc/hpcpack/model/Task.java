package io.github.camelhpc.hpcpack.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import jakarta.xml.bind.annotation.adapters.XmlJavaTypeAdapter;
import java.util.LinkedHashMap;
import java.util.Map;

/** A task of the job XML (facts/hpcpack.md §3.2, §3.5). */
@XmlAccessorType(XmlAccessType.NONE)
@XmlType(propOrder = {"environmentVariables", "customProperties", "extendedTerms", "otherElements"})
public final class Task extends JobElement {

  @XmlElement(name = "EnvironmentVariables")
  @XmlJavaTypeAdapter(VariablesAdapter.class)
  private Map<String, String> environmentVariables = new LinkedHashMap<>();

  /** The variables the command sees, beside those of the job; may be changed. */
  public Map<String, String> getEnvironmentVariables() {
    return environmentVariables;
  }

  /** The command; in a sweep, {@code *} stands for the instance's value. */
  public String getCommandLine() {
    return getAttribute("CommandLine");
  }

  public void setCommandLine(String value) {
    setAttribute("CommandLine", value);
  }

  /** What the task is; the default is Basic. */
  public TaskType getType() {
    return TaskType.of(getAttribute("Type"));
  }

  public void setType(TaskType value) {
    setAttribute("Type", value);
  }

  /** The first value of a sweep, greater than 0; the default is 1. */
  public Integer getStartValue() {
    return integer("StartValue");
  }

  public void setStartValue(Integer value) {
    setAttribute("StartValue", value);
  }

  /** The last value of a sweep. */
  public Integer getEndValue() {
    return integer("EndValue");
  }

  public void setEndValue(Integer value) {
    setAttribute("EndValue", value);
  }

  /** The step of a sweep; the default is 1. */
  public Integer getIncrementValue() {
    return integer("IncrementValue");
  }

  public void setIncrementValue(Integer value) {
    setAttribute("IncrementValue", value);
  }

  /** The directory to run in. */
  public String getWorkDirectory() {
    return getAttribute("WorkDirectory");
  }

  public void setWorkDirectory(String value) {
    setAttribute("WorkDirectory", value);
  }

  /** The file that becomes the standard input. */
  public String getStdInFilePath() {
    return getAttribute("StdInFilePath");
  }

  public void setStdInFilePath(String value) {
    setAttribute("StdInFilePath", value);
  }

  /** The file that takes the standard output. */
  public String getStdOutFilePath() {
    return getAttribute("StdOutFilePath");
  }

  public void setStdOutFilePath(String value) {
    setAttribute("StdOutFilePath", value);
  }

  /** The file that takes the standard error output. */
  public String getStdErrFilePath() {
    return getAttribute("StdErrFilePath");
  }

  public void setStdErrFilePath(String value) {
    setAttribute("StdErrFilePath", value);
  }

  /** The names of the tasks this one waits for, separated by semicolons. */
  public String getDependsOn() {
    return getAttribute("DependsOn");
  }

  public void setDependsOn(String value) {
    setAttribute("DependsOn", value);
  }

  /** The group this task is in, for the job's dependencies; XML only. */
  public String getGroupId() {
    return getAttribute("GroupId");
  }

  public void setGroupId(String value) {
    setAttribute("GroupId", value);
  }

  /** The nodes that the task must have, separated by semicolons. */
  public String getRequiredNodes() {
    return getAttribute("RequiredNodes");
  }

  public void setRequiredNodes(String value) {
    setAttribute("RequiredNodes", value);
  }

  /** The node group to run on; newer servers only. */
  public String getRequestedNodeGroup() {
    return getAttribute("RequestedNodeGroup");
  }

  public void setRequestedNodeGroup(String value) {
    setAttribute("RequestedNodeGroup", value);
  }

  /** Whether the task may be run again after it was interrupted; the default is true. */
  public Boolean getIsRerunnable() {
    return bool("IsRerunnable");
  }

  public void setIsRerunnable(Boolean value) {
    setAttribute("IsRerunnable", value);
  }

  /** Whether the task gives its resources back as soon as it can; newer servers only. */
  public Boolean getExitIfPossible() {
    return bool("ExitIfPossible");
  }

  public void setExitIfPossible(Boolean value) {
    setAttribute("ExitIfPossible", value);
  }

  /** Whether the failure of this task stops and fails the job. */
  public Boolean getFailJobOnFailure() {
    return bool("FailJobOnFailure");
  }

  public void setFailJobOnFailure(Boolean value) {
    setAttribute("FailJobOnFailure", value);
  }

  /** How many instances of a sweep may fail before the job does. */
  public Integer getFailJobOnFailureCount() {
    return integer("FailJobOnFailureCount");
  }

  public void setFailJobOnFailureCount(Integer value) {
    setAttribute("FailJobOnFailureCount", value);
  }

  /** The exit codes of success: numbers and ranges, such as {@code 0,10..20}. */
  public String getTaskValidExitCodes() {
    return getAttribute("TaskValidExitCodes");
  }

  public void setTaskValidExitCodes(String value) {
    setAttribute("TaskValidExitCodes", value);
  }

  /** Text of the user's own. */
  public String getUserBlob() {
    return getAttribute("UserBlob");
  }

  public void setUserBlob(String value) {
    setAttribute("UserBlob", value);
  }
}
