package cutscore.server.paper;

import cutscore.kernel.time.Beijing;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.TreeMap;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;

/** What makes a PDF a PDF/A-2u: matching metadata, a colour profile, a fixed identity. */
final class Metadata {
    private static final String PRODUCER = "Cutscore";
    private static final byte[] SRGB = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    private Metadata() {}

    static void write(PDDocument document, Imprint imprint) throws IOException {
        var about = document.getDocumentInformation();
        var made = GregorianCalendar.from(imprint.made().atZone(Beijing.ZONE));
        made.set(Calendar.MILLISECOND, 0);
        about.setTitle(imprint.title());
        about.setAuthor(imprint.author());
        about.setProducer(PRODUCER);
        about.setCreator(PRODUCER);
        about.setCreationDate(made);
        about.setModificationDate(made);
        new TreeMap<>(imprint.entries()).forEach(about::setCustomMetadataValue);
        var packet = new PDMetadata(document, new ByteArrayInputStream(packet(imprint)));
        document.getDocumentCatalog().setMetadata(packet);
        document.getDocumentCatalog().addOutputIntent(sRgb(document));
        document.setDocumentId(identity(imprint));
    }

    private static PDOutputIntent sRgb(PDDocument document) throws IOException {
        var intent = new PDOutputIntent(document, new ByteArrayInputStream(SRGB));
        intent.setInfo("sRGB IEC61966-2.1");
        intent.setOutputCondition("sRGB IEC61966-2.1");
        intent.setOutputConditionIdentifier("sRGB IEC61966-2.1");
        intent.setRegistryName("http://www.color.org");
        return intent;
    }

    /** The same document has the same /ID: PDFBox would take the machine's clock. */
    static long identity(Imprint imprint) {
        var text = imprint.title() + imprint.made() + new TreeMap<>(imprint.entries());
        var digest = cutscore.kernel.seal.Digest.sha256(text.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.wrap(digest).getLong();
    }

    private static byte[] packet(Imprint imprint) {
        var day = Beijing.text(imprint.made());
        return """
        <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
        <x:xmpmeta xmlns:x="adobe:ns:meta/">
         <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
          <rdf:Description rdf:about=""
            xmlns:dc="http://purl.org/dc/elements/1.1/"
            xmlns:xmp="http://ns.adobe.com/xap/1.0/"
            xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
            xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
           <dc:format>application/pdf</dc:format>
           <dc:title><rdf:Alt><rdf:li xml:lang="x-default">@title@</rdf:li></rdf:Alt></dc:title>
           <dc:creator><rdf:Seq><rdf:li>@author@</rdf:li></rdf:Seq></dc:creator>
           <dc:language><rdf:Bag><rdf:li>zh-CN</rdf:li></rdf:Bag></dc:language>
           <xmp:CreatorTool>@producer@</xmp:CreatorTool>
           <xmp:CreateDate>@day@</xmp:CreateDate>
           <xmp:ModifyDate>@day@</xmp:ModifyDate>
           <pdf:Producer>@producer@</pdf:Producer>
           <pdfaid:part>2</pdfaid:part>
           <pdfaid:conformance>U</pdfaid:conformance>
          </rdf:Description>
         </rdf:RDF>
        </x:xmpmeta>
        <?xpacket end="r"?>
        """
                .replace("@day@", day)
                .replace("@producer@", PRODUCER)
                .replace("@author@", escaped(imprint.author()))
                .replace("@title@", escaped(imprint.title()))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
