package cutscore.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.SparkExecutorInfo;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command itself, on a master and two workers that know nothing of us but the jars sent. */
class StandaloneClusterTests {
    private static final String RULE = "{\"session\":\"2023-1\",\"shape\":\"perSubject\"}";

    @TempDir static Path shared;
    private static StandaloneCluster cluster;
    private static final Map<String, String> CONFIGURED = new TreeMap<>();

    private Invented invented;
    private Path roster;

    @BeforeAll
    static void start() throws IOException {
        cluster = StandaloneCluster.start(shared);
        CONFIGURED.put("spark.master", cluster.master());
        CONFIGURED.put("spark.jars", cluster.jars());
        CONFIGURED.put("spark.executor.memory", "640m");
        CONFIGURED.put("spark.cores.max", "2");
        CONFIGURED.put("spark.executor.cores", "1");
        CONFIGURED.put("spark.scheduler.minRegisteredResourcesRatio", "1.0");
        CONFIGURED.put("spark.scheduler.maxRegisteredResourcesWaitingTime", "120s");
        CONFIGURED.put("spark.sql.shuffle.partitions", "4");
        CONFIGURED.put("spark.ui.enabled", "false");
        CONFIGURED.put("spark.driver.host", "127.0.0.1");
        CONFIGURED.put("spark.driver.bindAddress", "127.0.0.1");
        CONFIGURED.forEach(System::setProperty);
    }

    @AfterAll
    static void end() {
        CONFIGURED.keySet().forEach(System::clearProperty);
        cluster.close();
    }

    @BeforeEach
    void invent(@TempDir Path folder) throws IOException {
        invented = new Invented(folder);
        roster = invented.roster("roster.csv", 20_000, Invented.SEED);
    }

    @Test
    void csvAndParquetGiveTheOfflineToolsBytes() throws IOException {
        String areas = invented.areas().toString();
        String rule = invented.rule(RULE).toString();
        Path pack = invented.folder().resolve("pack.json");
        byte[] offline = invented.offline(List.of(roster), pack, "--areas", areas, "--rule", rule);
        Path parquet = invented.folder().resolve("roster.parquet");
        Path fromCsv = invented.folder().resolve("from-csv.json");
        Path fromParquet = invented.folder().resolve("from-parquet.json");

        assertThat(determine(roster, areas, rule, fromCsv)).isZero();
        assertThat(Files.readAllBytes(fromCsv)).isEqualTo(offline);
        assertThat(Main.run("convert", "--roster", roster.toString(), "--out", parquet.toString()))
                .isZero();
        assertThat(determine(parquet, areas, rule, fromParquet)).isZero();
        assertThat(Files.readAllBytes(fromParquet)).isEqualTo(offline);
    }

    @Test
    void aBadRowIsRefusedAndNothingIsWritten() throws IOException {
        Path bad =
                invented.write(
                        "bad.csv", Files.readString(roster).replaceFirst(",4[0-9],", ",4x,"));
        Path out = invented.folder().resolve("dossier.json");
        String areas = invented.areas().toString();
        assertThat(determine(bad, areas, invented.rule(RULE).toString(), out)).isEqualTo(2);
        assertThat(out).doesNotExist();
    }

    @Test
    void bothWorkersTakePart() throws IOException {
        try (var session = Sessions.open("who is there")) {
            assertThat(session.range(0, 1000, 1, 40).count()).isEqualTo(1000);
            // The driver is one of them.
            assertThat(session.sparkContext().statusTracker().getExecutorInfos())
                    .extracting(SparkExecutorInfo::port)
                    .doesNotHaveDuplicates()
                    .hasSize(3);
        }
    }

    private static int determine(Path roster, String areas, String rule, Path out) {
        return Main.run(
                "determine",
                "--roster",
                roster.toString(),
                "--areas",
                areas,
                "--rule",
                rule,
                "--chunk",
                "100000",
                "--out",
                out.toString());
    }
}
