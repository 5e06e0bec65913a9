package io.github.camelhpc.simulators.hpcpack;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * A version of HPC Pack and what it can do (facts/hpcpack.md §0).
 *
 * @param text the version as the service writes it, {@code 6.0.7128.0} for example
 */
public record HpcPackVersion(String text) {

  private static final Pattern FORM = Pattern.compile("\\d{1,6}(\\.\\d{1,6}){2,3}");

  public HpcPackVersion {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "The HPC Pack version must read like 5.3.6435.0 or 6.0.7128.0, not '" + text + "'.");
    }
  }

  /** {@code startRow}, {@code asc} and {@code x-ms-row-count}: since 5.3.6450. */
  public boolean hasRowPaging() {
    return isAtLeast(5, 3, 6450);
  }

  /** The resources with typed JSON below {@code /cluster}: since 6. */
  public boolean hasTypedApi() {
    return isAtLeast(6, 0, 0);
  }

  private boolean isAtLeast(int... parts) {
    int[] mine = Arrays.stream(text.split("\\.")).mapToInt(Integer::parseInt).toArray();
    return Arrays.compare(mine, 0, 3, parts, 0, 3) >= 0;
  }

  @Override
  public String toString() {
    return text;
  }
}
