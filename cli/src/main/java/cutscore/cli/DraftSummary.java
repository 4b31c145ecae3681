package cutscore.cli;

import cutscore.kernel.circular.CircularDraft;
import cutscore.kernel.circular.CircularDraft.Area;
import cutscore.kernel.circular.CircularDraft.Group;
import cutscore.kernel.circular.CircularDraft.Route;
import cutscore.kernel.id.Divisions;
import cutscore.kernel.id.SessionId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A draft for people: Chinese with English headings, one topic after the other. */
final class DraftSummary {
    private static final Map<String, String> GROUNDS =
            Map.of(
                    "KEY_COUNTY", "国家乡村振兴重点帮扶县",
                    "TIBET", "西藏自治区",
                    "TIBETAN_COUNTIES", "涉藏州县",
                    "SOUTH_XINJIANG", "南疆四地州",
                    "LINXIA", "甘肃临夏州",
                    "LIANGSHAN_LESHAN", "四川凉山州、乐山三县区");
    private final StringBuilder out = new StringBuilder();

    private DraftSummary() {}

    static String of(CircularDraft draft) {
        var summary = new DraftSummary();
        summary.head(draft);
        summary.areas(draft);
        summary.doubts(draft);
        summary.rest(draft);
        return summary.out.toString().stripTrailing();
    }

    private void head(CircularDraft draft) {
        line("标题 title", draft.title());
        line("发布单位 authority", draft.authority());
        line("日期 published", draft.published() == null ? null : draft.published().toString());
        line("文号 document numbers", joined(draft.documentNumbers()));
        line(
                "考次 sessions",
                joined(draft.sessions().stream().map(s -> s.chinese() + " (" + s + ")").toList()));
        var window = draft.window();
        line("申报时间 window", window == null ? null : window.opens() + " … " + window.closes());
        line("有效范围 validity", draft.validity());
        line("违纪依据 legal basis", joined(draft.legalBasis()));
    }

    private void areas(CircularDraft draft) {
        line(
                "地区 areas",
                draft.areas().isEmpty()
                        ? null
                        : draft.areas().size() + " 个县级单位 county-level units");
        var divisions = Divisions.builtIn();
        var byPrefecture =
                draft.areas().stream()
                        .collect(
                                Collectors.groupingBy(
                                        a -> a.code().prefecture(),
                                        TreeMap::new,
                                        Collectors.toList()));
        byPrefecture.forEach(
                (prefecture, areas) -> {
                    out.append("  ")
                            .append(
                                    divisions.find(prefecture).isPresent()
                                            ? divisions.fullName(prefecture)
                                            : divisions.fullName(prefecture.province()));
                    out.append("（").append(areas.size()).append("）\n");
                    areas.forEach(this::area);
                });
    }

    private void area(Area area) {
        String grounds =
                area.grounds().stream()
                        .map(g -> GROUNDS.getOrDefault(g, g))
                        .collect(Collectors.joining("；"));
        out.append("    ").append(area.code()).append(' ').append(area.name());
        out.append(grounds.isEmpty() ? "" : " — " + grounds).append('\n');
    }

    private void doubts(CircularDraft draft) {
        draft.spellingDoubts()
                .forEach(
                        d ->
                                line(
                                        "疑似错字 spelling doubt",
                                        d.written()
                                                + " → "
                                                + d.meant()
                                                + " "
                                                + d.code()
                                                + "，请核对 check it"));
    }

    private void rest(CircularDraft draft) {
        draft.groups().forEach(g -> line("人员 group", group(g)));
        draft.lines()
                .forEach(
                        l -> {
                            String session = l.session() == null ? "" : session(l.session());
                            String exam = l.exam() == null ? "" : l.exam();
                            line("合格标准 line", (session + " " + exam).strip() + "：" + l.each());
                        });
        draft.notUnderstood()
                .forEach(
                        n ->
                                line(
                                        "读不懂 not understood",
                                        "第" + n.line() + "行/line " + n.line() + " “" + n.text()
                                                + "”：" + n.why()));
    }

    private static String session(String session) {
        return session.contains("-") ? new SessionId(session).chinese() : session + "年";
    }

    private static String group(Group group) {
        String who =
                switch (group.who()) {
                    case REGISTERED -> "符合单独划线地区 registered";
                    case HOUSEHOLD -> "户籍在单独划线地区 household";
                    case WORKS -> "在单独划线地区工作 works";
                };
        String route = group.route() == null ? "" : route(group.route());
        String papers =
                group.evidence().isEmpty()
                        ? ""
                        : "；材料 evidence：" + String.join("、", group.evidence());
        return who + route + papers;
    }

    private static String route(Route route) {
        return switch (route) {
            case ORDINARY -> "，按证书管理程序发放 ordinary";
            case REPLACEMENT -> "，按补证程序办理 replacement";
        };
    }

    private static @Nullable String joined(List<String> items) {
        return items.isEmpty() ? null : String.join("、", items);
    }

    private void line(String heading, @Nullable String text) {
        out.append(heading)
                .append("：")
                .append(text == null ? "（通知里没有 not stated）" : text)
                .append('\n');
    }
}
