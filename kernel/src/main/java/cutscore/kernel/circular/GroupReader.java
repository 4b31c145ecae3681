package cutscore.kernel.circular;

import cutscore.kernel.circular.CircularDraft.Group;
import cutscore.kernel.circular.CircularDraft.Route;
import cutscore.kernel.circular.CircularDraft.Who;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who may declare, by which route the certificate comes, and which evidence is asked of whom. */
final class GroupReader {
    private static final Pattern WORKS =
            Pattern.compile(
                    "(?:到|在|去|赴|至)[^。;,]{0,24}(?:地区|区域|县|州|当地|辖区)[^。;,]{0,6}(?:实际)?(?:工作|就业|从业|任职)"
                        + "|实际工作(?:地|单位|所在地)|工作(?:地|单位|所在地)[^。;]{0,6}(?:在|位于|为|属)|(?:地区|区域)[^。;,]{0,4}工作的?(?:参考|报考|应试|考生|人员)");
    private static final Pattern HOUSEHOLD =
            Pattern.compile(
                    "户(?:籍|口)(?:所在地|地)?(?:、|或|和|及|在|为|是|属|位于|的|人员|考生)|(?:地区|区域|县)[^。;,]{0,4}户(?:籍|口)(?!簿|本|证明|页|复印)|具有[^。;]{0,16}户(?:籍|口)|户籍类");
    private static final Pattern REGISTERED =
            Pattern.compile(
                    "(?<!不)符合[^。;,]{0,8}(?:单独划线|划线)(?:地区|区域|范围)|在[^。;,]{0,10}(?:单独划线|划线)(?:地区|区域)[^。;,]{0,6}(?:报名|报考|参加|考试|考区)"
                        + "|(?<!不符合)(?:单独划线|划线)(?:地区|区域)(?:内)?的?(?:参考|应试|报考|考生|报名)(?:人员|考生)?"
                        + "|(?:以上|上述)(?:地区|区域)[^。;,]{0,4}(?:报名|报考)|报名地(?:点|区)?(?:在|为|属)");

    /** 工作单位在单独划线地区的考生: no third group. */
    private static final Pattern BY_ANOTHER_GROUND =
            Pattern.compile(
                    "(?:户籍|户口|单位|工作地)[^。;,]{0,10}(?:在|位于|为|属于?)[^。;,]{0,6}(?:划线|上述|以上)"
                            + "(?:地区|区域)内?的?(?:参考|应试|报考|报名)?(?:人员|考生)?");

    private static final Pattern INLINE_NUMBER =
            Pattern.compile("(?<=[\\s:,])(?=\\([一二三四五六\\d]\\)|[①-⑥])");
    private static final Pattern AT_REGISTRATION =
            Pattern.compile(
                    "在[^。;,]{0,10}(?:单独划线|划线)(?:地区|区域)[^。;,的]{0,6}(?:报名|报考|参加)|(?:以上|上述)(?:地区|区域)[^。;,]{0,4}(?:报名|报考)|报名地(?:点|区)?(?:在|为|属)");
    private static final Pattern REPLACEMENT = Pattern.compile("补证|补办证书|证书补办");
    private static final Pattern ORDINARY =
            Pattern.compile(
                    "印制发放|印发证书|证书管理(?:程序|规定|办法|流程)|(?:正常|常规|现行|规定|相关)[^。;,]{0,8}(?:程序|流程|规定|办法)[^。;,]{0,8}(?:印制|发放|制发|办理|制作)");
    private static final Pattern VIOLATION = Pattern.compile("虚假|伪造|违纪|不正当手段|弄虚作假");

    private final Map<Who, Route> routes = new EnumMap<>(Who.class);
    private final Map<Who, Set<String>> evidence = new EnumMap<>(Who.class);
    private final Set<Who> order = new LinkedHashSet<>();
    private final Set<String> forAll = new LinkedHashSet<>();
    private final Kinds kinds = new Kinds();
    private boolean byRegistration;

    private GroupReader() {}

    static List<Group> read(List<Placed> body) {
        var reader = new GroupReader();
        reader.readAll(body);
        return reader.groups();
    }

    private void readAll(List<Placed> body) {
        Set<Who> current = EnumSet.noneOf(Who.class);
        @Nullable String section = null;
        boolean listing = false;
        for (Placed placed : body) {
            String top = placed.chain().isEmpty() ? "" : placed.chain().getFirst().toString();
            if (!top.equals(section)) {
                current = EnumSet.noneOf(Who.class);
                section = top;
                listing = false;
            }
            for (String sentence : clauses(placed)) {
                var who = whom(sentence);
                current = who.isEmpty() ? current : who;
                order.addAll(who);
                route(sentence, current);
                var asked = Evidence.in(sentence, listing);
                listing = Evidence.asks(sentence) || (listing && !asked.isEmpty());
                give(asked, current);
            }
        }
    }

    /** By what the clause says of them, else by the number of a kind described before. */
    private Set<Who> whom(String clause) {
        var who = who(clause);
        kinds.describe(clause, who);
        return who.isEmpty() ? kinds.named(clause) : who;
    }

    /** The parts that may speak of different people; numbers inside a paragraph begin a new one. */
    private List<String> clauses(Placed placed) {
        String mark = placed.numbering().style() > 2 ? placed.numbering().mark() : "";
        return Placed.sentences(mark + placed.said()).stream()
                .flatMap(s -> Stream.of(s.split(";")))
                .flatMap(INLINE_NUMBER::splitAsStream)
                .flatMap(s -> byPeople(s).stream())
                .toList();
    }

    /** 户籍在…的,提供A、B,单位在…的,提供C: a comma parts them once papers were asked of the first. */
    private List<String> byPeople(String clause) {
        var out = new ArrayList<String>();
        var part = new StringBuilder();
        for (String piece : clause.split("(?<=,)")) {
            if (VIOLATION.matcher(piece).find()) {
                break;
            }
            if (!Evidence.in(part.toString(), false).isEmpty() && !who(piece).isEmpty()) {
                out.add(part.toString());
                part.setLength(0);
            }
            part.append(piece);
        }
        if (!part.isEmpty()) {
            out.add(part.toString());
        }
        return out;
    }

    private Set<Who> who(String sentence) {
        var out = EnumSet.noneOf(Who.class);
        // 非上述地区报名但…, 不符合…、到…工作: a comma there does not make two groups
        String text =
                sentence.replaceAll(
                                "(?:非(?=上述|以上|单独|划线|该)|不在)[^。;,、但]{0,14}(?:报名|报考|参考|地区)[,、的]*", "")
                        .replaceAll("(?:非|不具有|不具备|没有|无)[^。;,、但]{0,14}户(?:籍|口)", "")
                        .replaceAll("不符合[^。;,、]{0,14}?(?:地区|区域|条件)(?:条件)?的?[、,但]*", "");
        if (WORKS.matcher(text).find()) {
            out.add(Who.WORKS);
        }
        if (HOUSEHOLD.matcher(text).find()) {
            out.add(Who.HOUSEHOLD);
        }
        if (REGISTERED.matcher(BY_ANOTHER_GROUND.matcher(text).replaceAll("")).find()) {
            out.add(Who.REGISTERED);
            byRegistration |= AT_REGISTRATION.matcher(text).find();
        }
        return out;
    }

    private void route(String clause, Set<Who> current) {
        if (REPLACEMENT.matcher(clause).find()) {
            current.forEach(w -> routes.putIfAbsent(w, Route.REPLACEMENT));
        } else if (ORDINARY.matcher(clause).find()) {
            current.forEach(w -> routes.putIfAbsent(w, Route.ORDINARY));
        }
    }

    private void give(List<String> asked, Set<Who> current) {
        if (current.isEmpty()) {
            forAll.addAll(asked);
        } else {
            current.forEach(
                    w -> evidence.computeIfAbsent(w, any -> new LinkedHashSet<>()).addAll(asked));
        }
    }

    private List<Group> groups() {
        var out = new ArrayList<Group>();
        boolean household = order.contains(Who.HOUSEHOLD);
        for (Who who : Who.values()) {
            // where a household is the ground, 符合单独划线地区 only sums it up
            boolean summary = who == Who.REGISTERED && household && !byRegistration;
            if (order.contains(who) && !summary) {
                var papers = new LinkedHashSet<>(evidence.getOrDefault(who, Set.of()));
                papers.addAll(forAll);
                out.add(new Group(who, routes.get(who), List.copyOf(papers)));
            }
        }
        if (household && !byRegistration && order.contains(Who.REGISTERED)) {
            mergeInto(out, Who.HOUSEHOLD);
        }
        return out;
    }

    private void mergeInto(List<Group> groups, Who who) {
        var route = routes.get(Who.REGISTERED);
        for (int at = 0; at < groups.size(); at++) {
            var group = groups.get(at);
            if (group.who() == who) {
                var papers = new LinkedHashSet<>(group.evidence());
                papers.addAll(evidence.getOrDefault(Who.REGISTERED, Set.of()));
                groups.set(
                        at,
                        new Group(
                                who,
                                group.route() == null ? route : group.route(),
                                List.copyOf(papers)));
            }
        }
    }
}
