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
                        + "|报名地(?:点|区)?(?:在|为|属)");
    private static final Pattern AT_REGISTRATION =
            Pattern.compile(
                    "在[^。;,]{0,10}(?:单独划线|划线)(?:地区|区域)[^。;,的]{0,6}(?:报名|报考|参加)|报名地(?:点|区)?(?:在|为|属)");
    private static final Pattern REPLACEMENT = Pattern.compile("补证|补办证书|证书补办");
    private static final Pattern ORDINARY =
            Pattern.compile(
                    "印制发放|印发证书|证书管理(?:程序|规定|办法|流程)|(?:正常|常规|现行|规定|相关)[^。;,]{0,8}(?:程序|流程|规定|办法)[^。;,]{0,8}(?:印制|发放|制发|办理|制作)");
    private static final Pattern VIOLATION = Pattern.compile("虚假|伪造|违纪|不正当手段|弄虚作假");

    private final Map<Who, Route> routes = new EnumMap<>(Who.class);
    private final Map<Who, Set<String>> evidence = new EnumMap<>(Who.class);
    private final Set<Who> order = new LinkedHashSet<>();
    private final Set<String> forAll = new LinkedHashSet<>();
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
                if (VIOLATION.matcher(sentence).find()) {
                    continue;
                }
                var who = who(sentence);
                current = who.isEmpty() ? current : who;
                order.addAll(who);
                route(sentence, current);
                var asked = Evidence.in(sentence, listing);
                listing = Evidence.asks(sentence) || (listing && !asked.isEmpty());
                give(asked, current);
            }
        }
    }

    private static List<String> clauses(Placed placed) {
        return placed.sentences().stream().flatMap(s -> Stream.of(s.split(";"))).toList();
    }

    private Set<Who> who(String sentence) {
        var out = EnumSet.noneOf(Who.class);
        // 不符合…、到…工作: a comma there does not make two groups
        String text =
                sentence.replaceAll("(?:非|不具有|不具备|没有|无)[^。;,、但]{0,14}户(?:籍|口)", "")
                        .replaceAll("不符合[^。;,、]{0,14}?(?:地区|区域|条件)(?:条件)?的?[、,但]*", "");
        if (WORKS.matcher(text).find()) {
            out.add(Who.WORKS);
        }
        if (HOUSEHOLD.matcher(text).find()) {
            out.add(Who.HOUSEHOLD);
        }
        if (REGISTERED.matcher(text).find()) {
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
