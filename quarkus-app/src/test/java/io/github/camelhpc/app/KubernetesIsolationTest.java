package io.github.camelhpc.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who reaches the pods of the manifests, what the pods reach, and what they may take. */
class KubernetesIsolationTest {

  @Test
  void onlyPodsWithTheLabelReachTheApplication() throws IOException {
    assertThat(KubernetesManifests.base("Service").at("/spec/type").asText())
        .isEqualTo("ClusterIP");
    JsonNode policy = KubernetesManifests.base("NetworkPolicy").get("spec");
    assertThat(policy.get("policyTypes").toString()).isEqualTo("[\"Ingress\"]");
    assertThat(policy.get("ingress")).hasSize(1);
    assertThat(policy.at("/ingress/0/from").toString())
        .isEqualTo("[{\"podSelector\":{\"matchLabels\":{\"camel-hpc/client\":\"true\"}}}]");
    assertThat(policy.at("/ingress/0/ports")).hasSize(1);
  }

  @Test
  void thePodIsTheApplicationAloneAndNotOfTheGroupOfRoot() throws IOException {
    JsonNode pod = pod();
    assertThat(pod.get("containers")).hasSize(1);
    assertThat(pod.has("initContainers")).isFalse();
    assertThat(pod.at("/securityContext/runAsGroup").asInt()).isEqualTo(1001);
    assertThat(pod.at("/securityContext/fsGroup").asInt()).isEqualTo(1001);
    assertThat(container().at("/securityContext/capabilities").toString())
        .isEqualTo("{\"drop\":[\"ALL\"]}");
  }

  @Test
  void nothingOfTheNodeIsMountedAndTemporaryFilesHaveALimit() throws IOException {
    for (JsonNode volume : pod().get("volumes")) {
      assertThat(volume.fieldNames())
          .toIterable()
          .as(volume.toString())
          .hasSize(2)
          .containsAnyOf("persistentVolumeClaim", "configMap", "secret", "emptyDir");
      if (volume.has("emptyDir")) {
        assertThat(volume.at("/emptyDir/sizeLimit").asText()).matches("\\d+Mi");
      }
    }
  }

  @Test
  void theEnvironmentIsThatOfTheConfigMapOnly() throws IOException {
    assertThat(container().get("envFrom").toString())
        .isEqualTo("[{\"configMapRef\":{\"name\":\"camel-hpc\"}}]");
  }

  /** One Lease, which is made without its name, and read and written by it. */
  @Test
  void theRoleHasNoOtherRules() throws IOException {
    JsonNode rules = KubernetesManifests.base("Role").get("rules");
    assertThat(rules).hasSize(2);
    assertThat(rules.at("/1/resourceNames")).hasSize(1);
    assertThat(KubernetesManifests.base("RoleBinding").get("subjects")).hasSize(1);
  }

  @Test
  void severalReplicasElectALeaderAndShareTheirFiles() throws IOException {
    assertThat(KubernetesManifests.base("Deployment").at("/spec/replicas").asInt())
        .isGreaterThan(1);
    assertThat(KubernetesManifests.base("ConfigMap").at("/data/APP_LEADER_ELECTION").asText())
        .isEqualTo("kubernetes");
    assertThat(KubernetesManifests.base("PersistentVolumeClaim").at("/spec/accessModes").toString())
        .isEqualTo("[\"ReadWriteMany\"]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jvm", "native"})
  void memoryIsLimited(String overlay) throws IOException {
    assertThat(KubernetesManifests.kustomization(overlay).get("patches").toString())
        .isEqualTo("[{\"path\":\"memory.yaml\"}]");
    Path file = KubernetesManifests.FOLDER.resolve(overlay).resolve("memory.yaml");
    JsonNode resources =
        KubernetesManifests.objects(file).get(0).at("/spec/template/spec/containers/0/resources");
    int requested = mebibytes(resources.at("/requests/memory"));
    assertThat(requested).isPositive();
    assertThat(mebibytes(resources.at("/limits/memory"))).isBetween(requested, 2 * requested);
  }

  private static int mebibytes(JsonNode quantity) {
    assertThat(quantity.asText()).matches("\\d+Mi");
    return Integer.parseInt(quantity.asText().replace("Mi", ""));
  }

  private static JsonNode pod() throws IOException {
    return KubernetesManifests.base("Deployment").at("/spec/template/spec");
  }

  private static JsonNode container() throws IOException {
    return pod().at("/containers/0");
  }
}
