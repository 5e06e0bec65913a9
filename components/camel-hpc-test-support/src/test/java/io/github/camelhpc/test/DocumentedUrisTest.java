package io.github.camelhpc.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentedUrisTest {

  @TempDir private Path folder;

  private final DocumentedUris uris = new DocumentedUris("hpcpack");

  private List<String> inJava(String routes) throws IOException {
    Path file = folder.resolve("R.java");
    Files.writeString(
        file, "package x; class R extends RouteBuilder { void configure() {" + routes + "} }");
    return uris.in(file);
  }

  @Test
  void textInJava() throws IOException {
    assertThat(
            inJava(
                """
                from("hpcpack:listJobs?jobState=Failed" + "&delay=" + delay).to("log:hpcpack:x")
                    .toD("hpcpack:getJob?jobId=${header.id}").to("azbatch:listJobs");
                """))
        .containsExactly(
            "hpcpack:listJobs?jobState=Failed&delay=${unknown}",
            "hpcpack:getJob?jobId=${header.id}");
  }

  @Test
  void endpointsOfTheEndpointDslInJava() throws IOException {
    assertThat(
            inJava(
                """
                from(hpcpack("listJobs").jobState(JobState.FAILED).advanced().delay(1000 * 15))
                    .setHeader(hpcpack().hpcPackJobId(), constant(1))
                    .to(hpcpack("cluster2", "getJob").jobId("${body}")
                        .schedulerProperties("cron", "x").properties("Id" + ",State"))
                    .to(azbatch("listJobs").filter("x"));
                """))
        .containsExactly(
            "hpcpack:listJobs?jobState=${unknown}&delay=${unknown}",
            "hpcpack:getJob?jobId=${body}&properties=Id,State");
  }

  @Test
  void parametersInYaml() {
    assertThat(
            uris.inMarkdown(
                """
                see `hpcpack:getVersion`, not `hpcpack:operation?options`
                ```yaml
                - from:
                    uri: hpcpack:listJobs
                    parameters: {jobState: Failed, delay: 15s}
                ```
                """))
        .containsExactly("hpcpack:listJobs?jobState=Failed&delay=15s", "hpcpack:getVersion");
  }

  @Test
  void documentsAreWhatPeopleWrite() throws IOException {
    for (String file :
        List.of(
            "README.md",
            "a.yaml",
            "a.yml",
            "a.txt",
            "target/b.yaml",
            "src/main/java/C.java",
            "src/test/java/D.java")) {
      Path path = folder.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, "");
    }

    assertThat(DocumentedUris.documents(folder, folder.resolve("none")))
        .containsExactlyInAnyOrder(
            folder.resolve("README.md"),
            folder.resolve("a.yaml"),
            folder.resolve("a.yml"),
            folder.resolve("src/main/java/C.java"));
  }
}
