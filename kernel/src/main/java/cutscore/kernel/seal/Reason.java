package cutscore.kernel.seal;

import cutscore.kernel.Words;

/**
 * Why a verdict is what it is: the stable code, the sentence, the legal basis where there is one.
 */
public enum Reason {
    IN_LIST("该地属于签发省份的单独划线地区", "the place is a line area of the issuing province", Basis.SCOPE),
    NOT_IN_LIST(
            "该地不在签发省份的单独划线地区之内",
            "the place is not a line area of the issuing province",
            Basis.SCOPE),
    OTHER_PROVINCE(
            "该地属于其他省份；证书只在签发省份的单独划线地区有效",
            "another province; the certificate counts in the issuing province's line areas only",
            Basis.SCOPE),
    IN_LIST_ON_ISSUE_ONLY(
            "公布标准时在名单内，查询日已不在",
            "in the list when the line was published, no longer on the day asked",
            Basis.SCOPE),
    IN_LIST_TODAY_ONLY(
            "查询日在名单内，公布标准时不在",
            "in the list on the day asked, not when the line was published",
            Basis.SCOPE),
    PLACE_TOO_WIDE(
            "该地只有一部分属于单独划线地区，请具体到县",
            "only a part of the place is a line area: name the county",
            Basis.SCOPE),
    NO_PLACE_ASKED("没有问地点", "no place was asked", Basis.SCOPE),
    NOT_YET_ISSUED("查询日早于签发日", "the day asked is before the day of issue", ""),
    BUNDLE_STALE(
            "离线数据已过期，不能排除证书已被宣布无效",
            "the offline facts are too old: an annulment cannot be ruled out",
            ""),
    KEY_UNKNOWN("信任包中没有这把签名密钥", "the signing key is not in the trust bundle", ""),
    SCOPE_UNKNOWN("信任包中没有该省该考次的地区名单", "the area list is not in the trust bundle", ""),
    NAME_DIFFERS(
            "输入的姓名与证书不符；可能输错",
            "the name typed is not that of the certificate; perhaps mistyped",
            ""),
    NAME_MATCHES("姓名相符", "the name matches", ""),
    ANNULLED(
            "证书已被宣布无效，自始无效",
            "the certificate was annulled: void from the start",
            "人力资源和社会保障部令第31号 第十条"),
    NUMBER_NOT_FOUND(
            "可能输错；没有这个编号的证书", "perhaps mistyped; there is no certificate of this number", ""),
    NUMBER_MISTYPED("可能输错：编号的校验位不对", "perhaps mistyped: the check character is wrong", ""),
    OTHER_ENVIRONMENT("样本与真证书的环境不同", "made in another environment, a sample perhaps", ""),
    TOKEN_UNREADABLE("二维码内容不完整或被改动", "the QR text is incomplete or altered", ""),
    TOKEN_SIGNATURE_WRONG("二维码的签名不对", "the QR text's signature is wrong", ""),
    FILE_UNREADABLE("文件读不出来，或不是本系统的证书", "the file is unreadable or no certificate of ours", ""),
    FILE_CHANGED("文件在签名之后被改动", "the file was changed after it was sealed", ""),
    FILE_SIGNATURE_WRONG("文件的电子签名不对", "the file's signature is wrong", ""),
    FILE_TOKEN_DIFFERS("文件与其中的二维码不是同一张证书", "file and QR code are not of one certificate", "");

    private final String zh;
    private final String en;
    private final String basis;

    Reason(String zh, String en, String basis) {
        this.zh = zh;
        this.en = en;
        this.basis = basis;
    }

    public Words words() {
        return new Words(zh, en);
    }

    /** The legal basis in Chinese, or an empty text where it is a matter of fact. */
    public String basis() {
        return basis;
    }

    private static final class Basis {
        static final String SCOPE = "人社厅发〔2022〕25号；申领通知第五条";
    }
}
