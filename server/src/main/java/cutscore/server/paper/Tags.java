package cutscore.server.paper;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/** The structure tree: what a screen reader reads, in the order it was written. */
final class Tags {
    private final PDStructureTreeRoot root = new PDStructureTreeRoot();
    private final PDStructureElement document;
    private final List<COSArray> parents = new ArrayList<>();
    private PDStructureElement open;

    Tags(PDDocument file) {
        var catalog = file.getDocumentCatalog();
        catalog.setStructureTreeRoot(root);
        catalog.setLanguage("zh-CN");
        var marked = new PDMarkInfo();
        marked.setMarked(true);
        catalog.setMarkInfo(marked);
        var shown = new PDViewerPreferences(new COSDictionary());
        shown.setDisplayDocTitle(true);
        catalog.setViewerPreferences(shown);
        document = new PDStructureElement("Document", root);
        root.appendKid(document);
        open = document;
    }

    void newPage(PDPage page) {
        page.setStructParents(parents.size());
        parents.add(new COSArray());
    }

    /** Opens an element below the document; what is drawn next belongs to it. */
    void open(String kind) {
        openUnder(document, kind);
    }

    void openUnder(PDStructureElement parent, String kind) {
        open = new PDStructureElement(kind, parent);
        parent.appendKid(open);
    }

    PDStructureElement element() {
        return open;
    }

    void alternate(String text) {
        open.setAlternateDescription(text);
    }

    /** The number of the next piece of content on the current page, bound to the open element. */
    int next(PDPage page) {
        var onPage = parents.getLast();
        int id = onPage.size();
        onPage.add(open.getCOSObject());
        var reference = new PDMarkedContentReference();
        reference.setPage(page);
        reference.setMCID(id);
        open.appendKid(reference);
        return id;
    }

    void close() {
        var numbers = new COSArray();
        for (int i = 0; i < parents.size(); i++) {
            numbers.add(COSInteger.get(i));
            numbers.add(parents.get(i));
        }
        var tree = new COSDictionary();
        tree.setItem(COSName.NUMS, numbers);
        root.getCOSObject().setItem(COSName.PARENT_TREE, tree);
        root.setParentTreeNextKey(parents.size());
    }
}
