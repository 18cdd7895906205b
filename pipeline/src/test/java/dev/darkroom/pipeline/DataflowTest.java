package dev.darkroom.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ObjectArrays;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.darkroom.transforms.cli.ExitCode;
import dev.darkroom.transforms.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.beam.model.pipeline.v1.RunnerApi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Dataflow would be given, without Dataflow, an account or a network. */
class DataflowTest {
  @TempDir Path folder;
  private Path jar;
  private final List<URI> connections = new CopyOnWriteArrayList<>();
  private final ProxySelector usual = ProxySelector.getDefault();

  @BeforeEach
  void watchTheNetwork() throws IOException {
    jar = Files.writeString(folder.resolve("darkroom.jar"), "stands for the bundled jar");
    ProxySelector.setDefault(
        new ProxySelector() {
          @Override
          public List<Proxy> select(URI uri) {
            connections.add(uri);
            return List.of(Proxy.NO_PROXY);
          }

          @Override
          public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
        });
  }

  @AfterEach
  void restoreTheNetwork() {
    ProxySelector.setDefault(usual);
  }

  private Run convert(String... flags) {
    String[] common = {
      "convert",
      "--runner=DataflowRunner",
      "--project=some-project",
      "--region=europe-west4",
      "--gcpTempLocation=" + folder.resolve("temp"),
      "--filesToStage=" + jar,
      "--credentialFactoryClass=org.apache.beam.sdk.extensions.gcp.auth.NoopCredentialFactory",
      "--pathValidatorClass=org.apache.beam.sdk.extensions.gcp.storage.NoopPathValidator"
    };
    return Run.of(ObjectArrays.concat(common, flags, String.class));
  }

  @Test
  void makesATemplateOffline() throws IOException {
    Path file = folder.resolve("template.json");

    Run run =
        convert(
            "--input=gs://photos/",
            "--output=gs://out/dataset/",
            "--templateLocation=" + file,
            "--width=224",
            "--serviceAccount=worker@some-project.iam.gserviceaccount.com",
            "--subnetwork=regions/europe-west4/subnetworks/darkroom",
            "--usePublicIps=false",
            "--workerMachineType=n2-standard-4",
            "--diskSizeGb=50",
            "--maxNumWorkers=8");

    assertEquals(ExitCode.DONE, run.exit(), run.err());
    assertEquals("template: " + file, run.out().strip());
    assertEquals(List.of(), connections);
    JsonNode job = Json.parse(Files.readString(file), JsonNode.class);
    assertEquals("JOB_TYPE_BATCH", job.get("type").asText());
    assertTrue(
        steps()
            .containsAll(
                List.of(
                    "List images/Divide input 1",
                    "List images/Match input 1/Match filepatterns",
                    "List images/Pin input 1",
                    "Plan dataset/Choose classes and shards",
                    "Convert shards/Group by shard",
                    "Convert shards/Convert and write",
                    "Publish dataset/Publish")),
        "" + steps());
    JsonNode options = job.at("/environment/sdkPipelineOptions/options");
    assertEquals("gs://photos/", options.at("/input/0").asText());
    assertEquals("gs://out/dataset/", options.get("output").asText());
    assertEquals(224, options.get("width").asInt());
    JsonNode workers = job.at("/environment/workerPools/0");
    assertEquals("n2-standard-4", workers.get("machineType").asText());
    assertEquals(50, workers.get("diskSizeGb").asInt());
    assertEquals("WORKER_IP_PRIVATE", workers.get("ipConfiguration").asText());
    assertEquals("regions/europe-west4/subnetworks/darkroom", workers.get("subnetwork").asText());
    assertEquals(8, workers.at("/autoscalingSettings/maxNumWorkers").asInt());
    assertEquals(
        "worker@some-project.iam.gserviceaccount.com",
        job.at("/environment/serviceAccountEmail").asText());
    assertTrue(job.at("/environment/experiments").toString().contains("use_runner_v2"));
    assertEquals(1, staged(".jar").size());
    assertEquals(staged(".jar").get(0).toString(), workers.at("/packages/0/location").asText());
  }

  /** The names in the pipeline that was staged for Runner v2. */
  private Set<String> steps() throws IOException {
    Path pipeline = staged(".pb").get(0);
    return RunnerApi.Pipeline.parseFrom(Files.readAllBytes(pipeline))
        .getComponents()
        .getTransformsMap()
        .values()
        .stream()
        .map(RunnerApi.PTransform::getUniqueName)
        .collect(Collectors.toSet());
  }

  private List<Path> staged(String ending) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("temp/staging"))) {
      return files.filter(file -> file.toString().endsWith(ending)).toList();
    }
  }

  @Test
  void submitsAJobAndBringsItsFailureBack() throws IOException {
    Path file = folder.resolve("job.json");
    List<String> submitted = new CopyOnWriteArrayList<>();
    HttpServer dataflow = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    dataflow.createContext("/", exchange -> answer(exchange, submitted));
    dataflow.start();
    try {
      Run run =
          convert(
              "--input=" + folder.resolve("photos"),
              "--output=" + folder.resolve("dataset"),
              "--dataflowJobFile=" + file,
              "--apiRootUrl=http://localhost:" + dataflow.getAddress().getPort() + "/");

      assertEquals(ExitCode.FAILURE, run.exit(), run.err());
      assertTrue(run.err().contains("the pipeline ended as FAILED"), run.err());
      assertEquals(1, submitted.size());
      JsonNode job = Json.parse(submitted.get(0), JsonNode.class);
      assertEquals("JOB_TYPE_BATCH", job.get("type").asText());
      String packages = "/environment/workerPools/0/packages";
      assertEquals(
          job.at(packages), Json.parse(Files.readString(file), JsonNode.class).at(packages));
    } finally {
      dataflow.stop(0);
    }
  }

  private static void answer(HttpExchange exchange, List<String> submitted) throws IOException {
    String body = new String(body(exchange).readAllBytes(), UTF_8);
    String path = exchange.getRequestURI().getPath();
    if (exchange.getRequestMethod().equals("POST") && path.endsWith("/jobs")) {
      submitted.add(body);
    }
    byte[] job =
        path.contains("/jobs")
            ? "{\"id\": \"1\", \"projectId\": \"some-project\", \"currentState\": \"JOB_STATE_FAILED\"}"
                .getBytes(UTF_8)
            : "{}".getBytes(UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, job.length);
    exchange.getResponseBody().write(job);
    exchange.close();
  }

  private static InputStream body(HttpExchange exchange) throws IOException {
    InputStream body = exchange.getRequestBody();
    boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
    return zipped ? new GZIPInputStream(body) : body;
  }
}
