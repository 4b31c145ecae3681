package cutscore.server.declaration.list;

import cutscore.kernel.Words;

/** A column beside the receipt, which always stands. */
enum ListColumn {
    STAGE(new Words("状态", "State")),
    QUALIFICATION(new Words("资格", "Qualification")),
    GROUND(new Words("理由", "Ground")),
    PLACE(new Words("地区", "Place")),
    ARRIVED(new Words("到达（北京时间）", "Arrived (Beijing time)")),
    SINCE(new Words("在此状态", "In this state")),
    DUE(new Words("审核期限", "Due")),
    HOLDER(new Words("经办人", "In whose hands")),
    ASSISTED(new Words("填写方式", "Typed by")),
    MEND_UNTIL(new Words("补正截止", "Mend until"));

    private final Words words;

    ListColumn(Words words) {
        this.words = words;
    }

    Words words() {
        return words;
    }
}
