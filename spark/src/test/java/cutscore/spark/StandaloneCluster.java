package cutscore.spark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * Spark's own master and two workers, each a JVM of its own on loopback, with a home folder like
 * that of an installed Spark: its libraries and nothing of ours.
 */
final class StandaloneCluster implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final List<String> CLASS_PATH =
            Arrays.asList(System.getProperty("java.class.path").split(java.io.File.pathSeparator));

    private final Path folder;
    private final Path home;
    private final List<Process> processes = new ArrayList<>();
    private final int port;

    private StandaloneCluster(Path folder) throws IOException {
        this.folder = folder;
        this.home = home(folder.resolve("spark"));
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = free.getLocalPort();
        }
    }

    static StandaloneCluster start(Path folder) throws IOException {
        var cluster = new StandaloneCluster(folder);
        cluster.run("master.Master", "--port", Integer.toString(cluster.port));
        for (String worker : List.of("one", "two")) {
            Path work = folder.resolve("worker-" + worker);
            cluster.run(
                    "worker.Worker",
                    "--cores",
                    "1",
                    "--memory",
                    "1g",
                    "--work-dir",
                    work.toString(),
                    cluster.master());
        }
        return cluster;
    }

    String master() {
        return "spark://" + HOST + ":" + port;
    }

    /** Our own classes as jars, to be sent to the workers as spark-submit does. */
    String jars() throws IOException {
        List<String> jars = new ArrayList<>();
        for (String entry : CLASS_PATH) {
            Path path = Path.of(entry);
            boolean ours =
                    path.toString().contains("kernel") || path.toString().contains("spark/target");
            if (Files.isDirectory(path) && ours && !path.endsWith("test-classes")) {
                jars.add(jar(path, folder.resolve("ours-" + jars.size() + ".jar")).toString());
            } else if (path.getFileName().toString().startsWith("cutscore-")) {
                jars.add(entry);
            }
        }
        return String.join(",", jars);
    }

    private void run(String type, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-cp", home.resolve("jars") + "/*"));
        command.add("org.apache.spark.deploy." + type);
        command.addAll(List.of("--host", HOST, "--webui-port", "0"));
        command.addAll(Arrays.asList(arguments));
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("SPARK_HOME", home.toString());
        builder.environment().put("SPARK_LOCAL_IP", HOST);
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Path log = folder.resolve("log-" + processes.size() + ".txt");
        processes.add(builder.redirectErrorStream(true).redirectOutput(log.toFile()).start());
    }

    private static Path home(Path home) throws IOException {
        Path jars = Files.createDirectories(home.resolve("jars"));
        for (String entry : CLASS_PATH) {
            Path jar = Path.of(entry);
            String name = jar.getFileName().toString();
            if (name.endsWith(".jar") && !name.startsWith("cutscore-")) {
                Files.createSymbolicLink(jars.resolve(name), jar.toAbsolutePath());
            }
        }
        return home;
    }

    private static Path jar(Path classes, Path to) throws IOException {
        try (var out = new JarOutputStream(Files.newOutputStream(to));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
                Files.copy(file, out);
            }
        }
        return to;
    }

    /** Ends the workers, which end their executors, and then the master. */
    @Override
    public void close() {
        for (Process process : processes.reversed()) {
            List<ProcessHandle> below = process.descendants().toList();
            process.destroy();
            try {
                if (!process.waitFor(20, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                process.destroyForcibly();
            }
            below.forEach(ProcessHandle::destroyForcibly);
        }
    }
}
