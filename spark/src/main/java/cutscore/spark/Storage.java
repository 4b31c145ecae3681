package cutscore.spark;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.kernel.csv.CsvSource;
import cutscore.kernel.seal.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.HexFormat;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.util.SerializableConfiguration;

/** Files where the cluster keeps them: a local path, HDFS, an object store. Travels with a task. */
final class Storage implements Serializable {
    private static final int CHUNK = 1 << 16;

    private final SerializableConfiguration configuration;

    Storage(org.apache.hadoop.conf.Configuration configuration) {
        this.configuration = new SerializableConfiguration(configuration);
    }

    FSDataInputStream open(String place) throws IOException {
        return system(place).open(new Path(place));
    }

    FileSystem system(String place) throws IOException {
        return new Path(place).getFileSystem(configuration.value());
    }

    /**
     * How long a file is.
     *
     * @throws Unreadable when there is no such file
     */
    long length(String place) throws IOException {
        var system = system(place);
        if (!system.exists(new Path(place))) {
            throw new Unreadable(
                    Fault.of(
                                    "FILE_MISSING",
                                    new Words("没有这个文件", "there is no such file"),
                                    new Words("核对路径", "check the path"))
                            .in(place));
        }
        return system.getFileStatus(new Path(place)).getLen();
    }

    boolean isFolder(String place) throws IOException {
        var system = system(place);
        return system.exists(new Path(place))
                && system.getFileStatus(new Path(place)).isDirectory();
    }

    byte[] read(String place, long from, long to) throws IOException {
        byte[] bytes = new byte[Math.toIntExact(to - from)];
        try (var in = open(place)) {
            in.readFully(from, bytes);
        }
        return bytes;
    }

    /** SHA-256 of a file's bytes, hexadecimal. */
    String sha256(String place) throws IOException {
        var digest = Digest.sha256();
        byte[] chunk = new byte[CHUNK];
        try (InputStream in = open(place)) {
            for (int got = in.read(chunk); got >= 0; got = in.read(chunk)) {
                digest.update(chunk, 0, got);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    CsvSource source(String place) {
        return new CsvSource() {
            @Override
            public String name() {
                return place;
            }

            @Override
            public InputStream open() throws IOException {
                return Storage.this.open(place);
            }
        };
    }
}
