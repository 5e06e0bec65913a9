package io.github.camelhpc.simulators.dbapi.query;

import io.github.camelhpc.simulators.dbapi.data.Resource;
import java.util.regex.Pattern;

/** What a query asks of a resource. Its attribute is in the result. */
sealed interface Condition {

  /** The id of the attribute. */
  String attribute();

  boolean accepts(Resource resource);

  /** {@code [=name rx web.*]}: the whole value of a scalar attribute matches. */
  record Matching(String attribute, Pattern pattern) implements Condition {
    @Override
    public boolean accepts(Resource resource) {
      return resource.text(attribute).filter(text -> pattern.matcher(text).matches()).isPresent();
    }
  }

  /** {@code [@cpuUsage rx b .*]}: there is such a series. */
  record HasSeries(String attribute) implements Condition {
    @Override
    public boolean accepts(Resource resource) {
      return resource.series(attribute).isPresent();
    }
  }

  /** {@code [~memory]}: there is such an attribute, of whatever kind. */
  record Has(String attribute) implements Condition {
    @Override
    public boolean accepts(Resource resource) {
      return resource.text(attribute).isPresent() || resource.series(attribute).isPresent();
    }
  }
}
