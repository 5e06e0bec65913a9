package io.github.camelhpc.app;

import io.github.camelhpc.hpcsoa.model.SoaResponse;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Iterator;
import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;

/** The steps of the route {@code pricing} on its rows. */
@ApplicationScoped
@Named("pricing")
@RegisterForReflection
public class Pricing {

  /**
   * Reads a CSV file.
   *
   * @throws IllegalArgumentException if it is none, or has no rows
   */
  public ParameterRows read(@Body String csv) {
    return ParameterRows.parse(csv);
  }

  /** One request a row; the component numbers them from 1. */
  public List<String> requests(@ExchangeProperty("rows") ParameterRows rows) {
    return rows.requests();
  }

  /** The file with the answers in new columns, in the order of its rows. */
  public String answers(
      @ExchangeProperty("rows") ParameterRows rows, @Body Iterator<SoaResponse> answers) {
    return rows.answered(answers);
  }
}
