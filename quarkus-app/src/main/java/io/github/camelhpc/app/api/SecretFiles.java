package io.github.camelhpc.app.api;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.source.file.FileSystemConfigSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Settings of which each is a file of its own, as a Secret of Kubernetes or a secret of Docker is
 * mounted: the file's name is the setting's, its text the value.
 */
public final class SecretFiles implements ConfigSourceFactory {

  private static final String FOLDER = "app.secrets";

  /** Below the environment (300), above config/application.properties (260). */
  private static final int ORDINAL = 275;

  @Override
  public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
    ConfigValue setting = context.getValue(FOLDER);
    if (setting == null || setting.getValue() == null || setting.getValue().isBlank()) {
      return List.of();
    }
    Path folder = Path.of(setting.getValue());
    if (!Files.isDirectory(folder) || !Files.isReadable(folder)) {
      throw new IllegalStateException(
          "app.secrets is not a folder that can be read: " + folder + "; correct or remove it");
    }
    return List.of(new FileSystemConfigSource(folder.toFile(), ORDINAL));
  }
}
