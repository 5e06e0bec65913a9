package io.github.camelhpc.reliability.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The routes of docs/deployment.md, as users copy them. */
final class DocumentedRoutes {

  private static final Path PAGE = Path.of("..", "docs", "deployment.md");
  private static final Pattern BLOCK =
      Pattern.compile("^```yaml\\R(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE);

  private DocumentedRoutes() {}

  /** The block with the route of this id. */
  static String yaml(String routeId) throws IOException {
    return BLOCK
        .matcher(Files.readString(PAGE))
        .results()
        .map((MatchResult block) -> block.group(1))
        .filter(block -> block.contains("id: " + routeId + "\n"))
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException(PAGE + " has no route with the id " + routeId));
  }
}
