package io.github.camelhpc.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No route of the application begins to work by itself unless the application leads. */
class LeaderRoutesTest {

  private static final YAMLMapper YAML = new YAMLMapper();

  @Test
  void whatPollsDoesSoWithTheLeaderOnly() throws IOException {
    List<JsonNode> polling =
        sources().stream().filter(from -> !isAsked(from) && !is(from, "timer")).toList();
    assertThat(polling).hasSizeGreaterThan(6);
    for (JsonNode from : polling) {
      assertThat(from.at("/parameters/pollStrategy").asText())
          .as(from.get("uri").asText())
          .isEqualTo("#leaderOnly");
    }
  }

  @Test
  void timersFirstAskWhetherTheApplicationLeads() throws IOException {
    List<JsonNode> timers = sources().stream().filter(from -> is(from, "timer")).toList();
    assertThat(timers).isNotEmpty();
    for (JsonNode from : timers) {
      JsonNode filter = from.at("/steps/0/filter");
      assertThat(filter.get("simple").asText())
          .isEqualTo("${bean:leadership?method=isLeader} == false");
      assertThat(filter.at("/steps/0").fieldNames()).toIterable().containsExactly("stop");
    }
  }

  /** A route that another one, or a request, asks. */
  private static boolean isAsked(JsonNode from) {
    return is(from, "direct");
  }

  private static boolean is(JsonNode from, String scheme) {
    return from.get("uri").asText().startsWith(scheme + ":");
  }

  private static List<JsonNode> sources() throws IOException {
    List<JsonNode> sources = new ArrayList<>();
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(Path.of("src/main/resources/camel"), "*.yaml")) {
      for (Path file : files) {
        for (JsonNode entry : YAML.readTree(file.toFile())) {
          JsonNode from = entry.at("/route/from");
          if (!from.isMissingNode()) {
            sources.add(from);
          }
        }
      }
    }
    return sources;
  }
}
