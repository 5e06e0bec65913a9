package io.github.camelhpc.endpointdsl;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.endpointdsl.ComponentSchema.Option;
import io.github.camelhpc.endpointdsl.dsl.HpcPackEndpointBuilderFactory.HpcPackEndpointBuilder;
import io.github.camelhpc.hpcpack.JobState;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.builder.EndpointConsumerBuilder;
import org.apache.camel.builder.EndpointProducerBuilder;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.catalog.CamelCatalog;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.catalog.EndpointValidationResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The builders have what the components' schemas have, and make URIs that are valid by them. */
class EndpointBuildersTest {

  private static final CamelCatalog CAMEL = new DefaultCamelCatalog();

  static {
    for (ComponentSchema schema : ComponentSchema.all()) {
      CAMEL.addComponent(schema.scheme(), schema.javaType(), schema.json().toString());
    }
  }

  private final Routes routes = new Routes();

  private static final class Routes extends EndpointRouteBuilder implements HpcEndpointBuilders {
    @Override
    public void configure() {}
  }

  static List<ComponentSchema> schemas() {
    return ComponentSchema.all();
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void everyOptionCanBeSetAsText(ComponentSchema schema) throws Exception {
    for (Option option : schema.options()) {
      for (String role : List.of("consumer", "producer")) {
        if (option.isFor(role)) {
          Class<?> type = builderType(schema, role, option.isAdvanced());
          Class<?>[] arguments =
              option.isMultiValue()
                  ? new Class<?>[] {String.class, Object.class}
                  : new Class<?>[] {String.class};
          assertThat(type).hasDeclaredMethods(option.name());
          assertThat(type.getMethod(option.name(), arguments).getReturnType())
              .as("%s of %s", option.name(), type)
              .isEqualTo(type);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void everyConstantOfAnEnumIsAValueThatTheSchemaAllows(ComponentSchema schema) throws Exception {
    for (Option option : schema.options()) {
      if (option.allowed().isEmpty()) {
        continue;
      }
      Class<?> type = Class.forName(option.javaType());
      assertThat(type.isEnum()).as(option.name()).isTrue();
      for (Object constant : type.getEnumConstants()) {
        Object builder = endpoint(schema);
        method(builder, option.name(), type).invoke(builder, constant);
        EndpointValidationResult result = CAMEL.validateEndpointProperties(builder.toString());
        assertThat(result.isSuccess())
            .as("%s: %s", builder, result.summaryErrorMessage(false))
            .isTrue();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void everyHeaderHasItsName(ComponentSchema schema) throws Exception {
    Object headers = Routes.class.getMethod(schema.scheme()).invoke(routes);
    Map<String, String> named = new TreeMap<>();
    for (Method method : headers.getClass().getDeclaredMethods()) {
      if (!method.isSynthetic()) {
        named.put(method.getName(), (String) method.invoke(headers));
      }
    }

    assertThat(named).isEqualTo(schema.headers()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void staticImportsGiveTheSameEndpoints(ComponentSchema schema) throws Exception {
    Object imported =
        StaticHpcEndpointBuilders.class
            .getMethod(schema.scheme(), String.class)
            .invoke(null, schema.anOperation());

    assertThat(imported).hasToString(endpoint(schema).toString());
  }

  @Test
  void aComponentCanHaveAnotherName() {
    assertThat(routes.hpcpack("cluster2", "listJobs").jobState(JobState.FAILED))
        .hasToString("cluster2://listJobs?jobState=Failed");
    assertThat(StaticHpcEndpointBuilders.azbatch("account2", "listJobs"))
        .hasToString("account2://listJobs");
  }

  @Test
  void aMisspeltValueIsStillAMisspeltValue() {
    HpcPackEndpointBuilder misspelt = routes.hpcpack("listJobs").jobState("Runing");

    EndpointValidationResult result = CAMEL.validateEndpointProperties(misspelt.toString());

    assertThat(result.summaryErrorMessage(false)).contains("jobState", "Runing");
  }

  private Object endpoint(ComponentSchema schema) throws ReflectiveOperationException {
    return Routes.class
        .getMethod(schema.scheme(), String.class)
        .invoke(routes, schema.anOperation());
  }

  /** The interface that has the options of producers or consumers. */
  private Class<?> builderType(ComponentSchema schema, String role, boolean advanced)
      throws ReflectiveOperationException {
    Class<?> factory = endpoint(schema).getClass().getInterfaces()[0].getEnclosingClass();
    Class<?> kind =
        role.equals("consumer") ? EndpointConsumerBuilder.class : EndpointProducerBuilder.class;
    return Arrays.stream(factory.getDeclaredClasses())
        .filter(type -> type.isInterface() && List.of(type.getInterfaces()).equals(List.of(kind)))
        .filter(type -> type.getSimpleName().startsWith("Advanced") == advanced)
        .findFirst()
        .orElseThrow();
  }

  private static Method method(Object builder, String name, Class<?> argument)
      throws NoSuchMethodException {
    Method method = builder.getClass().getMethod(name, argument);
    method.setAccessible(true);
    return method;
  }
}
