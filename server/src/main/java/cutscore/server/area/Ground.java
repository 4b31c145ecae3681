package cutscore.server.area;

import cutscore.kernel.Words;
import java.util.Arrays;

/** The grounds of 人社厅发〔2022〕25号 on which a county is a line area. */
enum Ground {
    KEY_COUNTY("国家乡村振兴重点帮扶县", "national key county for rural-revitalisation assistance"),
    TIBET("西藏自治区", "Tibet Autonomous Region"),
    TIBETAN_COUNTIES("四省涉藏州县", "Tibetan-related prefectures and counties of four provinces"),
    SOUTH_XINJIANG("新疆南疆四地州", "four prefectures of southern Xinjiang"),
    LINXIA("甘肃临夏州", "Linxia prefecture in Gansu"),
    LIANGSHAN_LESHAN(
            "四川凉山州，乐山市峨边县、马边县、金口河区",
            "Liangshan prefecture in Sichuan, with Ebian, Mabian and Jinkouhe of Leshan");

    /** Where a circular lists a county and names no ground. */
    static final Words LISTED = new Words("通知所列单独划线地区", "line area listed by the circular");

    private final Words words;

    Ground(String zh, String en) {
        this.words = new Words(zh, en);
    }

    Words words() {
        return words;
    }

    /** The words of a ground as a draft names it; another ground keeps the circular's own. */
    static Words words(String drafted) {
        return Arrays.stream(values())
                .filter(g -> g.name().equals(drafted))
                .findFirst()
                .map(Ground::words)
                .orElseGet(() -> new Words(drafted, drafted));
    }
}
