package io.github.camelhpc.quarkus.it;

import static io.github.camelhpc.quarkus.it.Routes.ask;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Services.class)
class HpcPackTest {

  private static final String JOB_XML =
      """
      <Job xmlns="http://schemas.microsoft.com/HPCS2008R2/scheduler/" Name="watched" ExpandedPriority="3000">
        <CustomProperties><Term><Name>desk</Name><Value>rates</Value></Term></CustomProperties>
        <Tasks><Task Name="only" CommandLine="price.exe"/></Tasks>
      </Job>
      """;

  @Test
  void runsJobXmlAndReadsTheResult() {
    assertThat(ask("/hpcpack/run", JOB_XML)).matches("\\d+ Finished true 1 Finished");
  }

  @Test
  void runsADescriptionInJson() {
    String job =
        "{\"Name\": \"json\", \"tasks\": [{\"CommandLine\": \"x\"}, {\"CommandLine\": \"y\"}]}";
    assertThat(ask("/hpcpack/run", job)).matches("\\d+ Finished true 2 Finished");
  }

  @Test
  void countsWithTheTimesOfAJob() {
    String[] words = ask("/hpcpack/times", JOB_XML).split(" ");

    assertThat(Duration.between(Instant.parse(words[5]), Instant.parse(words[3])))
        .isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void watchesJobs() {
    ask("/hpcpack/run", JOB_XML);
    assertThat(ask("/hpcpack/changes")).matches("\\d+ Finished");
  }

  @Test
  void bindsJobXmlToItsModel() {
    assertThat(ask("/hpcpack/job-xml", JOB_XML)).isEqualTo("watched 3000 price.exe rates");
  }

  @Test
  void speaksXmlWithTheService() {
    assertThat(ask("/hpcpack/job-from-map", "{\"Name\": \"by XML\"}"))
        .isEqualTo("by XML Configuring");
    assertThat(ask("/hpcpack/list-by-xml")).matches("\\d+ Online");
  }

  @Test
  void readsErrors() {
    assertThat(ask("/hpcpack/error")).startsWith("404 hpcpack:getJob ");
    assertThat(ask("/hpcpack/error-by-xml")).isEqualTo(ask("/hpcpack/error"));
  }

  @Test
  void saysWhereXmlIsWrong() {
    assertThat(ask("/hpcpack/wrong-xml", "<Job><Tasks></Job>"))
        .contains("line 1")
        .contains("Tasks");
  }

  @Test
  void trustsTheCertificateOfATrustStoreAndNoOther() {
    assertThat(ask("/hpcpack/secure")).startsWith("version ");
    assertThat(ask("/hpcpack/not-verified")).containsIgnoringCase("certificat");
  }
}
