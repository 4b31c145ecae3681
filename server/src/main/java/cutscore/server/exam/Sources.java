package cutscore.server.exam;

/** The official documents behind the tables of facts, and what was seen of each. */
final class Sources {
    /** What holds where a province's own circular is not on record. */
    static final String NATIONAL = "人力资源社会保障部办公厅，人社厅发〔2022〕25号";

    private Sources() {}

    static String of(String key) {
        return switch (key) {
            case "sichuan-2023-1" -> "四川省人事考试中心，2023年8月22日通知";
            case "qinghai-2023-1" -> "青海省2023年上半年申报通知（据报道，未见原文）";
            case "gansu-2023-2" -> "甘肃省2023年下半年申报通知（据报道，未见原文）";
            case "shaanxi-2024-1" -> "陕西省2024年上半年考试报名通知（据报道，未见原文）";
            case "late-claim-2024" -> "工业和信息化部教育与考试中心，2024年9月20日补申领通告";
            case "reported" -> "据报道，未见公告原文";
            default -> throw new IllegalStateException("no such source: " + key);
        };
    }
}
