package io.github.camelhpc.hpcpack.model;

/** Says that a text is not a job XML, and where it goes wrong. */
public final class JobXmlException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final int line;
  private final int column;

  JobXmlException(XmlFault fault) {
    super("the job XML is not usable" + fault);
    this.line = fault.line();
    this.column = fault.column();
  }

  /** The line, from 1; -1 if not known. */
  public int getLine() {
    return line;
  }

  /** The column, from 1; -1 if not known. */
  public int getColumn() {
    return column;
  }
}
