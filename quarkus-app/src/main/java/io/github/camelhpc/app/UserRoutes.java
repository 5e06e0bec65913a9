package io.github.camelhpc.app;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.quarkus.main.events.AfterConfigure;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads the user's own routes. Camel's {@code routes-include-pattern} could, but refuses to start
 * when the folder is not there.
 */
@ApplicationScoped
public class UserRoutes {

  private static final Logger LOG = LoggerFactory.getLogger(UserRoutes.class);

  private final Path folder;

  @Inject
  UserRoutes(AppSettings settings) {
    this.folder = settings.routes();
  }

  /** After the cluster and the account are known, because routes may use its properties. */
  void load(@Observes @Priority(Cluster.PRIORITY + 2) AfterConfigure event) throws IOException {
    CamelContext context = event.getCamelContext(CamelContext.class);
    for (Path file : files()) {
      load(file, context);
      LOG.info("Routes of {} loaded", file);
    }
  }

  private List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.{yaml,yml}")) {
        found.forEach(files::add);
      }
    }
    Collections.sort(files);
    return files;
  }

  private static void load(Path file, CamelContext context) {
    try {
      PluginHelper.getRoutesLoader(context)
          .loadRoutes(ResourceHelper.resolveMandatoryResource(context, "file:" + file));
    } catch (Exception e) {
      throw new IllegalStateException(
          "The routes in " + file + " cannot be used; correct or remove the file: " + e, e);
    }
  }
}
