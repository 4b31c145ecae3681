package cutscore.server.evidence.parser;

import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a camera was held, from a JPEG's EXIF part (tag 0x0112, EXIF 2.32 § 4.6.4): 1 upright to 8.
 * Everything else in there is left behind.
 */
final class Orientation {
    private static final int EXIF = 0xE1;
    private static final int START_OF_SCAN = 0xDA;
    private static final int TAG = 0x0112;

    private Orientation() {}

    static int of(byte[] jpeg) {
        try {
            return inSegments(ByteBuffer.wrap(jpeg));
        } catch (BufferUnderflowException | IllegalArgumentException cutOff) {
            return 1;
        }
    }

    private static int inSegments(ByteBuffer in) {
        in.position(2);
        while ((in.get() & 0xff) == 0xff) {
            int marker = in.get() & 0xff;
            int length = in.getShort() & 0xffff;
            int next = in.position() + length - 2;
            if (marker == START_OF_SCAN) {
                return 1;
            }
            if (marker == EXIF && in.getInt() == 0x45786966 && in.getShort() == 0) {
                return inDirectory(in.slice());
            }
            in.position(next);
        }
        return 1;
    }

    private static int inDirectory(ByteBuffer tiff) {
        tiff.order(tiff.getShort() == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        tiff.position(tiff.getInt(4));
        int entries = tiff.getShort() & 0xffff;
        for (int i = 0; i < entries; i++) {
            int entry = tiff.position();
            if ((tiff.getShort() & 0xffff) == TAG) {
                int value = tiff.getShort(entry + 8) & 0xffff;
                return value >= 1 && value <= 8 ? value : 1;
            }
            tiff.position(entry + 12);
        }
        return 1;
    }

    /** The picture as the eye saw it. */
    static BufferedImage upright(BufferedImage picture, int orientation) {
        if (orientation == 1) {
            return picture;
        }
        int w = picture.getWidth();
        int h = picture.getHeight();
        boolean turned = orientation >= 5;
        var out = new BufferedImage(turned ? h : w, turned ? w : h, BufferedImage.TYPE_INT_RGB);
        var pen = out.createGraphics();
        pen.drawRenderedImage(picture, turn(orientation, w, h));
        pen.dispose();
        return out;
    }

    private static AffineTransform turn(int orientation, int w, int h) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
            default -> new AffineTransform();
        };
    }
}
