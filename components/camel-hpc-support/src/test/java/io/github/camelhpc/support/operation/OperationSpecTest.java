package io.github.camelhpc.support.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelhpc.support.operation.Parameter.Location;
import org.junit.jupiter.api.Test;

class OperationSpecTest {

  private static final Parameter ID = Parameter.path("id", "CamelXId", ValueType.INTEGER);
  private static final Parameter FILTER = Parameter.query("filter", "CamelXFilter", ValueType.TEXT);
  private static final BodyKind TEXT_BODY = () -> "text";
  private static final ResultKind TEXT_RESULT = () -> "text";

  @Test
  void onlyReadingAndSettingIsRepeatable() {
    assertThat(OperationSpec.get("/x").repeatable()).isTrue();
    assertThat(OperationSpec.put("/x").repeatable()).isTrue();
    assertThat(OperationSpec.patch("/x").repeatable()).isTrue();
    assertThat(OperationSpec.post("/x").repeatable()).isFalse();
    assertThat(OperationSpec.delete("/x").repeatable()).isFalse();
    assertThat(OperationSpec.composed().repeatable()).isFalse();
    assertThat(OperationSpec.post("/x").safeToRepeat().repeatable()).isTrue();
  }

  @Test
  void stepsKeepWhatWasSaidBefore() {
    Watch watch = Watch.by("Id");
    OperationSpec spec =
        OperationSpec.get("/x/{id}", ID)
            .with(FILTER)
            .takes(TEXT_BODY)
            .answers(TEXT_RESULT, "CamelXResult")
            .inPages()
            .safeToRepeat()
            .watched(watch);

    assertThat(spec)
        .isEqualTo(
            new OperationSpec(
                "GET",
                "/x/{id}",
                java.util.List.of(ID, FILTER),
                TEXT_BODY,
                TEXT_RESULT,
                "CamelXResult",
                true,
                true,
                watch));
    assertThat(spec.isWatchable()).isTrue();
    assertThat(spec.isComposed()).isFalse();
  }

  @Test
  void parametersAreFoundByOptionAndPlace() {
    OperationSpec spec = OperationSpec.get("/x/{id}", ID).with(FILTER.as("$filter"));

    assertThat(spec.has(FILTER)).isTrue();
    assertThat(spec.parameter("filter")).get().returns("$filter", Parameter::wireName);
    assertThat(spec.parameter("other")).isEmpty();
    assertThat(spec.parameters(Location.PATH)).containsExactly(ID);
    assertThat(spec.parameters(Location.QUERY)).hasSize(1);
    assertThat(spec.parameters(Location.HEADER)).isEmpty();
  }

  @Test
  void composedOperationHasNoRequestOfItsOwn() {
    assertThat(OperationSpec.composed().isComposed()).isTrue();
    assertThat(OperationSpec.composed().isWatchable()).isFalse();
  }

  @Test
  void parameterIsChangedByCopies() {
    Parameter changed = FILTER.as("$filter").mandatory().oneOf(1, 2).defaultingTo("1");

    assertThat(changed.option()).isEqualTo("filter");
    assertThat(changed.wireName()).isEqualTo("$filter");
    assertThat(changed.required()).isTrue();
    assertThat(changed.allowed()).containsExactly("1", "2");
    assertThat(changed.defaultValue()).isEqualTo("1");
    assertThat(FILTER.required()).isFalse();
  }

  @Test
  void parameterTakesOnlyWhatMatches() {
    Parameter name =
        ID.of(ValueType.TEXT).matching("[a-z]{2}", "two letters").optional().as("name");

    assertThat(name.write("ab", "tiny:getThing")).isEqualTo("ab");
    assertThatThrownBy(() -> name.write("abc", "tiny:getThing"))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessage(
            "tiny:getThing: id must be two letters, not 'abc'; change the option id or the header "
                + ID.header());
  }
}
