package cutscore.server.evidence.parser;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;

/**
 * The examining process: one file from its standard input, one answer on its standard output, then
 * the end. Nothing is read from elsewhere; what libraries would print goes nowhere.
 */
public final class ParserMain {
    private ParserMain() {}

    public static void main(String[] nothing) throws IOException {
        var answers = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out));
        var nowhere =
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        System.setOut(nowhere);
        System.setErr(nowhere);
        NoNetwork.install();
        ImageIO.setUseCache(false);
        warm();
        byte[] sent = Wire.receive(new FileInputStream(FileDescriptor.in));
        Wire.answer(answers, examined(sent));
    }

    /** While the process waits for its file it loads what it will need. */
    private static void warm() throws IOException {
        var dot = new java.awt.image.BufferedImage(8, 8, java.awt.image.BufferedImage.TYPE_INT_RGB);
        var bytes = new java.io.ByteArrayOutputStream();
        ImageIO.write(dot, "jpeg", bytes);
        Pictures.remade(bytes.toByteArray(), Signature.JPEG);
    }

    static Wire.Answer examined(byte[] sent) {
        try {
            var start = Arrays.copyOf(sent, Math.min(sent.length, Signature.LENGTH));
            var signature = Signature.of(start);
            return switch (signature) {
                case JPEG, PNG ->
                        new Wire.Answer(Verdict.TAKEN, false, 1, Pictures.remade(sent, signature));
                case PDF -> {
                    var flat = Papers.flat(sent);
                    yield new Wire.Answer(Verdict.TAKEN, true, flat.pages(), flat.pdf());
                }
                case HEIC, OTHER -> Wire.Answer.of(Verdict.OTHER_KIND);
            };
        } catch (Refused refused) {
            return Wire.Answer.of(refused.verdict());
        } catch (IOException | RuntimeException broken) {
            // A hostile file makes the libraries throw anything; which, nobody needs to know.
            return Wire.Answer.of(Verdict.UNREADABLE);
        } catch (OutOfMemoryError | StackOverflowError tooMuch) {
            return Wire.Answer.of(Verdict.TOO_HARD);
        }
    }
}
