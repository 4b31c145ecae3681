package cutscore.server.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** Bytes that somebody sends who means harm, or whose phone is odd. */
final class HostileSample {
    private HostileSample() {}

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] joined(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /** An APP1 part: orientation, and a place as text. */
    static byte[] exif(int orientation) {
        byte[] place = ascii("GPS-30.65N-104.06E");
        return ByteBuffer.allocate(4 + 6 + 26 + place.length)
                .put((byte) 0xff)
                .put((byte) 0xe1)
                .putShort((short) (2 + 6 + 26 + place.length))
                .put(ascii("Exif"))
                .putShort((short) 0)
                .put(ascii("MM"))
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .put(place)
                .array();
    }

    /** A header that promises much, and almost nothing behind it. */
    static byte[] png(int width, int height) {
        var head = ByteBuffer.allocate(13).putInt(width).putInt(height);
        head.put(new byte[] {8, 2, 0, 0, 0});
        var deflater = new Deflater();
        deflater.setInput(new byte[1000]);
        deflater.finish();
        byte[] packed = new byte[200];
        int length = deflater.deflate(packed);
        return joined(
                new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'},
                chunk("IHDR", head.array()),
                chunk("IDAT", Arrays.copyOf(packed, length)),
                chunk("IEND", new byte[0]));
    }

    static byte[] chunk(String name, byte[] body) {
        var crc = new CRC32();
        crc.update(ascii(name));
        crc.update(body);
        return ByteBuffer.allocate(12 + body.length)
                .putInt(body.length)
                .put(ascii(name))
                .put(body)
                .putInt((int) crc.getValue())
                .array();
    }

    static byte[] plainPdf(int pages) {
        return pdf(
                document -> {
                    for (int i = 0; i < pages; i++) {
                        var page = new PDPage(PDRectangle.A4);
                        document.addPage(page);
                        try (var content = new PDPageContentStream(document, page)) {
                            content.beginText();
                            content.setFont(
                                    new PDType1Font(Standard14Fonts.FontName.HELVETICA), 24);
                            content.newLineAtOffset(72, 700);
                            content.showText("SECRET TEXT " + i);
                            content.endText();
                        }
                    }
                });
    }

    interface Filling {
        void of(PDDocument document) throws IOException;
    }

    static byte[] pdf(Filling filling) {
        try (var document = new PDDocument()) {
            filling.of(document);
            var out = new ByteArrayOutputStream();
            document.save(out, CompressParameters.NO_COMPRESSION);
            return out.toByteArray();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static byte[] deflated(long spaces) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var packed = new java.util.zip.DeflaterOutputStream(out)) {
            byte[] block = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
            for (long i = 0; i < spaces; i += block.length) {
                packed.write(block);
            }
        }
        return out.toByteArray();
    }

    static byte[] deflated(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var packed = new java.util.zip.DeflaterOutputStream(out)) {
            packed.write(bytes);
        }
        return out.toByteArray();
    }
}
