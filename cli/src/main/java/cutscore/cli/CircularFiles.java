package cutscore.cli;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.kernel.circular.CircularDraft;
import cutscore.kernel.circular.CircularReader;
import cutscore.kernel.id.Divisions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Circulars from files, and the areas of one to a file. */
final class CircularFiles {
    private static final long LARGEST = 16_000_000;

    private CircularFiles() {}

    /**
     * @throws Unreadable naming the file, when it cannot be read or is no circular
     */
    static CircularDraft read(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new Unreadable(missing().in(name));
        }
        if (Files.size(file) > LARGEST) {
            throw new Unreadable(tooLarge().in(name));
        }
        try {
            return CircularReader.read(Files.readAllBytes(file), Divisions.builtIn());
        } catch (Unreadable unreadable) {
            throw new Unreadable(unreadable.faults().stream().map(f -> f.in(name)).toList());
        }
    }

    private static Fault missing() {
        return Fault.of(
                "CIRCULAR_FILE",
                new Words("没有这个文件，或没有读的权限", "no such file, or no right to read it"),
                new Words("请给出通知文本的路径", "give the path of the notice's text"));
    }

    private static Fault tooLarge() {
        return Fault.of(
                "CIRCULAR_TOO_LARGE",
                new Words("文件超过 16 MB，不是一份通知的文本", "more than 16 MB is no notice's text"),
                new Words("请只给出通知的文本", "give the text of the notice alone"));
    }
}
