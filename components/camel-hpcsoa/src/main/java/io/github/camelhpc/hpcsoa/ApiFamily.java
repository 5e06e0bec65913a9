package io.github.camelhpc.hpcsoa;

/** The forms of the service's URLs (facts/hpcsoa.md §0). */
public enum ApiFamily {
  /** HPC Pack 2016: {@code /WindowsHPC/sessions/…}. */
  HPC2016("hpc2016"),
  /** Before HPC Pack 2016: {@code /WindowsHPC/{cluster}/sessions/…}. */
  PRE_HPC2016("preHpc2016");

  private final String text;

  ApiFamily(String text) {
    this.text = text;
  }

  /** The name as it stands in a URI. */
  @Override
  public String toString() {
    return text;
  }
}
