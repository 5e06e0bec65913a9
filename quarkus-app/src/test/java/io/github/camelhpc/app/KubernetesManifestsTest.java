package io.github.camelhpc.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.kubernetes.client.openapi.JSON;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Container;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PersistentVolumeClaim;
import io.kubernetes.client.openapi.models.V1Role;
import io.kubernetes.client.openapi.models.V1RoleBinding;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The manifests against the API of Kubernetes, against each other and against the application. */
class KubernetesManifestsTest {

  /** From the OpenAPI description of Kubernetes: refuses unknown fields, and misses required. */
  private interface Schema {
    void validate(JsonElement object) throws IOException;
  }

  private record Kind(String apiVersion, Class<?> type, Schema schema) {}

  private static final Map<String, Kind> KINDS =
      Map.of(
          "ServiceAccount",
          new Kind("v1", V1ServiceAccount.class, V1ServiceAccount::validateJsonElement),
          "Role",
          new Kind("rbac.authorization.k8s.io/v1", V1Role.class, V1Role::validateJsonElement),
          "RoleBinding",
          new Kind(
              "rbac.authorization.k8s.io/v1",
              V1RoleBinding.class,
              V1RoleBinding::validateJsonElement),
          "ConfigMap",
          new Kind("v1", V1ConfigMap.class, V1ConfigMap::validateJsonElement),
          "PersistentVolumeClaim",
          new Kind(
              "v1", V1PersistentVolumeClaim.class, V1PersistentVolumeClaim::validateJsonElement),
          "Deployment",
          new Kind("apps/v1", V1Deployment.class, V1Deployment::validateJsonElement),
          "Service",
          new Kind("v1", V1Service.class, V1Service::validateJsonElement),
          "NetworkPolicy",
          new Kind(
              "networking.k8s.io/v1", V1NetworkPolicy.class, V1NetworkPolicy::validateJsonElement));

  private static final Pattern SETTING = Pattern.compile("(?m)^#?([a-z][\\w.-]+)=");

  @Test
  void everyObjectIsWhatTheApiOfKubernetesTakes() throws IOException {
    List<JsonNode> objects = KubernetesManifests.base();
    assertThat(objects).extracting(object -> object.get("kind").asText()).hasSize(KINDS.size());
    objects.forEach(KubernetesManifestsTest::requireValid);
    for (String overlay : List.of("jvm", "native")) {
      for (JsonNode patch : KubernetesManifests.kustomization(overlay).get("patches")) {
        Path file = KubernetesManifests.FOLDER.resolve(overlay).resolve(patch.get("path").asText());
        requirePatch(KubernetesManifests.objects(file).get(0));
      }
    }
  }

  private static void requireValid(JsonNode object) {
    String text = object.toString();
    Kind kind = KINDS.get(object.get("kind").asText());
    assertThat(object.get("apiVersion").asText()).isEqualTo(kind.apiVersion());
    assertThatCode(() -> kind.schema().validate(JsonParser.parseString(text)))
        .as(text)
        .doesNotThrowAnyException();
    assertThatCode(() -> JSON.deserialize(text, kind.type())).as(text).doesNotThrowAnyException();
  }

  /** A patch has not what a Deployment requires, but its container is one. */
  private static void requirePatch(JsonNode patch) throws IOException {
    assertThat(patch.get("apiVersion").asText()).isEqualTo(KINDS.get("Deployment").apiVersion());
    assertThat(patch.get("kind").asText()).isEqualTo("Deployment");
    assertThat(patch.get("spec").fieldNames()).toIterable().containsExactly("template");
    assertThat(patch.at("/spec/template").fieldNames()).toIterable().containsExactly("spec");
    JsonNode pod = patch.at("/spec/template/spec");
    assertThat(pod.fieldNames()).toIterable().containsExactly("containers");
    String container = pod.at("/containers/0").toString();
    V1Container.validateJsonElement(JsonParser.parseString(container));
    assertThat(JSON.<V1Container>deserialize(container, V1Container.class).getResources())
        .isNotNull();
  }

  @Test
  void kustomizationsNameAllTheirFilesAndTheImageOfTheDeployment() throws IOException {
    assertThat(KubernetesManifests.files("base"))
        .containsExactlyInAnyOrderElementsOf(
            with("kustomization.yaml", KubernetesManifests.kustomization("base").get("resources")));
    for (String overlay : List.of("jvm", "native")) {
      JsonNode kustomization = KubernetesManifests.kustomization(overlay);
      assertThat(kustomization.at("/resources/0").asText()).isEqualTo("../base");
      assertThat(KubernetesManifests.files(overlay))
          .containsExactlyInAnyOrder(
              "kustomization.yaml", kustomization.at("/patches/0/path").asText());
      assertThat(kustomization.at("/images/0/name")).isEqualTo(container().get("image"));
    }
  }

  @Test
  void patchesAreForTheDeploymentAndItsContainer() throws IOException {
    for (String overlay : List.of("jvm", "native")) {
      Path file = KubernetesManifests.FOLDER.resolve(overlay).resolve("memory.yaml");
      JsonNode patch = KubernetesManifests.objects(file).get(0);
      JsonNode deployment = KubernetesManifests.base("Deployment");
      assertThat(patch.at("/metadata/name")).isEqualTo(deployment.at("/metadata/name"));
      assertThat(patch.at("/spec/template/spec/containers/0/name"))
          .isEqualTo(container().get("name"));
    }
  }

  @Test
  void selectorsFindThePods() throws IOException {
    JsonNode labels = KubernetesManifests.base("Deployment").at("/spec/template/metadata/labels");
    assertThat(labels).isNotEmpty();
    assertThat(KubernetesManifests.base("Deployment").at("/spec/selector/matchLabels"))
        .isEqualTo(labels);
    assertThat(KubernetesManifests.base("Service").at("/spec/selector")).isEqualTo(labels);
    assertThat(KubernetesManifests.base("NetworkPolicy").at("/spec/podSelector/matchLabels"))
        .isEqualTo(labels);
    assertThat(pod().at("/topologySpreadConstraints/0/labelSelector/matchLabels"))
        .isEqualTo(labels);
  }

  @Test
  void whatTheDeploymentNamesIsThere() throws IOException {
    assertThat(pod().get("serviceAccountName")).isEqualTo(name("ServiceAccount"));
    assertThat(container().at("/envFrom/0/configMapRef/name")).isEqualTo(name("ConfigMap"));
    assertThat(pod().at("/volumes/0/persistentVolumeClaim/claimName"))
        .isEqualTo(name("PersistentVolumeClaim"));
    assertThat(pod().at("/volumes/1/configMap/optional").asBoolean()).isTrue();
    assertThat(container().get("volumeMounts").findValuesAsText("name"))
        .containsExactlyElementsOf(
            pod().get("volumes").findValues("name").stream()
                .map(JsonNode::asText)
                .filter(name -> !name.startsWith("camel-hpc"))
                .toList());
    JsonNode binding = KubernetesManifests.base("RoleBinding");
    assertThat(binding.at("/roleRef/name")).isEqualTo(name("Role"));
    assertThat(binding.at("/subjects/0/name")).isEqualTo(name("ServiceAccount"));
  }

  @Test
  void secretsAreMadeAsTheDocumentationSays() throws IOException {
    String page = Files.readString(Path.of("../docs/deployment.md"));
    JsonNode secret = secret();
    assertThat(page).contains("kubectl create secret generic " + secret.get("secretName").asText());
    assertThat(secret.get("items")).hasSizeGreaterThan(2);
    for (JsonNode item : secret.get("items")) {
      assertThat(page).contains("--from-literal=" + item.get("key").asText() + "=");
    }
  }

  @Test
  void secretsAreFilesThatOnlyTheApplicationReads() throws IOException {
    assertThat(container().has("env")).isFalse();
    assertThat(secret().get("defaultMode").asInt()).isEqualTo(0440);
    JsonNode mount = mount("secrets");
    assertThat(mount.get("readOnly").asBoolean()).isTrue();
    assertThat(KubernetesManifests.base("ConfigMap").at("/data/APP_SECRETS"))
        .isEqualTo(mount.get("mountPath"));
    assertThat(KubernetesManifests.base("ConfigMap").get("data").fieldNames())
        .toIterable()
        .noneMatch(name -> name.matches(".*(PASSWORD|KEY|TOKEN|SECRET)$"));
  }

  /** Of the image, who listens at all addresses: without it, no pod would start. */
  @Test
  void theApplicationHasThePasswordThatItNeedsToListen() throws IOException {
    assertThat(secret().get("items").findValuesAsText("path")).contains("app.api.password");
  }

  @Test
  void theServiceAccountMayReadAndWriteTheLeaseOnly() throws IOException {
    JsonNode lease = KubernetesManifests.base("ConfigMap").at("/data/APP_LEADER_ELECTION_LEASE");
    JsonNode rules = KubernetesManifests.base("Role").get("rules");
    for (JsonNode rule : rules) {
      assertThat(rule.get("apiGroups").toString()).isEqualTo("[\"coordination.k8s.io\"]");
      assertThat(rule.get("resources").toString()).isEqualTo("[\"leases\"]");
    }
    assertThat(rules.at("/0/verbs").toString()).isEqualTo("[\"create\"]");
    assertThat(rules.at("/1/verbs").toString()).isEqualTo("[\"get\",\"patch\"]");
    assertThat(rules.at("/1/resourceNames/0")).isEqualTo(lease);
  }

  @Test
  void portsAndProbesAreThoseOfTheApplication() throws IOException {
    JsonNode port = container().at("/ports/0");
    assertThat(settings()).containsEntry("quarkus.http.port", port.get("containerPort").asText());
    assertThat(KubernetesManifests.base("Service").at("/spec/ports/0/targetPort"))
        .isEqualTo(port.get("name"));
    assertThat(KubernetesManifests.base("NetworkPolicy").at("/spec/ingress/0/ports/0/port"))
        .isEqualTo(port.get("name"));
    for (String probe : List.of("startup", "liveness", "readiness")) {
      assertThat(container().at("/" + probe + "Probe/httpGet/port")).isEqualTo(port.get("name"));
    }
    long shutdown = Long.parseLong(settings().get("camel.main.shutdown-timeout"));
    assertThat(pod().get("terminationGracePeriodSeconds").asLong()).isGreaterThan(shutdown + 5);
  }

  @Test
  void variablesAreSettingsThatTheApplicationKnows() throws IOException {
    Set<String> known = new HashSet<>();
    settings().keySet().forEach(setting -> known.add(variable(setting)));
    for (String scheme : List.of("hpcpack", "hpcsoa", "dbapi")) {
      // of a single word, so found without a line in application.properties
      known.add(variable("camel.component." + scheme + ".username"));
      known.add(variable("camel.component." + scheme + ".password"));
    }
    Set<String> used = new HashSet<>();
    KubernetesManifests.base("ConfigMap").get("data").fieldNames().forEachRemaining(used::add);
    secret().get("items").findValuesAsText("path").forEach(file -> used.add(variable(file)));
    assertThat(used).hasSizeGreaterThan(4);
    assertThat(known).containsAll(used);
  }

  private static String variable(String setting) {
    return setting.replaceAll("[^a-z0-9]", "_").toUpperCase(Locale.ROOT);
  }

  /** The settings in application.properties, those that are commented out, too. */
  private static Map<String, String> settings() throws IOException {
    String file = Files.readString(Path.of("src/main/resources/application.properties"));
    Map<String, String> settings = new HashMap<>();
    Matcher matcher = SETTING.matcher(file);
    while (matcher.find()) {
      settings.put(matcher.group(1), file.substring(matcher.end()).lines().findFirst().orElse(""));
    }
    return settings;
  }

  @Test
  void theContainerHasNoRights() throws IOException {
    JsonNode user = pod().get("securityContext");
    assertThat(user.get("runAsNonRoot").asBoolean()).isTrue();
    assertThat(user.get("runAsUser").asInt()).isEqualTo(1001);
    assertThat(user.at("/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
    JsonNode rights = container().get("securityContext");
    assertThat(rights.get("allowPrivilegeEscalation").asBoolean(true)).isFalse();
    assertThat(rights.get("readOnlyRootFilesystem").asBoolean()).isTrue();
    assertThat(rights.at("/capabilities/drop/0").asText()).isEqualTo("ALL");
    assertThat(rights.has("privileged")).isFalse();
    for (String privilege : List.of("hostNetwork", "hostPID", "hostIPC")) {
      assertThat(pod().has(privilege)).as(privilege).isFalse();
    }
    for (JsonNode mount : container().get("volumeMounts")) {
      assertThat(mount.path("readOnly").asBoolean())
          .as(mount.toString())
          .isEqualTo(!List.of("/data", "/tmp").contains(mount.get("mountPath").asText()));
    }
  }

  private static JsonNode secret() throws IOException {
    for (JsonNode volume : pod().get("volumes")) {
      if (volume.has("secret")) {
        return volume.get("secret");
      }
    }
    throw new IllegalStateException("no volume is a secret");
  }

  private static JsonNode mount(String name) throws IOException {
    for (JsonNode mount : container().get("volumeMounts")) {
      if (mount.get("name").asText().equals(name)) {
        return mount;
      }
    }
    throw new IllegalStateException("no mount " + name);
  }

  private static JsonNode pod() throws IOException {
    return KubernetesManifests.base("Deployment").at("/spec/template/spec");
  }

  private static JsonNode container() throws IOException {
    return pod().at("/containers/0");
  }

  private static JsonNode name(String kind) throws IOException {
    return KubernetesManifests.base(kind).at("/metadata/name");
  }

  private static List<String> with(String first, JsonNode others) {
    List<String> names = new ArrayList<>(List.of(first));
    others.forEach(name -> names.add(name.asText()));
    return names;
  }
}
