package cutscore.server.paper;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/** A QR code as a grid of modules; level M, so that a creased sheet still reads. */
public final class QrCode {
    private final ByteMatrix grid;

    private QrCode(ByteMatrix grid) {
        this.grid = grid;
    }

    /**
     * @throws IllegalArgumentException when the text is too long for a QR code
     */
    public static QrCode of(String text) {
        try {
            return new QrCode(Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix());
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code: " + text.length(), e);
        }
    }

    /** Modules on a side, without the quiet zone. */
    public int size() {
        return grid.getWidth();
    }

    /** Counted from the upper left corner, from 0. */
    public boolean isDark(int column, int row) {
        return grid.get(column, row) == 1;
    }
}
