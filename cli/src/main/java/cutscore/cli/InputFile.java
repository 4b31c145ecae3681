package cutscore.cli;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that a person names on the command line. */
final class InputFile {
    private static final long LARGEST_TEXT = 64L << 20;

    private InputFile() {}

    /**
     * @throws Unreadable when there is no such file to read from the start more than once
     */
    static Path existing(Path file) {
        if (!Files.exists(file)) {
            throw refused(
                    file,
                    "FILE_MISSING",
                    "没有这个文件",
                    "there is no such file",
                    "核对路径",
                    "check the path");
        }
        if (!Files.isRegularFile(file)) {
            throw refused(
                    file,
                    "FILE_NOT_REGULAR",
                    "不是普通文件（要读两遍，管道不行）",
                    "not a regular file (it is read twice; a pipe will not do)",
                    "先存成文件",
                    "save it as a file first");
        }
        if (!Files.isReadable(file)) {
            throw refused(
                    file,
                    "FILE_FORBIDDEN",
                    "没有读取权限",
                    "may not be read",
                    "改权限",
                    "change its permissions");
        }
        return file;
    }

    /**
     * @throws Unreadable when it is no UTF-8 text of reasonable size
     */
    static String text(Path file) throws IOException {
        existing(file);
        if (Files.size(file) > LARGEST_TEXT) {
            throw refused(
                    file,
                    "FILE_TOO_LARGE",
                    "文件超过 64 MB",
                    "larger than 64 MB",
                    "核对文件",
                    "check the file");
        }
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw refused(
                    file,
                    "ENCODING",
                    "不是 UTF-8 文本",
                    "not UTF-8 text",
                    "另存为 UTF-8",
                    "save it as UTF-8");
        }
    }

    static Unreadable refused(
            Path file, String code, String zh, String en, String mendZh, String mendEn) {
        return new Unreadable(
                Fault.of(code, new Words(zh, en), new Words(mendZh, mendEn)).in(file.toString()));
    }
}
