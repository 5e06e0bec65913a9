package io.github.camelhpc.simulators.dbapi;

import java.util.Objects;
import java.util.Set;

/** The form of answers where it is not documented, or where it is but differs by page. */
public final class AnswerForm {

  private int firstStatus = 206;
  private boolean firstContent = true;
  private RequestIdPlace idPlace = RequestIdPlace.BODY;
  private String idName = "id";
  private Increments increments = Increments.NEW;
  private boolean splitResources;
  private boolean hasErrorsAsText = true;
  private boolean endTimeIncluded;
  private boolean numbersAsText;
  private boolean dataSubsetAsText;
  private AbortedRequests abortedRequests = AbortedRequests.NOT_COMPLETED;
  private ErrorCodes errorCodes = ErrorCodes.AS_PUBLISHED;
  private String codeMember = "code";
  private String textMember = "error";

  /** The status of the first answer to a query that is not complete: 206 (default), 202 or 200. */
  public AnswerForm firstStatus(int status) {
    if (!Set.of(200, 202, 206).contains(status)) {
      throw new IllegalArgumentException(
          "The first answer has the status 200, 202 or 206, not " + status + ".");
    }
    firstStatus = status;
    return this;
  }

  /** Whether the first answer has status and result beside the id; true by default. */
  public AnswerForm firstContent(boolean present) {
    firstContent = present;
    return this;
  }

  /**
   * Where the first answer has the id of the request; {@link RequestIdPlace#BODY} and {@code id} by
   * default.
   *
   * @param name the name of the member or header: {@code id}, {@code requestId} or {@code
   *     requestID}
   */
  public AnswerForm requestId(RequestIdPlace place, String name) {
    idPlace = Objects.requireNonNull(place, "The request id needs a place.");
    idName = Objects.requireNonNull(name, "The request id needs a name.");
    return this;
  }

  /** What the answers before the last one hold; {@link Increments#NEW} by default. */
  public AnswerForm increments(Increments value) {
    increments = Objects.requireNonNull(value, "Choose what increments hold.");
    return this;
  }

  /**
   * Whether a resource with several attributes can come in parts, one attribute at a time, in
   * several answers; false by default.
   */
  public AnswerForm splitResources(boolean split) {
    splitResources = split;
    return this;
  }

  /** Whether hasErrors is {@code "true"} (default) or {@code true}. */
  public AnswerForm hasErrorsAsText(boolean text) {
    hasErrorsAsText = text;
    return this;
  }

  /** Whether a sample exactly at endTime is part of the result; false by default. */
  public AnswerForm endTimeIncluded(boolean included) {
    endTimeIncluded = included;
    return this;
  }

  /** Whether the samples of series are texts ({@code "24.00"}); false by default. */
  public AnswerForm numbersAsText(boolean text) {
    numbersAsText = text;
    return this;
  }

  /** Whether a data set's only subset is told as a text instead of an array; false by default. */
  public AnswerForm dataSubsetAsText(boolean text) {
    dataSubsetAsText = text;
    return this;
  }

  /**
   * What getStatus tells of an aborted request; {@link AbortedRequests#NOT_COMPLETED} by default.
   */
  public AnswerForm abortedRequests(AbortedRequests value) {
    abortedRequests = Objects.requireNonNull(value, "Choose what is told of aborted requests.");
    return this;
  }

  /** The codes and texts of errors; {@link ErrorCodes#AS_PUBLISHED} by default. */
  public AnswerForm errorCodes(ErrorCodes family) {
    errorCodes = Objects.requireNonNull(family, "Choose a family of error codes.");
    return this;
  }

  /** The names of the members of errors; {@code code} and {@code error} by default. */
  public AnswerForm errorMembers(String code, String text) {
    codeMember = Objects.requireNonNull(code, "The code needs the name of a member.");
    textMember = Objects.requireNonNull(text, "The text needs the name of a member.");
    return this;
  }

  public int firstStatus() {
    return firstStatus;
  }

  public boolean firstContent() {
    return firstContent;
  }

  public RequestIdPlace idPlace() {
    return idPlace;
  }

  public String idName() {
    return idName;
  }

  public Increments increments() {
    return increments;
  }

  public boolean splitResources() {
    return splitResources;
  }

  public boolean hasErrorsAsText() {
    return hasErrorsAsText;
  }

  public boolean endTimeIncluded() {
    return endTimeIncluded;
  }

  public boolean numbersAsText() {
    return numbersAsText;
  }

  public boolean dataSubsetAsText() {
    return dataSubsetAsText;
  }

  public AbortedRequests abortedRequests() {
    return abortedRequests;
  }

  public ErrorCodes errorCodes() {
    return errorCodes;
  }

  public String codeMember() {
    return codeMember;
  }

  public String textMember() {
    return textMember;
  }
}
