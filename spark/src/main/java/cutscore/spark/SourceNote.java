package cutscore.spark;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.kernel.seal.Json;
import cutscore.kernel.seal.JsonFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.fs.Path;

/**
 * What stands beside a roster's Parquet: which CSV it was made from, and the digest of every part,
 * so that a dossier can name the CSV and a part that was changed since is refused.
 *
 * @param sha256 of the CSV's bytes, hexadecimal
 * @param rows how many the CSV has below its headings
 * @param headings the columns that were kept, as the CSV writes them
 * @param parts SHA-256 by file name
 */
record SourceNote(String sha256, long rows, List<String> headings, Map<String, String> parts) {
    /** Spark's readers pass over names that begin so. */
    private static final String NAME = "_source.json";

    private static final String FORM = "cutscore-roster-parquet-1";

    /** The column of a row's line in the CSV; no heading is called so. */
    static final String LINE = "line_number";

    SourceNote {
        headings = List.copyOf(headings);
        parts = new TreeMap<>(parts);
    }

    /**
     * @throws Unreadable when the folder has no such note, or another one
     */
    static SourceNote read(Storage storage, String folder) throws IOException {
        String place = folder + "/" + NAME;
        if (!storage.system(folder).exists(new Path(place))) {
            throw refused(folder, "文件夹里没有 " + NAME, "the folder has no " + NAME);
        }
        byte[] bytes = storage.read(place, 0, storage.length(place));
        try {
            var json = Json.parseObject(new String(bytes, StandardCharsets.UTF_8));
            if (!json.text("form").equals(FORM)) {
                throw new JsonFault("not " + FORM);
            }
            List<String> headings = new ArrayList<>();
            json.array("headings").forEach(item -> headings.add(text(item)));
            Map<String, String> parts = new TreeMap<>();
            json.object("parts").members().forEach((name, item) -> parts.put(name, text(item)));
            return new SourceNote(json.text("sha256"), json.whole("rows"), headings, parts);
        } catch (JsonFault e) {
            String why = String.valueOf(e.getMessage());
            throw refused(folder, NAME + " 不合格：" + why, NAME + " is unsound: " + why);
        }
    }

    private static String text(Json item) {
        if (item instanceof Json.Text text) {
            return text.value();
        }
        throw new JsonFault("not a text");
    }

    void write(Storage storage, String folder) throws IOException {
        var listed = Json.object();
        parts.forEach(listed::put);
        byte[] bytes =
                Json.object()
                        .put("form", FORM)
                        .put("sha256", sha256)
                        .put("rows", rows)
                        .put("headings", Json.texts(headings))
                        .put("parts", listed.build())
                        .build()
                        .bytes();
        try (var out = storage.system(folder).create(new Path(folder, NAME), false)) {
            out.write(bytes);
        }
    }

    static Unreadable refused(String folder, String zh, String en) {
        return new Unreadable(
                Fault.of(
                                "PARQUET_SOURCE",
                                new Words(zh, en),
                                new Words(
                                        "用 convert 从 CSV 重新生成",
                                        "make it again from the CSV by convert"))
                        .in(folder));
    }
}
