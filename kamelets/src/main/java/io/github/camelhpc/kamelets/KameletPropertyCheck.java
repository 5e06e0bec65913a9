package io.github.camelhpc.kamelets;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.component.kamelet.Kamelet;
import org.apache.camel.model.Model;
import org.apache.camel.model.ModelLifecycleStrategySupport;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.RouteTemplateDefinition;
import org.apache.camel.model.RouteTemplateParameterDefinition;
import org.apache.camel.spi.ContextServicePlugin;
import org.apache.camel.support.LifecycleStrategySupport;
import org.apache.camel.util.StringHelper;

/**
 * Refuses a property that the Kamelet does not have, when the route is created. Camel itself passes
 * over such a property, so that a misspelt one has no effect and nobody is told. Camel loads this
 * check by itself, but for 4.14, which knows no {@link ContextServicePlugin}.
 */
public final class KameletPropertyCheck implements ContextServicePlugin {

  /** The Kamelets of this jar: others are none of its business. */
  static final Set<String> KAMELETS =
      Set.of(
          "hpcpack-job-source",
          "hpcpack-run-job-action",
          "hpcsoa-batch-responses-source",
          "hpcsoa-run-batch-action",
          "azbatch-task-status-source",
          "azbatch-run-tasks-action",
          "dbapi-metrics-source");

  /** What Camel adds to the properties that the user gave. */
  private static final Set<String> OF_CAMEL =
      Set.of(
          Kamelet.PARAM_ROUTE_ID,
          Kamelet.PARAM_TEMPLATE_ID,
          Kamelet.PARAM_LOCATION,
          Kamelet.PARAM_UUID,
          Kamelet.PARENT_ROUTE_ID,
          Kamelet.PARENT_PROCESSOR_ID,
          Kamelet.NO_ERROR_HANDLER,
          Kamelet.BRIDGE_ERROR_HANDLER);

  @Override
  public void load(CamelContext camelContext) {
    // there is no model yet when Camel loads plugins
    camelContext.addLifecycleStrategy(
        new LifecycleStrategySupport() {
          @Override
          public void onContextInitializing(CamelContext context) {
            watch(context.getCamelContextExtension().getContextPlugin(Model.class));
          }
        });
  }

  private static void watch(Model model) {
    model.addModelLifecycleStrategy(
        new ModelLifecycleStrategySupport() {
          @Override
          public void onAddRouteDefinition(RouteDefinition route) {
            check(model, route);
          }
        });
  }

  private static void check(Model model, RouteDefinition route) {
    if (route.getRouteTemplateContext() == null || route.getTemplateParameters() == null) {
      return;
    }
    String name = String.valueOf(route.getTemplateParameters().get(Kamelet.PARAM_TEMPLATE_ID));
    RouteTemplateDefinition template = model.getRouteTemplateDefinition(name);
    if (!KAMELETS.contains(name) || template == null) {
      return;
    }
    Set<String> defined =
        template.getTemplateParameters().stream()
            .map(RouteTemplateParameterDefinition::getName)
            .collect(Collectors.toCollection(TreeSet::new));
    for (String given : route.getRouteTemplateContext().getParameters().keySet()) {
      String property = StringHelper.dashToCamelCase(given);
      if (isGivenByUser(given) && !defined.contains(property)) {
        throw new IllegalArgumentException(
            "kamelet:%s has no property %s. Its properties are %s."
                .formatted(name, given, String.join(", ", defined)));
      }
    }
  }

  /**
   * Among the properties are those that Camel adds, those of other routes ({@code
   * camel.kamelet.<name>.<route>.<property>}), and environment variables in capitals.
   */
  private static boolean isGivenByUser(String property) {
    return !OF_CAMEL.contains(property)
        && property.indexOf('.') < 0
        && Character.isLowerCase(property.charAt(0));
  }
}
