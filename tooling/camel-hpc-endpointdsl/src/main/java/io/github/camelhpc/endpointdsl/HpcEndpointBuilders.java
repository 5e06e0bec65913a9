package io.github.camelhpc.endpointdsl;

import io.github.camelhpc.endpointdsl.dsl.AzBatchEndpointBuilderFactory;
import io.github.camelhpc.endpointdsl.dsl.DbapiEndpointBuilderFactory;
import io.github.camelhpc.endpointdsl.dsl.HpcPackEndpointBuilderFactory;
import io.github.camelhpc.endpointdsl.dsl.HpcSoaEndpointBuilderFactory;

/**
 * Gives a route the type-safe endpoints {@code hpcpack(…)}, {@code hpcsoa(…)}, {@code azbatch(…)}
 * and {@code dbapi(…)}, next to those of Camel's own components:
 *
 * <pre>{@code
 * public class FailedJobs extends EndpointRouteBuilder implements HpcEndpointBuilders {
 *   @Override
 *   public void configure() {
 *     from(hpcpack("listJobs").jobState("Failed").delay("15s")).to(log("failed"));
 *   }
 * }
 * }</pre>
 *
 * <p>The argument is the operation; every option of the endpoint is a method with the option's
 * Javadoc, also for a value with placeholders. Without an argument {@code hpcpack()} gives the
 * names of the component's headers. The jar of a component that a route uses has to be on the class
 * path, the others need not be. A class that cannot implement this interface imports the methods of
 * {@link StaticHpcEndpointBuilders}.
 */
public interface HpcEndpointBuilders
    extends AzBatchEndpointBuilderFactory.AzBatchBuilders,
        DbapiEndpointBuilderFactory.DbapiBuilders,
        HpcPackEndpointBuilderFactory.HpcPackBuilders,
        HpcSoaEndpointBuilderFactory.HpcSoaBuilders {}
