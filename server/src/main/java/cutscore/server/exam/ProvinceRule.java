package cutscore.server.exam;

import java.util.List;

/**
 * On which grounds a province admits declarations in one session and round.
 *
 * @param grounds at least one, in the order of the source
 * @param stated whether the province's own circular names them; if not, they are the two of
 *     人社厅发〔2022〕25号, registered there and works there
 * @param source the official document, in Chinese, with what was seen of it
 */
public record ProvinceRule(List<DeclaredGround> grounds, boolean stated, String source) {
    public ProvinceRule {
        if (grounds.isEmpty()) {
            throw new IllegalArgumentException("a rule that admits nobody");
        }
        grounds = List.copyOf(grounds);
    }
}
