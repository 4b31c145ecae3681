package cutscore.kernel.roster;

import cutscore.kernel.id.Level;
import cutscore.kernel.id.Qualification;
import java.util.Map;

/**
 * What an invented exam is like: how many sit for what, and how well. Shares of the levels as in
 * 2024H1 (junior 5.12, middle 24.37, senior 23.28, in ten thousands; mirise.cn); the rest is
 * invented to give pass rates between 5 % and 30 %.
 */
final class InventedExam {
    /** In ten thousand: sits nothing at all. */
    static final int STAYS_AWAY = 1600;

    /** In ten thousand, for every subject after another: does not sit this one. */
    static final int LEAVES = 300;

    static final int VOIDED = 15;
    static final int SUBJECT_VOIDED = 10;

    /** In ten thousand: registered in a line area. */
    static final int IN_LINE_AREA = 1000;

    /** Half points: how people differ, how a person's subjects differ. */
    static final int ABILITY = 15;

    static final int DAY = 10;

    /** Half points: how much weaker the line areas are, on average, in every subject. */
    static final int LINE_AREA_BEHIND = 12;

    private static final Map<String, Integer> POPULAR =
            Map.ofEntries(
                    Map.entry("信息系统项目管理师", 60),
                    Map.entry("系统架构设计师", 16),
                    Map.entry("系统分析师", 9),
                    Map.entry("网络规划设计师", 7),
                    Map.entry("系统规划与管理师", 8),
                    Map.entry("系统集成项目管理工程师", 45),
                    Map.entry("软件设计师", 25),
                    Map.entry("网络工程师", 10),
                    Map.entry("信息安全工程师", 5),
                    Map.entry("数据库系统工程师", 4),
                    Map.entry("程序员", 20),
                    Map.entry("网络管理员", 12),
                    Map.entry("信息处理技术员", 10));

    private InventedExam() {}

    static int levelWeight(Level level) {
        return switch (level.name()) {
            case "高级" -> 2328;
            case "中级" -> 2437;
            case "初级" -> 512;
            default -> 1000;
        };
    }

    static int popularity(Qualification qualification) {
        return POPULAR.getOrDefault(qualification.name(), 1);
    }

    /** The average mark in every subject, in half points above the national mark. */
    static int average(Qualification qualification) {
        return switch (qualification.level().name()) {
            case "高级" -> -8;
            case "中级" -> -7;
            default -> -6;
        };
    }
}
