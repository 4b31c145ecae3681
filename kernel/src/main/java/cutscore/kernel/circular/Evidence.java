package cutscore.kernel.circular;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Papers that a circular asks for: 身份证, 户口簿, 承诺书, 社会保险证明 … */
final class Evidence {
    private static final Pattern ASKS =
            Pattern.compile("提供|提交|上传|携带|出具|备齐|须持|需持|所需材料|申报材料|证明材料如下|以下材料");
    private static final Pattern PAPER =
            Pattern.compile(
                    "身份证|户口|户籍证明|承诺书|社保|社会保险|养老保险|参保|缴费证明|工作证明|在职证明|单位证明|劳动合同|聘用合同|居住证|对账单|权益(?:单|记录)|登记表|申请表|证明|扫描件|复印件|照片");
    private static final Pattern ASKED =
            Pattern.compile("(?:提供|提交|上传|携带|出具|备齐|须持|需持|材料为|材料包括|材料有|材料:)(.*)$");

    private Evidence() {}

    static boolean asks(String sentence) {
        return ASKS.matcher(sentence).find() && (sentence.endsWith(":") || sentence.contains("材料"));
    }

    /**
     * @param listing whether the sentence before opened a list
     */
    static List<String> in(String sentence, boolean listing) {
        boolean asks = ASKS.matcher(sentence).find();
        if (!asks && !listing) {
            return List.of();
        }
        var found = ASKED.matcher(sentence);
        String list = found.find() ? found.group(1) : sentence;
        var out = new ArrayList<String>();
        for (String part :
                list.split("[、,;:]|(?<=[件书明单证簿本表料])(?:和|及|以及|并)(?=[^\\s]{2})(?:签署|提供|提交|上传)?")) {
            String paper =
                    part.replaceFirst(
                            "^(?:\\(?\\d{1,2}[).]?|[①-⑳]|应|须|需|并|由|及|和|以及|签署的?|提供|提交|上传)+", "");
            paper = paper.replaceFirst("(?:等材料|等|即可|进行申报|的?相关材料)+$", "").strip();
            if (paper.length() >= 3 && paper.length() <= 60 && PAPER.matcher(paper).find()) {
                out.add(paper);
            }
        }
        return out;
    }
}
