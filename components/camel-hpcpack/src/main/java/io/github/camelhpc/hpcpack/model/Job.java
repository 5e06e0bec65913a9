package io.github.camelhpc.hpcpack.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;

/**
 * A job as the job XML describes it; {@link JobXml} reads and writes it (facts/hpcpack.md §3.1,
 * §3.5). Attributes that only the server sets, such as {@code Id} and {@code State}, are reached by
 * {@link #getAttribute}; the server ignores them when a job is made.
 */
@XmlRootElement(name = "Job")
@XmlAccessorType(XmlAccessType.NONE)
@XmlType(
    propOrder = {"customProperties", "extendedTerms", "dependencies", "tasks", "otherElements"})
public final class Job extends JobResources {

  @XmlAttribute(name = "Version")
  private String version = "3.000";

  @XmlElementWrapper(name = "Dependencies")
  @XmlElement(name = "Parent")
  private List<Dependency> dependencies = new ArrayList<>();

  @XmlElementWrapper(name = "Tasks")
  @XmlElement(name = "Task")
  private List<Task> tasks = new ArrayList<>();

  /** The version of the format; the default is {@code 3.000}. */
  public String getVersion() {
    return version;
  }

  public void setVersion(String version) {
    this.version = version;
  }

  /** The groups of tasks that others wait for; may be changed. */
  public List<Dependency> getDependencies() {
    return dependencies;
  }

  /** The tasks; may be changed. */
  public List<Task> getTasks() {
    return tasks;
  }

  /** The job template; the server uses {@code Default} if there is none. */
  public String getJobTemplate() {
    return getAttribute("JobTemplate");
  }

  public void setJobTemplate(String value) {
    setAttribute("JobTemplate", value);
  }

  /**
   * {@code Lowest}, {@code BelowNormal}, {@code Normal}, {@code AboveNormal}, {@code Highest}, or 0
   * to 4.
   */
  public String getPriority() {
    return getAttribute("Priority");
  }

  public void setPriority(String value) {
    setAttribute("Priority", value);
  }

  /** The priority from 0 to 4000. */
  public Integer getExpandedPriority() {
    return integer("ExpandedPriority");
  }

  public void setExpandedPriority(Integer value) {
    setAttribute("ExpandedPriority", value);
  }

  /** Whether a job of higher priority may take its resources. */
  public Boolean getPreemptable() {
    return bool("Preemptable");
  }

  public void setPreemptable(Boolean value) {
    setAttribute("Preemptable", value);
  }

  /** The project to account for. */
  public String getProject() {
    return getAttribute("Project");
  }

  public void setProject(String value) {
    setAttribute("Project", value);
  }

  /** The account to run as, with its domain in front. */
  public String getUserName() {
    return getAttribute("UserName");
  }

  public void setUserName(String value) {
    setAttribute("UserName", value);
  }

  /** The program that made the job. */
  public String getClientSource() {
    return getAttribute("ClientSource");
  }

  public void setClientSource(String value) {
    setAttribute("ClientSource", value);
  }

  /** The service that a service job runs. */
  public String getServiceName() {
    return getAttribute("ServiceName");
  }

  public void setServiceName(String value) {
    setAttribute("ServiceName", value);
  }

  /** Who gets the notifications. */
  public String getEmailAddress() {
    return getAttribute("EmailAddress");
  }

  public void setEmailAddress(String value) {
    setAttribute("EmailAddress", value);
  }

  /** Whether the start is notified. */
  public Boolean getNotifyOnStart() {
    return bool("NotifyOnStart");
  }

  public void setNotifyOnStart(Boolean value) {
    setAttribute("NotifyOnStart", value);
  }

  /** Whether the end is notified. */
  public Boolean getNotifyOnCompletion() {
    return bool("NotifyOnCompletion");
  }

  public void setNotifyOnCompletion(Boolean value) {
    setAttribute("NotifyOnCompletion", value);
  }

  /**
   * Whether the job goes on when its tasks are done; the default is false. Not together with
   * AutoCalculateMin and AutoCalculateMax.
   */
  public Boolean getRunUntilCanceled() {
    return bool("RunUntilCanceled");
  }

  public void setRunUntilCanceled(Boolean value) {
    setAttribute("RunUntilCanceled", value);
  }

  /** Whether the failure of a task fails the job at once. */
  public Boolean getFailOnTaskFailure() {
    return bool("FailOnTaskFailure");
  }

  public void setFailOnTaskFailure(Boolean value) {
    setAttribute("FailOnTaskFailure", value);
  }

  /** Whether the failure of a task fails those that depend on it. */
  public Boolean getFailDependentTasks() {
    return bool("FailDependentTasks");
  }

  public void setFailDependentTasks(Boolean value) {
    setAttribute("FailDependentTasks", value);
  }

  /** How often a task that failed is tried again. */
  public Integer getTaskExecutionFailureRetryLimit() {
    return integer("TaskExecutionFailureRetryLimit");
  }

  public void setTaskExecutionFailureRetryLimit(Integer value) {
    setAttribute("TaskExecutionFailureRetryLimit", value);
  }

  /** The exit codes of success: numbers and ranges, such as {@code 0,10..20}. */
  public String getJobValidExitCodes() {
    return getAttribute("JobValidExitCodes");
  }

  public void setJobValidExitCodes(String value) {
    setAttribute("JobValidExitCodes", value);
  }

  /** The jobs that this one waits for, separated by semicolons. */
  public String getParentJobIds() {
    return getAttribute("ParentJobIds");
  }

  public void setParentJobIds(String value) {
    setAttribute("ParentJobIds", value);
  }

  /** The jobs that wait for this one, separated by semicolons. */
  public String getChildJobIds() {
    return getAttribute("ChildJobIds");
  }

  public void setChildJobIds(String value) {
    setAttribute("ChildJobIds", value);
  }

  /** The progress shown, in percent. */
  public Integer getProgress() {
    return integer("Progress");
  }

  public void setProgress(Integer value) {
    setAttribute("Progress", value);
  }

  /** The text shown beside the progress. */
  public String getProgressMessage() {
    return getAttribute("ProgressMessage");
  }

  public void setProgressMessage(String value) {
    setAttribute("ProgressMessage", value);
  }
}
