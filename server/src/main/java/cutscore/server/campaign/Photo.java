package cutscore.server.campaign;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.SplittableRandom;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** An invented photograph of a paper, as a phone sends it: about 300 kB of JPEG. */
final class Photo {
    private static final int WIDTH = 1200;
    private static final int HEIGHT = 1600;
    private static final float QUALITY = 0.43f;

    /** How coarse the grain is; finer grain makes a larger file. */
    private static final int GRAIN = 6;

    private Photo() {}

    static byte[] jpeg(long seed) throws IOException {
        var random = new SplittableRandom(seed);
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < HEIGHT; y += GRAIN) {
            for (int x = 0; x < WIDTH; x += GRAIN) {
                int grey = 120 + random.nextInt(120);
                int rgb = new Color(grey, grey, Math.max(0, grey - 20)).getRGB();
                for (int i = 0; i < GRAIN * GRAIN; i++) {
                    int right = Math.min(WIDTH - 1, x + i % GRAIN);
                    image.setRGB(right, Math.min(HEIGHT - 1, y + i / GRAIN), rgb);
                }
            }
        }
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var settings = writer.getDefaultWriteParam();
        settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        settings.setCompressionQuality(QUALITY);
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), settings);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
