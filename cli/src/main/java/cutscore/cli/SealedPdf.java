package cutscore.cli;

import cutscore.kernel.seal.Reason;
import cutscore.kernel.seal.SealedToken;
import cutscore.kernel.seal.TrustBundle;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Reads the token out of a certificate's PDF, after its seal was found whole. Until then nothing in
 * the file is interpreted: one signature, over every byte but its own hole, by a key of the bundle.
 * So no later revision, hidden content or foreign wrapping can reach the parser.
 */
final class SealedPdf {
    /** The entry of the information dictionary that holds what the QR code holds. */
    static final String TOKEN = "CutscoreToken";

    private SealedPdf() {}

    sealed interface Reading permits Holds, Broken, UnknownSigner {}

    /** The seal is whole; what the token says is still to be judged. */
    record Holds(SealedToken token) implements Reading {}

    record Broken(Reason reason) implements Reading {}

    /** The seal is whole, but by a key that the bundle does not know. */
    record UnknownSigner() implements Reading {}

    static Reading read(byte[] file, TrustBundle bundle) {
        var range = SignedRange.find(file);
        if (range.isEmpty()) {
            return new Broken(
                    SignedRange.count(file) == 0 ? Reason.FILE_UNREADABLE : Reason.FILE_CHANGED);
        }
        var seal = CmsSeal.read(range.get().cms());
        if (seal.isEmpty()) {
            return new Broken(Reason.FILE_SIGNATURE_WRONG);
        }
        if (!seal.get().covers(range.get().content(file))) {
            return new Broken(Reason.FILE_CHANGED);
        }
        var signer = seal.get().certificate();
        var key = bundle.keys().stream().filter(k -> same(k.certificate(), signer)).findFirst();
        if (key.isEmpty()) {
            return new UnknownSigner();
        }
        return token(file)
                .<Reading>map(
                        token ->
                                token.token().keyId().equals(key.get().id())
                                        ? new Holds(token)
                                        : new Broken(Reason.FILE_TOKEN_DIFFERS))
                .orElseGet(() -> new Broken(Reason.FILE_UNREADABLE));
    }

    private static boolean same(java.security.cert.X509Certificate ours, byte[] theirs) {
        try {
            return Arrays.equals(ours.getEncoded(), theirs);
        } catch (java.security.cert.CertificateEncodingException e) {
            return false;
        }
    }

    private static Optional<SealedToken> token(byte[] file) {
        try (var document = Loader.loadPDF(file)) {
            var text = document.getDocumentInformation().getCustomMetadataValue(TOKEN);
            boolean ours = text != null && isCertified(document);
            return ours ? SealedToken.read(text) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** One signature, and it is a certification that allows no change (DocMDP P=1). */
    private static boolean isCertified(PDDocument document) {
        if (document.getSignatureDictionaries().size() != 1) {
            return false;
        }
        var signature = document.getSignatureDictionaries().getFirst().getCOSObject();
        var permissions =
                document.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.PERMS);
        if (permissions == null
                || !signature.equals(
                        permissions.getDictionaryObject(COSName.getPDFName("DocMDP")))) {
            return false;
        }
        return signature.getDictionaryObject(COSName.getPDFName("Reference"))
                        instanceof COSArray references
                && references.size() == 1
                && references.getObject(0) instanceof COSDictionary reference
                && allowsNothing(reference);
    }

    private static boolean allowsNothing(COSDictionary reference) {
        var parameters = reference.getCOSDictionary(COSName.getPDFName("TransformParams"));
        return "DocMDP".equals(reference.getNameAsString(COSName.getPDFName("TransformMethod")))
                && parameters != null
                && parameters.getInt(COSName.P) == 1;
    }
}
