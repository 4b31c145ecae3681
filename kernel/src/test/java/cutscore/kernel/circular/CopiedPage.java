package cutscore.kernel.circular;

/**
 * Wraps a circular the way a copied web page does: advertising, links, asterisks, pictures.
 * Invented.
 */
final class CopiedPage {
    private CopiedPage() {}

    static String around(String circular) {
        var out = new StringBuilder();
        out.append(
                """
                ----------------------------------------
                #  好消息！又有一省可以申领软考证书，快看！

                xiaobian  [ 某某备考 ](javascript:void\\(0\\);)

                **某某备考** ![]()

                功能介绍 备考资料、真题分享，2024年上半年班型7月1日9:00至7月9日17:00限时申报

                _2023-08-25 11:12_ _发表于 北京_

                收录于合集 #软考 3个

                ## 又一省软考单独划线证书申领通知

                据某省人事考试中心发布的关于2023年上半年考试单独划线证书申领有关事项的通知，没到45分的小伙伴也有机会！

                原文通知地址：http://example.invalid/content-1

                 **以下是通知原文：**

                """);
        for (String line : circular.split("\n", -1)) {
            boolean heading = line.strip().matches("^[一二三四五六]、.*|^关于.*|.*人事考试中心$");
            out.append(heading ? " **" + line.strip() + "**" : line).append('\n');
        }
        out.append(
                """

                ## 聊一聊

                截止目前，陕西全省、贵州部分地区、四川部分地区公布单独划线软考证书申领事项的相关通知。单独划线地区包括：青海省、成都市、绵阳市。

                ![图片](https://example.invalid/mmbiz_png/640?wx_fmt=png&from=5)END

                 👉 **近期文章精选** ：

                  * [2022年下半年软考电子证书已上线，快来查询！](http://example.invalid/s?__biz=1&mid=2#wechat_redirect)
                  * [重磅！9月开始报名！](http://example.invalid/s?__biz=3)

                预览时标签不可点
                """);
        return out.toString();
    }
}
