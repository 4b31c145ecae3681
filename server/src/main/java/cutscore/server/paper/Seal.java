package cutscore.server.paper;

import cutscore.kernel.time.Beijing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Calendar;
import java.util.GregorianCalendar;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;

/**
 * Seals a PDF: a PAdES B-B signature over the whole file that certifies it and allows no change
 * afterwards (DocMDP P=1). The same file, key and moment give the same bytes.
 */
public final class Seal {
    private static final int HOLE = 4096;

    private Seal() {}

    /**
     * @param pdf as {@link Sheet#print} made it
     * @param key whose seal
     * @param at the moment the signature claims, from the business clock
     */
    public static byte[] put(byte[] pdf, SealKey key, Instant at) {
        try (var document = Loader.loadPDF(pdf);
                var options = new SignatureOptions()) {
            document.setDocumentId(identity(pdf));
            var signature = signature(key, at);
            certify(document, signature);
            options.setPreferredSignatureSize(HOLE);
            document.addSignature(signature, options);
            var out = new ByteArrayOutputStream(pdf.length + 4 * HOLE);
            var pending = document.saveIncrementalForExternalSigning(out);
            try (var content = pending.getContent()) {
                pending.setSignature(Cms.sign(key, content.readAllBytes()));
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PDSignature signature(SealKey key, Instant at) {
        var signature = new PDSignature();
        signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
        signature.setSubFilter(COSName.getPDFName("ETSI.CAdES.detached"));
        signature.setName(key.certificate().getSubjectX500Principal().getName());
        var signed = GregorianCalendar.from(at.atZone(Beijing.ZONE));
        signed.set(Calendar.MILLISECOND, 0);
        signature.setSignDate(signed);
        return signature;
    }

    /** ISO 32000-1, 12.8.2.2: a certification signature after which nothing may change. */
    private static void certify(PDDocument document, PDSignature signature) {
        var parameters = new COSDictionary();
        parameters.setItem(COSName.TYPE, COSName.getPDFName("TransformParams"));
        parameters.setInt(COSName.P, 1);
        parameters.setName(COSName.V, "1.2");
        parameters.setNeedToBeUpdated(true);
        var reference = new COSDictionary();
        reference.setItem(COSName.TYPE, COSName.getPDFName("SigRef"));
        reference.setItem(COSName.getPDFName("TransformMethod"), COSName.getPDFName("DocMDP"));
        reference.setItem(COSName.getPDFName("TransformParams"), parameters);
        reference.setNeedToBeUpdated(true);
        var references = new COSArray();
        references.add(reference);
        references.setNeedToBeUpdated(true);
        signature.getCOSObject().setItem(COSName.getPDFName("Reference"), references);
        var permissions = new COSDictionary();
        permissions.setItem(COSName.getPDFName("DocMDP"), signature);
        permissions.setNeedToBeUpdated(true);
        var catalog = document.getDocumentCatalog().getCOSObject();
        catalog.setItem(COSName.PERMS, permissions);
        catalog.setNeedToBeUpdated(true);
    }

    private static long identity(byte[] pdf) {
        return ByteBuffer.wrap(cutscore.kernel.seal.Digest.sha256(pdf)).getLong();
    }
}
