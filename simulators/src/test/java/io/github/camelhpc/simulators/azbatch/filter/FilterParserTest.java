package io.github.camelhpc.simulators.azbatch.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a filter means, and what is none. */
class FilterParserTest {

  private static final JsonObject TASK =
      new JsonObject()
          .put("id", "Price-7")
          .put("state", "completed")
          .put("creationTime", "2026-03-01T09:00:00.1234567Z")
          .put("lastModified", "2026-03-01T09:05:00Z")
          .put("executionInfo", new JsonObject().put("exitCode", -3).put("result", "failure"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "state eq 'completed'",
        "state eq 'Completed'",
        "id eq 'price-7' and state eq 'completed'",
        "id eq 'other' or state eq 'completed'",
        "id eq 'other' and id eq 'x' or state eq 'completed'",
        "(id eq 'other' or id eq 'price-7') and (state eq 'completed')",
        "startswith(id,'PRICE')",
        "startswith( id , 'p' ) and id ne 'q'",
        "id gt 'price-6' and id le 'price-7'",
        "executionInfo/exitCode ne 0",
        "executionInfo/exitCode lt 0 and executionInfo/exitCode ge -3",
        "executionInfo/result eq 'failure'",
        "executionInfo/endTime ne DateTime'2026-03-01T09:00:00Z'",
        "creationTime gt DateTime'2026-03-01T09:00:00.1234566Z'",
        "creationTime eq datetime'2026-03-01T10:00:00.1234567+01:00'",
        "creationTime lt 2026-03-01T09:00:01Z",
        "lastModifiedTime ge DateTime'2026-03-01T09:05:00Z'",
        "  state   eq   'completed'  "
      })
  void acceptsTheTask(String filter) {
    assertThat(FilterParser.parse(filter, FilterRules.tasks()).test(TASK)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "state eq 'active'",
        "id eq 'other' and state eq 'completed'",
        "startswith(id,'rice')",
        "executionInfo/exitCode gt 0",
        "executionInfo/endTime gt DateTime'2000-01-01T00:00:00Z'",
        "executionInfo/endTime eq DateTime'2000-01-01T00:00:00Z'",
        "creationTime ge DateTime'2026-03-01T09:00:01Z'",
        "lastModifiedTime lt DateTime'2026-03-01T09:05:00Z'"
      })
  void leavesTheTaskOut(String filter) {
    assertThat(FilterParser.parse(filter, FilterRules.tasks()).test(TASK)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "state | there must be an operator at position 5",
        "state eq | '' is not a value that 'state' can have",
        "state eq completed | 'completed' is not a value that 'state' can have",
        "state ne 'active' | 'state' cannot be compared by 'ne', but by eq",
        "state is 'active' | 'is' is not an operator",
        "startswith(state,'a') | 'state' cannot be compared by 'startswith', but by eq",
        "displayName eq 'x' | 'displayName' is not one of the properties",
        "lastModified gt 2026-03-01T09:00:01Z | 'lastModified' is not one of the properties",
        "executionInfo/exitCode eq '3' | '3' is not a value that 'executionInfo/exitCode' can have",
        "creationTime gt '2026-03-01T09:00:01Z' | is not a value that 'creationTime' can have",
        "creationTime gt DateTime'yesterday' | 'yesterday' is not a value",
        "(state eq 'active' | there must be a closing parenthesis",
        "state eq 'active') | there must be the end at position 17",
        "state eq 'active' state eq 'x' | there must be the end",
        "not state eq 'active' | 'state' is not an operator",
        "state eq 'active | it cannot be read from position 8 on",
        "startswith(id) | there must be a comma",
        "id eq 'a' and | there must be a property",
        "id eq 'a' & id eq 'b' | it cannot be read from position 9 on",
        "endswith(id,'a') | there must be an operator at position 8",
        "\"\" | there must be a property at position 0"
      })
  void refusesWhatIsNoFilter(String filter, String reason) {
    assertThatExceptionOfType(FilterSyntaxException.class)
        .isThrownBy(() -> FilterParser.parse(filter, FilterRules.tasks()))
        .withMessageContaining(reason);
  }

  @Test
  void quotesAreDoubledInStrings() {
    JsonObject file = new JsonObject().put("name", "wd/it's.txt");

    assertThat(FilterParser.parse("startswith(name,'wd/it''s')", FilterRules.files()).test(file))
        .isTrue();
    assertThat(FilterParser.parse("startswith(name,'WD/')", FilterRules.files()).test(file))
        .isFalse();
  }

  @Test
  void everyListHasItsOwnProperties() {
    JsonObject status =
        new JsonObject()
            .put("nodeId", "tvm-1")
            .put("jobPreparationTaskExecutionInfo", new JsonObject().put("exitCode", 1));

    assertThat(
            FilterParser.parse(
                    "jobPreparationTaskExecutionInfo/exitCode ne 0 and nodeId ne 'tvm-2'",
                    FilterRules.preparationAndRelease())
                .test(status))
        .isTrue();
    assertThat(
            FilterParser.parse("enableAutoScale eq true", FilterRules.pools())
                .test(new JsonObject().put("enableAutoScale", true)))
        .isTrue();
    assertThat(
            FilterParser.parse("osType ne 'windows'", FilterRules.supportedImages())
                .test(new JsonObject().put("osType", "linux")))
        .isTrue();
    assertThatExceptionOfType(FilterSyntaxException.class)
        .isThrownBy(() -> FilterParser.parse("id eq 'a'", FilterRules.jobsOfSchedule()));
  }

  @Test
  void longFiltersAreUnderstood() {
    String many = "id eq 'other' or ".repeat(3000) + "id eq 'price-7'";

    assertThat(FilterParser.parse(many, FilterRules.tasks()).test(TASK)).isTrue();
    assertThatExceptionOfType(FilterSyntaxException.class)
        .isThrownBy(() -> FilterParser.parse("(".repeat(10_000), FilterRules.tasks()))
        .withMessageContaining("more than 100 open parentheses");
  }
}
