package dev.darkroom.pipeline;

import static java.util.Comparator.reverseOrder;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Spark standalone cluster on the loopback interface: a master and workers of one core each,
 * every one its own JVM with nothing but the distribution on its class path. All ports are the
 * system's choice; all output is in log files.
 */
final class SparkCluster implements AutoCloseable {
  /** What spark-submit and the daemons of a distribution set for Java 17. */
  private static final List<String> JVM_OPENS =
      List.of(
          "--add-exports=java.base/sun.nio.ch=ALL-UNNAMED",
          "--add-opens=java.base/java.lang=ALL-UNNAMED",
          "--add-opens=java.base/java.nio=ALL-UNNAMED",
          "--add-opens=java.base/java.util=ALL-UNNAMED",
          "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED");

  private static final String WORKER_MEMORY = "1g";
  private static final long START_SECONDS = 60;

  private final Path distribution;
  private final Path logs;
  private final List<Process> daemons = new ArrayList<>();
  private String master = "";

  private SparkCluster(Path distribution, Path logs) {
    this.distribution = distribution;
    this.logs = logs;
  }

  /** Starts all of it; what an earlier cluster left in {@code logs} is deleted. */
  static SparkCluster start(Path distribution, Path logs, int workers)
      throws IOException, InterruptedException {
    SparkCluster cluster = new SparkCluster(distribution, logs);
    try {
      Files.createDirectories(logs);
      delete(logs, path -> true);
      cluster.startMaster();
      for (int i = 0; i < workers; i++) {
        cluster.startWorker(i);
      }
      return cluster;
    } catch (IOException | InterruptedException | RuntimeException e) {
      cluster.close();
      throw e;
    }
  }

  /** The class path of the distribution followed by {@code arguments}, ready to be started. */
  ProcessBuilder submit(List<String> arguments) {
    List<String> command = new ArrayList<>(List.of("org.apache.spark.deploy.SparkSubmit"));
    command.addAll(
        List.of(
            "--master",
            master,
            "--deploy-mode",
            "client",
            "--conf",
            "spark.driver.host=127.0.0.1",
            "--conf",
            "spark.ui.enabled=false",
            "--conf",
            "spark.executor.cores=1",
            "--conf",
            "spark.executor.memory=" + WORKER_MEMORY,
            "--conf",
            "spark.executor.memoryOverhead=1g",
            "--conf",
            "spark.executorEnv.TF_CPP_MIN_LOG_LEVEL=2",
            // Both workers, or the test shows less than it says.
            "--conf",
            "spark.scheduler.minRegisteredResourcesRatio=1.0",
            "--conf",
            "spark.scheduler.maxRegisteredResourcesWaitingTime=60s"));
    command.addAll(arguments);
    return java("1g", command);
  }

  /** Where worker {@code index} keeps the folders of its executors. */
  Path workDirectory(int index) {
    return logs.resolve("work-" + index);
  }

  /** Ends the executors of worker {@code index} at once, as a machine that is taken away does. */
  void killExecutors(int index) {
    Process worker = daemons.get(1 + index);
    worker.descendants().forEach(ProcessHandle::destroyForcibly);
  }

  private void startMaster() throws IOException, InterruptedException {
    ProcessBuilder builder =
        java(
            "256m",
            List.of(
                "org.apache.spark.deploy.master.Master",
                "--host",
                "127.0.0.1",
                "--port",
                "0",
                "--webui-port",
                "0"));
    Path log = launch(builder, "master", "I have been elected leader! New state: ALIVE");
    Matcher address =
        Pattern.compile("Starting Spark master at (spark://\\S+)").matcher(Files.readString(log));
    if (!address.find()) {
      throw new IOException("Spark's master did not say its address, see " + log);
    }
    master = address.group(1);
  }

  private void startWorker(int index) throws IOException, InterruptedException {
    ProcessBuilder builder =
        java(
            "256m",
            List.of(
                "org.apache.spark.deploy.worker.Worker",
                "--host",
                "127.0.0.1",
                "--port",
                "0",
                "--webui-port",
                "0",
                "--cores",
                "1",
                "--memory",
                WORKER_MEMORY,
                "--work-dir",
                workDirectory(index).toString(),
                master));
    launch(builder, "worker-" + index, "Successfully registered with master");
  }

  private ProcessBuilder java(String heap, List<String> mainAndArguments) {
    String home = System.getProperty("java.home");
    List<String> command = new ArrayList<>();
    command.add(Path.of(home, "bin", "java").toString());
    command.addAll(JVM_OPENS);
    command.add("-Xmx" + heap);
    command.add("-cp");
    command.add(distribution.resolve("jars").resolve("*").toString());
    command.addAll(mainAndArguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("SPARK_"));
    // Workers start their executors with these two.
    builder.environment().put("SPARK_HOME", distribution.toString());
    builder.environment().put("JAVA_HOME", home);
    builder.environment().put("SPARK_SCALA_VERSION", "2.12");
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    // Hadoop 3.3 asks the security manager for the user, which Java 24 and later no longer have.
    builder.environment().put("SPARK_USER", System.getProperty("user.name"));
    return builder;
  }

  /** Starts a daemon, waits for the line that says it is up, and tells where its log is. */
  private Path launch(ProcessBuilder builder, String name, String ready)
      throws IOException, InterruptedException {
    Path log = logs.resolve(name + ".log");
    Process process = builder.redirectErrorStream(true).start();
    daemons.add(process);
    CompletableFuture<Void> up = new CompletableFuture<>();
    Thread reader = new Thread(() -> copy(process, log, ready, up), "log of " + name);
    reader.setDaemon(true);
    reader.start();
    try {
      up.get(START_SECONDS, TimeUnit.SECONDS);
      return log;
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("Spark's " + name + " did not start, see " + log, e);
    }
  }

  private static void copy(Process process, Path log, String ready, CompletableFuture<Void> up) {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        Writer out = Files.newBufferedWriter(log)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        out.write(line);
        out.write('\n');
        out.flush();
        if (line.contains(ready)) {
          up.complete(null);
        }
      }
      up.completeExceptionally(new IOException("it ended"));
    } catch (IOException e) {
      up.completeExceptionally(e);
    }
  }

  private static void delete(Path folder, Predicate<Path> which) throws IOException {
    List<Path> paths;
    try (Stream<Path> all = Files.walk(folder)) {
      paths = all.skip(1).filter(which).sorted(reverseOrder()).toList();
    }
    for (Path path : paths) {
      Files.delete(path);
    }
  }

  /**
   * Ends workers before the master; their executors, which are their children, end with them.
   * Leaves the logs, not the copies of the application's jar.
   */
  @Override
  public void close() throws IOException {
    for (int i = daemons.size() - 1; i >= 0; i--) {
      Process daemon = daemons.get(i);
      daemon.descendants().forEach(ProcessHandle::destroyForcibly);
      daemon.destroyForcibly();
      daemon.onExit().orTimeout(10, TimeUnit.SECONDS).exceptionally(e -> daemon).join();
    }
    if (Files.isDirectory(logs)) {
      delete(logs, path -> path.toString().endsWith(".jar"));
    }
  }
}
