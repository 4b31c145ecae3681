package cutscore.browser;

import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/** An invented photograph: paper with grain on it, so that it does not shrink to nothing. */
final class Photograph {
    private static final int GRAIN = 24;

    private Photograph() {}

    static FilePayload of(int width, int height, float quality, String name) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var dice = new Random(7);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int grey = 200 + dice.nextInt(GRAIN) - (x / 40 + y / 60) % 2 * 60;
                picture.setRGB(x, y, grey << 16 | grey << 8 | grey);
            }
        }
        return new FilePayload(name, "image/jpeg", jpeg(picture, quality));
    }

    private static byte[] jpeg(BufferedImage picture, float quality) {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            var how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
