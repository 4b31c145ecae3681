package cutscore.server.evidence.parser;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Reads one picture and writes a new JPEG of its pixels, upright, on white, without metadata. Its
 * size is read from the header and refused before a pixel is decoded; of several frames only the
 * first is ever looked at, and what follows the picture is left behind.
 */
final class Pictures {
    /** 像素上限: 50 million. */
    static final long MOST_PIXELS = 50_000_000;

    /** The longest side of what is kept: a page of fine print stays legible. */
    static final int LONGEST_SIDE = 2400;

    private static final int LONGEST_SIDE_SENT = 30_000;
    private static final long DECODED_BYTES = 100_000_000;
    private static final float QUALITY = 0.85f;

    private Pictures() {}

    static byte[] remade(byte[] sent, Signature signature) throws IOException {
        var picture = decoded(sent, signature);
        int orientation = signature == Signature.JPEG ? Orientation.of(sent) : 1;
        return jpeg(Orientation.upright(smaller(picture), orientation));
    }

    private static BufferedImage decoded(byte[] sent, Signature signature) throws IOException {
        ImageReader reader =
                ImageIO.getImageReadersByFormatName(signature == Signature.PNG ? "png" : "jpeg")
                        .next();
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(sent))) {
            reader.setInput(in, true, true);
            long width = reader.getWidth(0);
            long height = reader.getHeight(0);
            if (width * height > MOST_PIXELS || Math.max(width, height) > LONGEST_SIDE_SENT) {
                throw new Refused(Verdict.TOO_MANY_PIXELS);
            }
            boolean deep = signature == Signature.PNG && sent[24] == 16;
            return reader.read(0, coarse(reader, width * height * (deep ? 8 : 4)));
        } catch (IOException e) {
            if ("Unsupported Image Type".equals(e.getMessage())) {
                throw new Refused(Verdict.PRINT_COLOURS);
            }
            throw e;
        } finally {
            reader.dispose();
        }
    }

    /** Every second or third pixel of a picture that would not fit into this process. */
    private static ImageReadParam coarse(ImageReader reader, long bytes) {
        var how = reader.getDefaultReadParam();
        int step = 1;
        while (bytes / ((long) step * step) > DECODED_BYTES) {
            step++;
        }
        how.setSourceSubsampling(step, step, 0, 0);
        return how;
    }

    /** Halved until a last step leads to the longest side: fine lines are kept that way. */
    private static BufferedImage smaller(BufferedImage picture) {
        int longest = Math.max(picture.getWidth(), picture.getHeight());
        var now = picture;
        do {
            int target = Math.min(longest, Math.max(LONGEST_SIDE, (longest + 1) / 2));
            int width = scaled(now.getWidth(), target, longest);
            int height = scaled(now.getHeight(), target, longest);
            now = drawn(now, width, height);
            longest = Math.max(width, height);
        } while (longest > LONGEST_SIDE);
        return now;
    }

    private static int scaled(int side, int target, int longest) {
        return Math.max(1, (int) ((long) side * target / longest));
    }

    private static BufferedImage drawn(BufferedImage picture, int width, int height) {
        var out = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = out.createGraphics();
        pen.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(picture, 0, 0, width, height, Color.WHITE, null);
        pen.dispose();
        return out;
    }

    private static byte[] jpeg(BufferedImage picture) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            var how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
