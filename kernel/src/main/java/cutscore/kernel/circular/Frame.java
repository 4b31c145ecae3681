package cutscore.kernel.circular;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the circular lies in a text: its title, its body, its signature, its attachments. What
 * stands around it on a web page belongs to none of them.
 *
 * @param title as written
 * @param authority the issuing body
 * @param published the date under the signature
 * @param body from the title (and what belongs to its head) to the signature
 * @param attachments what follows the signature from the first 附件 on
 */
record Frame(
        @Nullable String title,
        @Nullable String authority,
        @Nullable LocalDate published,
        List<Passage> body,
        List<Passage> attachments) {
    private static final String KINDS = "(?:通知|通告|公告|公示|须知|说明|提示|提醒|函)";
    private static final Pattern ABOUT =
            Pattern.compile("^.{0,40}?关于[^。;!?]{4,160}" + KINDS + "(?:\\([^()]{0,40}\\))?$");
    private static final Pattern PLAIN =
            Pattern.compile(
                    "^(?:[^。;!?,:]{2,12}:)?[^。;!?,:]{6,100}" + KINDS + "(?:\\([^()]{0,40}\\))?$");
    private static final Pattern INLINE =
            Pattern.compile(
                    "^[^。;!?,:]{6,100}"
                            + KINDS
                            + "(?=(:))|^[\\p{IsHan}]{3,40}(?:中心|院|办公室|局|厅|委员会|部)"
                            + KINDS
                            + "$");
    private static final Pattern BODY =
            Pattern.compile(
                    "^(?:尊敬的|各位|各有关|各市|各州|各县|各区|各盟|各考|各单位|各省|各报|全区各|全省各|各地|广大|有关|根据|按照|为|现将|现就|经).*");
    private static final Pattern SALUTATION =
            Pattern.compile("^(?:尊敬的|各|全省|全区|广大|有关)[^。;]{1,60}:$");
    private static final Pattern BODY_NAME =
            Pattern.compile(
                    "^[\\p{IsHan}()、 ]{3,60}(?:中心|考试院|院|办公室|考试办|考办|局|厅|委员会|部|处|司|机构)"
                            + "(?:\\((?:盖章|公章|章|印章)\\))?$");
    private static final Pattern SIGNED =
            Pattern.compile(
                    "^(?<body>[\\p{IsHan}()、"
                            + " ]{3,60}(?:中心|院|办公室|考试办|局|厅|委员会|部|处|司))\\s*(?<date>[\\d二].*)$");
    private static final Pattern SOURCE =
            Pattern.compile("(?:来源|发布机构|发布单位|发文机关|信息来源)\\s*:\\s*([\\p{IsHan}]{4,40})");

    static boolean looksLikeTitle(String folded) {
        return folded.indexOf('。') < 0 && folded.length() < 100 && folded.contains("关于");
    }

    static boolean looksLikeBody(String folded) {
        return BODY.matcher(folded).matches() || folded.startsWith("附件");
    }

    /** 甘肃省人事考试中心 2024年9月30日, or the body alone. */
    static boolean looksLikeSignature(String folded) {
        return looksLikeBodyName(folded) || SIGNED.matcher(folded).matches();
    }

    static boolean looksLikeBodyName(String folded) {
        return BODY_NAME.matcher(folded).matches()
                && !folded.contains("关于")
                && !folded.contains("的");
    }

    /** The signature: which body, which day, and the passages it takes. */
    private record Signature(@Nullable String authority, LocalDate day, int from, int to) {}

    static Frame of(List<Passage> all) {
        int[] span = titleSpan(all);
        int first = span[1] == 0 ? 0 : span[0];
        var signature = signature(all, Math.max(span[1], 0));
        int end = signature == null ? all.size() : signature.from();
        int head = head(all, first);
        String authority = signature == null ? null : signature.authority();
        if (authority == null) {
            authority = authorityAtTheHead(all, head, span);
        }
        String title = span[1] == 0 ? titleInOneLine(all) : join(all, span[0], span[1]);
        return new Frame(
                title,
                authority,
                signature == null ? null : signature.day(),
                withoutHeadingMarks(all.subList(head, Math.max(head, end)), span[1] - head),
                attachments(all, signature == null ? all.size() : signature.to()));
    }

    /** …的公告:根据…, all in one paragraph; or a body's bare 公告 at the head. */
    private static @Nullable String titleInOneLine(List<Passage> all) {
        for (var passage : all.subList(0, Math.min(3, all.size()))) {
            var found = INLINE.matcher(passage.folded());
            if (found.find() && (passage.has("划线") || found.group(1) == null)) {
                return Fold.tight(passage.text().substring(0, found.end()));
            }
        }
        return null;
    }

    /** A title written as a Markdown heading is no heading of the body. */
    private static List<Passage> withoutHeadingMarks(List<Passage> body, int upTo) {
        var out = new ArrayList<Passage>(body);
        for (int at = 0; at < Math.min(upTo, body.size()); at++) {
            out.set(at, new Passage(body.get(at).line(), body.get(at).text(), 0));
        }
        return List.copyOf(out);
    }

    /** From and to (exclusive) of the title; to is 0 when there is none. */
    private static int[] titleSpan(List<Passage> all) {
        int limit = limit(all);
        int[] best = {0, 0};
        boolean bestIsAbout = false;
        for (int from = 0; from < limit; from++) {
            int to = titleFrom(all, from, limit);
            boolean about = to > 0 && join(all, from, to).contains("关于");
            if (to > 0 && (about || !bestIsAbout || to > best[1] + 3)) {
                best = new int[] {from, to};
                bestIsAbout = about;
            }
        }
        return best;
    }

    private static int titleFrom(List<Passage> all, int from, int limit) {
        String first = all.get(from).folded();
        if (looksLikeBodyName(first) || first.matches("^(?:根据|按照|现将|现就|为).*")) {
            return 0;
        }
        var joined = new StringBuilder();
        for (int to = from; to < Math.min(limit, from + 4); to++) {
            joined.append(all.get(to).folded().replace(" ", ""));
            boolean mayStart = first.contains("关于");
            if (ABOUT.matcher(joined).matches() && mayStart) {
                return to + 1;
            }
            if (to - from < 2
                    && PLAIN.matcher(joined).matches()
                    && joined.toString().contains("划线")) {
                return to + 1;
            }
        }
        return 0;
    }

    /** The title stands before the salutation, or else before the first numbered heading. */
    private static int limit(List<Passage> all) {
        for (int at = 0; at < all.size(); at++) {
            if (SALUTATION.matcher(all.get(at).folded()).matches()) {
                return at;
            }
        }
        for (int at = 1; at < all.size(); at++) {
            int style = Numbering.of(all.get(at)).style();
            if (style > 0 && style < 100) {
                return at;
            }
        }
        return all.size();
    }

    private static int head(List<Passage> all, int title) {
        int head = title;
        while (head > 0 && title - head < 3 && belongsToTheHead(all.get(head - 1))) {
            head--;
        }
        return head;
    }

    private static boolean belongsToTheHead(Passage passage) {
        return looksLikeBodyName(passage.folded())
                || (passage.text().length() < 30
                        && !DocumentNumbers.in(passage.folded()).isEmpty());
    }

    private static @Nullable String authorityAtTheHead(List<Passage> all, int head, int[] title) {
        for (int at = head; at < title[0]; at++) {
            if (looksLikeBodyName(all.get(at).folded())) {
                return body(all.get(at).text());
            }
        }
        if (title[1] == 0 && !all.isEmpty() && titleInOneLine(all) != null) {
            String own = all.getFirst().folded().replaceFirst(KINDS + "$", "");
            return looksLikeBodyName(own) ? body(own) : null;
        }
        if (title[1] > 0) {
            String before = join(all, title[0], title[1]).split("关于", 2)[0];
            if (looksLikeBodyName(Fold.fold(before))) {
                return body(before);
            }
        }
        return all.stream()
                .map(p -> SOURCE.matcher(p.folded()))
                .filter(java.util.regex.Matcher::find)
                .map(m -> m.group(1))
                .findFirst()
                .orElse(null);
    }

    /**
     * The last body with its date below, before or beside it; else the last bare date of the text.
     */
    private static @Nullable Signature signature(List<Passage> all, int from) {
        Signature bare = null;
        for (int at = all.size() - 1; at >= from; at--) {
            var signed = signedInOneLine(all.get(at), at);
            if (signed != null) {
                return signed;
            }
            var day = Dates.whole(all.get(at).folded());
            if (day == null) {
                continue;
            }
            if (at > from && looksLikeBodyName(all.get(at - 1).folded())) {
                return signedAbove(all, at, day, from);
            }
            if (at + 1 < all.size() && looksLikeBodyName(all.get(at + 1).folded())) {
                return new Signature(body(all.get(at + 1).text()), day, at, at + 2);
            }
            if (bare == null && at > from + 2) {
                bare = new Signature(null, day, at, at + 1);
            }
        }
        return bare;
    }

    private static @Nullable Signature signedInOneLine(Passage passage, int at) {
        String folded = passage.folded().strip();
        int cut = folded.lastIndexOf('。', folded.length() - 2) + 1;
        var found = SIGNED.matcher(folded.substring(cut).strip());
        if (!found.matches()) {
            return null;
        }
        var day = Dates.whole(found.group("date").replaceFirst("[。.]$", ""));
        // what stands before it in the same paragraph belongs to the body
        int from = cut > 0 ? at + 1 : at;
        return day == null ? null : new Signature(body(found.group("body")), day, from, at + 1);
    }

    private static Signature signedAbove(List<Passage> all, int at, LocalDate day, int from) {
        int top = at - 1;
        while (top > from && at - top < 4 && looksLikeBodyName(all.get(top - 1).folded())) {
            top--;
        }
        var bodies = new ArrayList<String>();
        for (int i = top; i < at; i++) {
            bodies.add(body(all.get(i).text()));
        }
        return new Signature(String.join("、", bodies), day, top, at + 1);
    }

    private static String body(String text) {
        return Fold.tight(text).replaceAll("[(（](?:盖章|公章|章|印章)[)）]$", "");
    }

    private static List<Passage> attachments(List<Passage> all, int from) {
        for (int at = from; at < all.size(); at++) {
            if (all.get(at).folded().matches("^附\\s*[件表录]?\\s*\\d*\\s*[:.、]?.*")) {
                return all.subList(at, all.size());
            }
        }
        return List.of();
    }

    private static String join(List<Passage> all, int from, int to) {
        var out = new StringBuilder();
        for (int at = from; at < to; at++) {
            out.append(Fold.tight(all.get(at).text()));
        }
        return out.toString();
    }
}
