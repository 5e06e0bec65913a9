package io.github.camelhpc.hpcpack;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import javax.management.Attribute;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.test.junit5.TestExecutionConfiguration;
import org.junit.jupiter.api.Test;

/** What management tools see of endpoints. */
class HpcPackJmxTest extends HpcPackTestSupport {

  private static final String SECRET = "s3cr3t";

  @Override
  public void configureTest(TestExecutionConfiguration configuration) {
    super.configureTest(configuration);
    configuration.withJMX(true);
  }

  @Override
  protected RoutesBuilder createRouteBuilder() {
    return new RouteBuilder() {
      @Override
      public void configure() {
        from("hpcpack:listJobs?initialDelay=3600000&username=alice&password=" + SECRET)
            .to("hpcpack:getVersion?username=alice&password=RAW(" + SECRET + ")");
      }
    };
  }

  @Test
  void thePasswordIsInNoAttributeOfNoBean() throws Exception {
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    List<String> seen = new ArrayList<>();
    for (ObjectName name : server.queryNames(new ObjectName("org.apache.camel:*"), null)) {
      seen.add(name.toString());
      String[] attributes = names(server.getMBeanInfo(name).getAttributes());
      server.getAttributes(name, attributes).asList().stream()
          .map(Attribute::toString)
          .forEach(seen::add);
    }

    assertThat(seen).anyMatch(text -> text.contains("hpcpack://getVersion"));
    assertThat(seen).noneMatch(text -> text.contains(SECRET));
  }

  private static String[] names(MBeanAttributeInfo[] attributes) {
    String[] all = new String[attributes.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = attributes[i].getName();
    }
    return all;
  }
}
