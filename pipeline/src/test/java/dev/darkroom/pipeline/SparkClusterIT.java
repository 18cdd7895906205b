package dev.darkroom.pipeline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.darkroom.benchmark.bucket.RequestKind;
import dev.darkroom.benchmark.bucket.conditions.Conditions;
import dev.darkroom.benchmark.bucket.conditions.Faults;
import dev.darkroom.benchmark.bucket.conditions.Latency;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The bundled jar on a real Spark cluster, submitted as a user submits it, writes the very bytes
 * that it writes on one machine. Run by {@code make spark-it}.
 */
@EnabledIfSystemProperty(named = "darkroom.bundledJar", matches = ".+")
class SparkClusterIT {
  private static final int WORKERS = 2;
  private static final int CLASSES = 3;
  private static final int IMAGES_PER_CLASS = 20;
  private static final long RUN_MINUTES = 5;

  private static final Path JAR = Path.of(System.getProperty("darkroom.bundledJar"));
  private static final Path DISTRIBUTION =
      Path.of(System.getProperty("darkroom.sparkDistribution"));
  private static final Path LOGS = Path.of(System.getProperty("darkroom.sparkLogs"));

  @BeforeAll
  static void theJarsAreThere() {
    assertTrue(Files.exists(JAR), "build the bundled jar first, profile bundle: " + JAR);
    Path core =
        DISTRIBUTION
            .resolve("jars")
            .resolve("spark-core_2.12-" + System.getProperty("darkroom.sparkVersion") + ".jar");
    assertTrue(Files.exists(core), "package src/it/spark-distribution first: " + core);
  }

  @Test
  void submittedJarWritesTheBytesOfALocalRun(@TempDir Path scratch)
      throws IOException, InterruptedException {
    Path input = scratch.resolve("input");
    drawImages(input);

    try (SparkCluster spark = SparkCluster.start(DISTRIBUTION, LOGS, WORKERS);
        Bucket bucket = new Bucket(input, Conditions.builder().faults(Faults.parse("503:0.01")))) {
      finish("preflight", submit(spark, bucket, "preflight"));
      finish("convert", submit(spark, bucket, "convert"));
      for (int i = 0; i < WORKERS; i++) {
        assertFalse(list(spark.workDirectory(i)).isEmpty(), "no executor ran on worker " + i);
      }
      assertMadeLocally(input, scratch.resolve("local"), bucket);
    }
    String preflight = Files.readString(LOGS.resolve("preflight.log"));
    assertEquals(WORKERS, preflight.lines().filter(line -> line.contains(" loads")).count());
  }

  /** An executor dies with shards half written; its work falls to others, and nothing is left. */
  @Test
  void aLostExecutorChangesNothing(@TempDir Path scratch) throws IOException, InterruptedException {
    Path input = scratch.resolve("input");
    drawImages(input);
    String shards = "--numShards=8";

    try (SparkCluster spark = SparkCluster.start(DISTRIBUTION, LOGS, WORKERS);
        Bucket bucket = new Bucket(input, Conditions.builder().latency(Latency.fixed(250)))) {
      Process convert = submit(spark, bucket, "convert", shards);
      while (convert.isAlive() && bucket.requests().of(RequestKind.UPLOAD_CHUNK) < 3) {
        Thread.sleep(10);
      }
      spark.killExecutors(1);
      finish("convert", convert);
      assertTrue(
          Files.readString(LOGS.resolve("convert.log")).contains("Lost executor"),
          "the executor ended after its work");
      assertMadeLocally(input, scratch.resolve("local"), bucket, shards);
    }
  }

  private static void assertMadeLocally(Path input, Path local, Bucket bucket, String... flags)
      throws IOException, InterruptedException {
    List<String> java =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-jar",
                JAR.toString(),
                "convert",
                "--input=" + input,
                "--output=" + local));
    java.addAll(List.of(flags));
    finish("direct", start(new ProcessBuilder(java), "direct"));

    Map<String, Path> expected = list(local);
    assertTrue(
        expected.keySet().stream().anyMatch(name -> name.endsWith(".tfrecord")),
        "no shards: " + expected.keySet());
    Map<String, byte[]> actual = bucket.objects("gs://out/dataset/");
    assertEquals(expected.keySet(), actual.keySet());
    for (String name : expected.keySet()) {
      assertArrayEquals(Files.readAllBytes(expected.get(name)), actual.get(name), name);
    }
  }

  private static Process submit(SparkCluster spark, Bucket bucket, String verb, String... flags)
      throws IOException {
    List<String> submit =
        new ArrayList<>(
            List.of(
                "--class",
                "dev.darkroom.pipeline.Darkroom",
                JAR.toString(),
                verb,
                "--runner=SparkRunner",
                "--input=gs://photos/",
                "--output=gs://out/dataset/"));
    submit.addAll(List.of(flags));
    submit.addAll(bucket.flags());
    return start(spark.submit(submit), verb);
  }

  private static Process start(ProcessBuilder builder, String name) throws IOException {
    builder.environment().put("TF_CPP_MIN_LOG_LEVEL", "2");
    return builder
        .redirectErrorStream(true)
        .redirectOutput(LOGS.resolve(name + ".log").toFile())
        .start();
  }

  private static void finish(String name, Process process) throws InterruptedException {
    Path log = LOGS.resolve(name + ".log");
    try {
      assertTrue(process.waitFor(RUN_MINUTES, TimeUnit.MINUTES), "still running, see " + log);
      assertEquals(0, process.exitValue(), () -> "see " + log);
    } finally {
      process.destroyForcibly();
    }
  }

  /** Every file under {@code folder} by its path relative to it; none where there is no folder. */
  private static Map<String, Path> list(Path folder) throws IOException {
    Map<String, Path> files = new TreeMap<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> paths = Files.walk(folder)) {
        paths
            .filter(Files::isRegularFile)
            .forEach(path -> files.put(folder.relativize(path).toString(), path));
      }
    }
    return files;
  }

  private static void drawImages(Path folder) throws IOException {
    for (int label = 0; label < CLASSES; label++) {
      Path labelled = Files.createDirectories(folder.resolve("class" + label));
      for (int i = 0; i < IMAGES_PER_CLASS; i++) {
        BufferedImage image = new BufferedImage(200 + i, 150 + i, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setPaint(
            new GradientPaint(
                0, 0, new Color(label * 80, i * 10, 99), 200, 150, new Color(i * 12, 40, 200)));
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.dispose();
        ImageIO.write(image, "jpg", labelled.resolve("image" + i + ".jpg").toFile());
      }
    }
  }
}
