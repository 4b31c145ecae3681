package cutscore.server.evidence;

import cutscore.kernel.Words;

/**
 * Why a file is not taken, and what to do instead. The numbers are public, 1101 to 1199, and never
 * given again.
 */
public enum EvidenceRefusal {
    EMPTY(1101, "这个文件是空的", "the file is empty", "请重新选择文件", "choose the file again"),
    TOO_LARGE(
            1102,
            "这个文件超过 10 MB",
            "the file is larger than 10 MB",
            "请拍一张照片，或把 PDF 分成几份",
            "take a photograph of it, or split the PDF"),
    TOO_MANY_FILES(
            1103,
            "您有 20 份材料还没有随申报提交，不能再多",
            "20 files of yours go with no declaration yet, which is the limit",
            "请先删去不用的",
            "remove those you do not need"),
    NO_SPACE(
            1104,
            "您还没有随申报提交的材料合计将超过 30 MB",
            "your files that go with no declaration yet would exceed 30 MB together",
            "请先删去不用的，或换成照片",
            "remove those you do not need, or send photographs"),
    OTHER_KIND(
            1105,
            "这不是照片（JPG、PNG），也不是 PDF",
            "this is neither a picture (JPG, PNG) nor a PDF",
            "请拍照，或另存为 PDF 再传",
            "take a photograph, or save it as PDF and send that"),
    HEIC(
            1106,
            "这是苹果手机的 HEIC 照片，这里打不开",
            "this is a HEIC photograph, which cannot be opened here",
            "请在“设置 - 相机 - 格式”里选“兼容性最佳”后重拍，或发送截屏",
            "choose Settings, Camera, Formats, Most Compatible and take it again, or send a"
                    + " screenshot"),
    OTHER_ENDING(
            1107,
            "文件名的结尾不是 jpg、png 或 pdf",
            "the file name does not end in jpg, png or pdf",
            "请拍照，或另存为 PDF 再传",
            "take a photograph, or save it as PDF and send that"),
    UNREADABLE(
            1108,
            "这个文件损坏或不完整，打不开",
            "the file is damaged or incomplete and cannot be opened",
            "请重新拍照或重新导出再传",
            "take the photograph or export the file again"),
    TOO_MANY_PIXELS(
            1109,
            "这张图片超过 5000 万像素",
            "the picture has more than 50 million pixels",
            "请用手机的普通模式拍照",
            "take it with the phone's ordinary mode"),
    TOO_MANY_PAGES(
            1110,
            "这份 PDF 超过 20 页",
            "the PDF has more than 20 pages",
            "请只传需要的几页",
            "send only the pages that are asked for"),
    LOCKED(
            1111,
            "这份 PDF 有密码",
            "the PDF is locked by a password",
            "请去掉密码，或对着屏幕拍照",
            "remove the password, or photograph it"),
    PRINT_COLOURS(
            1112,
            "这张图片用的是印刷色（CMYK），这里打不开",
            "the picture uses printing colours (CMYK), which cannot be opened here",
            "请另存为普通的 JPG 或 PNG，或拍照",
            "save it as an ordinary JPG or PNG, or photograph it"),
    TOO_HARD(
            1113,
            "这个文件太复杂，没有处理完",
            "the file is too complicated and was not finished",
            "请换成照片再传",
            "send photographs of it instead"),
    INFECTED(
            1114,
            "病毒检查没有通过",
            "the virus scan did not let it pass",
            "请用拍照的方式重新提交",
            "photograph the paper and send that"),
    KEY_REUSED(
            1115,
            "这个上传编号已经用于另一个文件",
            "this upload key was used for another file",
            "请重新选择文件",
            "choose the file again"),
    MALFORMED(
            1116,
            "上传的说明不完整",
            "what goes with the upload is malformed",
            "请回到页面重新选择文件",
            "go back to the page and choose the file again"),
    SITTING_IS_FULL(
            1117,
            "这次考试的材料已到 60 份或 90 MB",
            "there are 60 files, or 90 MB, for this sitting already",
            "请联系报名地的省级考试机构",
            "ask the exam body of the province where you registered");

    private final int number;
    private final Words what;
    private final Words mend;

    EvidenceRefusal(int number, String zh, String en, String mendZh, String mendEn) {
        this.number = number;
        this.what = new Words(zh, en);
        this.mend = new Words(mendZh, mendEn);
    }

    /** The public number. */
    public int number() {
        return number;
    }

    public Words what() {
        return what;
    }

    /** What to do instead. */
    public Words mend() {
        return mend;
    }

    /** Both, as one sentence. */
    public Words words() {
        return new Words(what.zh() + "；" + mend.zh(), what.en() + ": " + mend.en());
    }
}
