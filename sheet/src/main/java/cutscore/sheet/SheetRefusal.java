package cutscore.sheet;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;

/** Why a whole workbook is not read. */
final class SheetRefusal {
    private SheetRefusal() {}

    static Unreadable unsafe(String name) {
        return of(
                name,
                "WORKBOOK_UNSAFE",
                "工作簿异常：展开后过大，或含有不应有的内容",
                "the workbook unpacks to too much, or holds what it must not hold",
                "请用 Excel 或 WPS 打开后另存为新的 .xlsx 再上传",
                "open it in a spreadsheet programme, save it as a new .xlsx and send that");
    }

    static Unreadable broken(String name) {
        return of(
                name,
                "WORKBOOK_BROKEN",
                "不是可读的 .xlsx 工作簿",
                "not a readable .xlsx workbook",
                "请用 Excel 或 WPS 打开后另存为 .xlsx（不设密码）",
                "open it in a spreadsheet programme and save it as .xlsx, without a password");
    }

    static Unreadable oldForm(String name) {
        return of(
                name,
                "WORKBOOK_OLD_OR_LOCKED",
                "这是旧式 .xls，或设了密码的工作簿",
                "this is an old .xls, or a workbook with a password",
                "请另存为 .xlsx（不设密码），或另存为“CSV UTF-8”",
                "save it as .xlsx without a password, or as \"CSV UTF-8\"");
    }

    private static Unreadable of(
            String name, String code, String zh, String en, String mendZh, String mendEn) {
        return new Unreadable(
                Fault.of(code, new Words(zh, en), new Words(mendZh, mendEn)).in(name));
    }
}
