package cutscore.sheet;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a workbook that a table needs, each read as a stream: bombs, document types and
 * entities are refused, and what lies outside the file is never asked for.
 */
final class WorkbookParts implements AutoCloseable {
    /** A sheet of a million full rows has about a gigabyte. */
    private static final long MOST_BYTES = 3L << 30;

    private static final XMLInputFactory XML = factory();

    private final String name;
    private final ZipSecureFile zip;
    private final Map<String, String> targets = new HashMap<>();
    private @Nullable String sheet;
    private String sheetName = "";

    /**
     * @param preferred which sheet is meant when there is one of that name; else the first visible
     */
    WorkbookParts(Path file, String name, String preferred) throws IOException {
        this.name = name;
        this.zip = new ZipSecureFile(file.toFile());
        relations();
        sheets(preferred);
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setXMLResolver(
                (_, _, _, _) -> {
                    throw new XMLStreamException("nothing outside the file is read");
                });
        return factory;
    }

    /** What a part is read by; takes every event after the document's start. */
    interface Events {
        void at(int event, XMLStreamReader xml) throws XMLStreamException, IOException;
    }

    private void relations() throws IOException {
        read(
                "xl/_rels/workbook.xml.rels",
                (event, xml) -> {
                    boolean external = "External".equals(xml.getAttributeValue(null, "TargetMode"));
                    if (xml.getLocalName().equals("Relationship") && !external) {
                        String target = xml.getAttributeValue(null, "Target");
                        String path = target.startsWith("/") ? target.substring(1) : "xl/" + target;
                        targets.put(xml.getAttributeValue(null, "Id"), path);
                        String type = xml.getAttributeValue(null, "Type");
                        targets.put(type.substring(type.lastIndexOf('/')), path);
                    }
                });
    }

    private void sheets(String preferred) throws IOException {
        read(
                "xl/workbook.xml",
                (event, xml) -> {
                    if (!xml.getLocalName().equals("sheet")) {
                        return;
                    }
                    String state = xml.getAttributeValue(null, "state");
                    String called = xml.getAttributeValue(null, "name");
                    boolean visible = state == null || state.equals("visible");
                    if (visible && (sheet == null || called.equals(preferred))) {
                        sheet = targets.get(relation(xml));
                        sheetName = called;
                    }
                });
        if (sheet == null) {
            throw SheetRefusal.broken(name);
        }
    }

    private static @Nullable String relation(XMLStreamReader xml) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals("id")) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    /** Which sheet is read. */
    String sheetName() {
        return sheetName;
    }

    void sheet(Events events) throws IOException {
        all(Optional.ofNullable(sheet).orElse(""), events);
    }

    /** The texts that cells name by number; there may be none. */
    void sharedTexts(Events events) throws IOException {
        String path = targets.get("/sharedStrings");
        if (path != null) {
            all(path, events);
        }
    }

    void styles(Events events) throws IOException {
        String path = targets.get("/styles");
        if (path != null) {
            read(path, events);
        }
    }

    /** Starts of elements alone. */
    private void read(String path, Events starts) throws IOException {
        all(
                path,
                (event, xml) -> {
                    if (event == XMLStreamConstants.START_ELEMENT) {
                        starts.at(event, xml);
                    }
                });
    }

    private void all(String path, Events events) throws IOException {
        ZipArchiveEntry entry = zip.getEntry(path);
        if (entry == null) {
            throw SheetRefusal.broken(name);
        }
        try (InputStream in =
                new BufferedInputStream(new Measured(zip.getInputStream(entry)), 1 << 16)) {
            var xml = XML.createXMLStreamReader(in);
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.DTD
                        || event == XMLStreamConstants.ENTITY_REFERENCE) {
                    throw SheetRefusal.unsafe(name);
                }
                events.at(event, xml);
            }
            xml.close();
        } catch (XMLStreamException e) {
            throw e.getNestedException() instanceof IOException
                    ? SheetRefusal.unsafe(name)
                    : SheetRefusal.broken(name);
        } catch (IOException e) {
            // What the bomb alarm of the ZIP reader says, and a stream cut short.
            throw SheetRefusal.unsafe(name);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Ends a part that goes on and on. */
    private static final class Measured extends FilterInputStream {
        private long left = MOST_BYTES;

        Measured(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int c = super.read();
            take(c < 0 ? 0 : 1);
            return c;
        }

        @Override
        public int read(byte[] into, int at, int length) throws IOException {
            int got = super.read(into, at, length);
            take(Math.max(0, got));
            return got;
        }

        private void take(int bytes) throws IOException {
            left -= bytes;
            if (left < 0) {
                throw new IOException("a part of more than " + MOST_BYTES + " bytes");
            }
        }
    }
}
