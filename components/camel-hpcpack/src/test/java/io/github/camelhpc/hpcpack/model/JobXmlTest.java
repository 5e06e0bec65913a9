package io.github.camelhpc.hpcpack.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JobXmlTest {

  private static final String EXPORTED =
      """
      <?xml version="1.0" encoding="utf-16"?>
      <Job Version="3.000" Id="4" State="Finished" Name="Demo" UnitType="Node" Priority="Normal"
          MinCores="2" MaxCores="8" IsExclusive="false" RunUntilCanceled="True" NodeGroups="A;B"
          SubmitTime="2010/12/7 23:18:20" NewAttribute="kept"
          xmlns="http://schemas.microsoft.com/HPCS2008R2/scheduler/">
        <CustomProperties><Term><Name>team</Name><Value>risk &amp; pricing</Value></Term></CustomProperties>
        <ExtendedTerms><Term><Name>cost</Name><Value/></Term></ExtendedTerms>
        <Dependencies><Parent GroupId="1"><Child GroupId="2"/><Child GroupId="3"/></Parent></Dependencies>
        <Tasks>
          <Task Name="sweep" Type="ParametricSweep" StartValue="1" EndValue="10" IncrementValue="2"
              CommandLine="echo *" GroupId="1" NiceId="1">
            <EnvironmentVariables>
              <Variable><Name>Path</Name><Value>a</Value></Variable>
              <Variable><Name>PATH</Name><Value>b</Value></Variable>
            </EnvironmentVariables>
            <CustomProperties><Term><Name>k</Name><Value>v</Value></Term></CustomProperties>
            <Later Depth="1"><Inner>text</Inner></Later>
          </Task>
          <Task CommandLine="hostname" DependsOn="sweep"/>
        </Tasks>
      </Job>
      """;

  @Test
  void readsAnExportedJob() {
    Job job = JobXml.read(EXPORTED);

    assertThat(job.getName()).isEqualTo("Demo");
    assertThat(job.getUnitType()).isEqualTo(UnitType.NODE);
    assertThat(job.getMinCores()).isEqualTo(2);
    assertThat(job.getMaxCores()).isEqualTo(8);
    assertThat(job.getMinNodes()).isNull();
    assertThat(job.getIsExclusive()).isFalse();
    assertThat(job.getRunUntilCanceled()).isTrue();
    assertThat(job.getNodeGroups()).isEqualTo("A;B");
    assertThat(job.getAttribute("State")).isEqualTo("Finished");
    assertThat(job.getAttribute("NewAttribute")).isEqualTo("kept");
    assertThat(job.getCustomProperties()).containsExactly(entry("team", "risk & pricing"));
    assertThat(job.getExtendedTerms()).containsExactly(entry("cost", ""));
    assertThat(job.getDependencies()).hasSize(1);
    assertThat(job.getDependencies().get(0).getGroupId()).isEqualTo("1");
    assertThat(job.getDependencies().get(0).getChildren())
        .extracting(Dependency.Child::getGroupId)
        .containsExactly("2", "3");
    assertThat(job.getTasks()).hasSize(2);
    Task sweep = job.getTasks().get(0);
    assertThat(sweep.getType()).isEqualTo(TaskType.PARAMETRIC_SWEEP);
    assertThat(sweep.getEndValue()).isEqualTo(10);
    assertThat(sweep.getEnvironmentVariables())
        .containsExactly(entry("Path", "a"), entry("PATH", "b"));
    assertThat(sweep.getOtherElements()).hasSize(1);
    assertThat(job.getTasks().get(1).getDependsOn()).isEqualTo("sweep");
  }

  @Test
  void whatIsReadAndWrittenLosesNothing() {
    String once = JobXml.write(JobXml.read(EXPORTED));

    assertThat(JobXml.write(JobXml.read(once))).isEqualTo(once);
    assertThat(once)
        .startsWith("<Job ")
        .contains("xmlns=\"http://schemas.microsoft.com/HPCS2008R2/scheduler/\"")
        .contains("Version=\"3.000\"")
        .containsOnlyOnce("Version=")
        .contains("SubmitTime=\"2010/12/7 23:18:20\"", "NewAttribute=\"kept\"", "NiceId=\"1\"")
        .contains("RunUntilCanceled=\"True\"")
        .contains("<Term><Name>team</Name><Value>risk &amp; pricing</Value></Term>")
        .contains("<Variable><Name>PATH</Name><Value>b</Value></Variable>")
        .contains("<Later", "<Inner>text</Inner>")
        .containsSubsequence("<CustomProperties>", "<ExtendedTerms>", "<Dependencies>", "<Tasks>")
        .containsSubsequence("<EnvironmentVariables>", "<CustomProperties><Term><Name>k");
  }

  @Test
  void writesAJobMadeInJava() {
    Job job = new Job();
    job.setName("Nightly <run>");
    job.setUnitType(UnitType.CORE);
    job.setMaxCores(4);
    job.setFailOnTaskFailure(true);
    job.setProject("gone");
    job.setProject(null);
    job.getDependencies().add(new Dependency("1", "2"));
    Task task = new Task();
    task.setCommandLine("echo \"a\"\r\nb");
    task.setType(TaskType.BASIC);
    task.getEnvironmentVariables().put("A", "1");
    job.getTasks().add(task);

    assertThat(JobXml.write(job))
        .isEqualTo(
            """
            <Job Version="3.000" Name="Nightly &lt;run&gt;" UnitType="Core" MaxCores="4" \
            FailOnTaskFailure="true" xmlns="http://schemas.microsoft.com/HPCS2008R2/scheduler/">\
            <Dependencies><Parent GroupId="1"><Child GroupId="2"/></Parent></Dependencies>\
            <Tasks><Task CommandLine="echo &quot;a&quot;&#13;&#10;b" Type="Basic">\
            <EnvironmentVariables><Variable><Name>A</Name><Value>1</Value></Variable>\
            </EnvironmentVariables></Task></Tasks></Job>""");
    assertThat(JobXml.read(JobXml.write(job)).getTasks().get(0).getCommandLine())
        .isEqualTo("echo \"a\"\r\nb");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<Job Name='d'><Tasks><Task CommandLine='c'/></Tasks></Job>",
        "\ufeff<Job Name='d'><Tasks><Task CommandLine='c'/></Tasks></Job>",
        "\n  <?xml version='1.0' encoding='utf-16'?><!-- c --><?p?><Job Name='d'><Tasks><Task"
            + " CommandLine='c'/></Tasks></Job>\n\n",
        "<x:Job xmlns:x='urn:any' Name='d'><x:Tasks><x:Task CommandLine='c'/></x:Tasks></x:Job>",
        "<Job xmlns='urn:other' xmlns:i='http://www.w3.org/2001/XMLSchema-instance'"
            + " i:schemaLocation='urn:other other.xsd' Name='d'><Tasks><Task"
            + " CommandLine='c'/></Tasks></Job>"
      })
  void namespaceAndVersionMayBeMissing(String xml) throws IOException {
    Job job = JobXml.read(xml);

    assertThat(job.getName()).isEqualTo("d");
    assertThat(job.getVersion()).isEqualTo("3.000");
    assertThat(job.getTasks()).extracting(Task::getCommandLine).containsExactly("c");
    assertThat(JobXml.requireJob(xml)).isSameAs(xml);
    assertThat(JobXml.write(job)).contains("xmlns=\"" + JobXml.NAMESPACE + "\"");
  }

  @Test
  void readsStreamsInTheirOwnEncoding() throws IOException {
    byte[] utf16 =
        "<?xml version='1.0' encoding='UTF-16'?><Job Name='é'/>".getBytes(StandardCharsets.UTF_16);

    assertThat(JobXml.read(new ByteArrayInputStream(utf16)).getName()).isEqualTo("é");
  }

  @Test
  void malformedXmlNamesThePlace() {
    JobXmlException failure =
        catchThrowableOfType(JobXmlException.class, () -> JobXml.read("<Job>\n<Tasks>\n</Job>"));

    assertThat(failure.getLine()).isEqualTo(3);
    assertThat(failure.getColumn()).isPositive();
    assertThat(failure)
        .hasMessageStartingWith("the job XML is not usable at line 3, column ")
        .hasMessageContaining("Tasks");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "text",
        "<Job>",
        "<Job/><Job/>",
        "<Job/>rest",
        "<Job a='1' a='2'/>",
        "<Jobs/>",
        "<html/>",
        "<!-- only a comment -->"
      })
  void whatIsNoJobIsRefused(String xml) {
    assertThatThrownBy(() -> JobXml.read(xml)).isInstanceOf(JobXmlException.class);
    assertThatThrownBy(() -> JobXml.requireJob(xml)).isInstanceOf(JobXmlException.class);
  }

  @Test
  void anElementWhoseNameIsNoneIsRefused() {
    assertThatThrownBy(
            () -> JobXml.read("<Job><EnvironmentVariables><:a/></EnvironmentVariables></Job>"))
        .isInstanceOf(JobXmlException.class)
        .hasMessageContaining("NAMESPACE_ERR");
  }

  /** Found by fuzzing: the JDK's parser has no message for it, and throws what it should not. */
  @Test
  void aDocumentTypeThatIsMalformedIsRefused() {
    assertThatThrownBy(() -> JobXml.read("<!DOCTYPE Job [<!ENTITY a\0)>]><Job Name"))
        .isInstanceOf(JobXmlException.class)
        .hasMessageContaining("not well-formed");
  }

  @Test
  void documentTypesAndEntitiesAreRefused() {
    for (String xml :
        List.of(
            "<!DOCTYPE Job [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><Job Name='d'>&x;</Job>",
            "<!DOCTYPE Job SYSTEM 'http://localhost:1/x.dtd'><Job/>",
            "<!DOCTYPE Job><Job/>")) {
      assertThatThrownBy(() -> JobXml.read(xml))
          .isInstanceOf(JobXmlException.class)
          .hasMessageEndingWith("a document type (<!DOCTYPE …>) is not allowed");
      assertThatThrownBy(() -> JobXml.requireJob(xml)).isInstanceOf(JobXmlException.class);
    }
  }

  @Test
  void anUnescapedAmpersandIsExplainedWithoutTheText() {
    assertThatThrownBy(() -> JobXml.read("<Job Password='pass&s3cret'/>"))
        .isInstanceOf(JobXmlException.class)
        .hasMessageEndingWith("an & does not begin an entity XML knows; write a plain & as &amp;")
        .hasMessageNotContaining("s3cret");
    assertThatThrownBy(() -> JobXml.read("<Job Password='pass&s3cret;'/>"))
        .isInstanceOf(JobXmlException.class)
        .hasMessageNotContaining("s3cret");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<Job><Tasks> | it ends too early",
        "<Job Name='x' | it ends too early",
        "<x:Job/> | a namespace prefix is not declared, or declared wrongly",
        "<Job>& and</Job> | an & does not begin an entity XML knows; write a plain & as &amp;",
        "<Job>&nbsp;</Job> | an & does not begin an entity XML knows; write a plain & as &amp;",
        "<Job>&#1;</Job> | Character reference \"&#1\" is an invalid XML character",
        "text | Content is not allowed in prolog"
      })
  void reasonsAreWordsOfOneSentence(String xml, String reason) {
    assertThatThrownBy(() -> JobXml.read(xml))
        .isInstanceOf(JobXmlException.class)
        .hasMessageMatching("the job XML is not usable at line 1, column [0-9]+: .*")
        .hasMessageEndingWith(": " + reason);
  }

  @Test
  void elementsNestedTooDeepAreRefused() {
    assertThatThrownBy(() -> JobXml.read("<Job>" + "<a>".repeat(2000)))
        .isInstanceOf(JobXmlException.class)
        .hasMessageEndingWith("elements are nested deeper than 64 levels");
  }

  @Test
  void wrongTypesShowWhenTheyAreAskedFor() {
    Job job = JobXml.read("<Job MinCores='four' UnitType='Rack' IsExclusive='maybe' MaxCores=''/>");

    assertThat(job.getMaxCores()).isNull();
    assertThatThrownBy(job::getMinCores).hasMessage("MinCores is 'four', not a whole number");
    assertThatThrownBy(job::getIsExclusive)
        .hasMessage("IsExclusive is 'maybe', neither true nor false");
    assertThatThrownBy(job::getUnitType)
        .hasMessage("UnitType is 'Rack'; it must be Core, Socket, Node or Gpu");
  }

  @Test
  void enumsAreReadByNameAndNumber() {
    assertThat(UnitType.of("2")).isEqualTo(UnitType.NODE);
    assertThat(UnitType.of("gpu")).isEqualTo(UnitType.GPU);
    assertThat(UnitType.of("")).isNull();
    assertThat(TaskType.of("1")).isEqualTo(TaskType.PARAMETRIC_SWEEP);
    assertThat(TaskType.of("service")).isEqualTo(TaskType.SERVICE);
    assertThatThrownBy(() -> TaskType.of("5")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void charactersThatXmlCannotHoldAreRefused() {
    Job job = new Job();
    job.setName("a\u0001");

    assertThatThrownBy(() -> JobXml.write(job)).isInstanceOf(JobXmlException.class);
  }

  @Test
  void failureOfTheStreamIsItsOwn() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("connection reset");
          }
        };

    assertThatThrownBy(() -> JobXml.read(broken))
        .isInstanceOf(IOException.class)
        .hasMessage("connection reset");
  }
}
