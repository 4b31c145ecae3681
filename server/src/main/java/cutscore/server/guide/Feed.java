package cutscore.server.guide;

import cutscore.kernel.time.Beijing;
import cutscore.server.exam.WindowWords;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Windows as an Atom feed (RFC 4287), the last changed first; addresses are relative to it. */
final class Feed {
    private Feed() {}

    static byte[] of(List<Calendar.Entry> entries) {
        var sorted =
                entries.stream()
                        .sorted(Comparator.comparing(Calendar.Entry::changed).reversed())
                        .toList();
        var updated = sorted.isEmpty() ? Instant.EPOCH : sorted.getFirst().changed();
        var out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        out.append("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"zh-CN\">\n");
        out.append("<id>urn:cutscore:windows</id>\n<title>单独划线申报时间</title>\n");
        out.append("<author><name>划线 Cutscore</name></author>\n");
        out.append("<link rel=\"self\" href=\"/windows.atom\"/>\n");
        out.append("<link rel=\"alternate\" type=\"text/html\" href=\"/windows\"/>\n");
        out.append("<updated>").append(Beijing.text(updated)).append("</updated>\n");
        sorted.forEach(entry -> entry(out, entry));
        return out.append("</feed>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void entry(StringBuilder out, Calendar.Entry entry) {
        var window = entry.window();
        var title = WindowWords.title(window.draft()).zh();
        String extended = window.revision() == 0 ? "" : "（已延长）";
        out.append("<entry>\n<id>urn:uuid:").append(window.id()).append("</id>\n<title>");
        out.append(escaped(title + extended)).append("</title>\n<updated>");
        out.append(Beijing.text(entry.changed())).append("</updated>\n");
        out.append("<link href=\"/windows/").append(window.session()).append('/');
        out.append(window.province()).append("\"/>\n<summary>");
        out.append(escaped(WindowWords.sentence(window.draft()).zh()));
        out.append("</summary>\n</entry>\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
