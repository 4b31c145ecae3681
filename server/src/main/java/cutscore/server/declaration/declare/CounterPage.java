package cutscore.server.declaration.declare;

import cutscore.kernel.Words;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Divisions;
import cutscore.server.declaration.DeclarationView;
import cutscore.server.exam.DeclaredGround;
import cutscore.server.exam.EvidenceItem;
import cutscore.server.web.FieldFault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the page of one case at the counter shows.
 *
 * @param areas the line areas of the officer's province on the day of the exam
 * @param refused what the gate said, if it refused
 */
record CounterPage(
        CounterCase one,
        Sheet sheet,
        Set<DivisionCode> areas,
        List<FieldFault> faults,
        Optional<Words> refused) {

    static String here(CounterCase one) {
        return CounterController.PAGE + "/" + one.id();
    }

    String here() {
        return here(one);
    }

    /** A county to choose. */
    record County(String code, String name, boolean chosen) {}

    List<County> counties() {
        var chosen = sheet.answers().place();
        return areas.stream()
                .sorted()
                .map(
                        code ->
                                new County(
                                        code.value(),
                                        Divisions.builtIn().fullName(code),
                                        chosen.equals(Optional.of(code))))
                .toList();
    }

    /** The grounds that are possible for this person in this province. */
    List<DeclaredGround> grounds() {
        return Arrays.stream(DeclaredGround.values())
                .filter(
                        ground ->
                                ground == DeclaredGround.REGISTERED
                                        ? sheet.mayRegister() && isRegisteredHere()
                                        : sheet.rule().grounds().contains(ground))
                .toList();
    }

    private boolean isRegisteredHere() {
        return sheet.registered().code().province().equals(one.province());
    }

    /** The signed commitment first, then what the province asks for. */
    List<EvidenceItem> items() {
        var items = new ArrayList<EvidenceItem>();
        items.add(Counter.SIGNED);
        items.addAll(sheet.asked().items());
        return items;
    }

    /** The declaration that there was before; what this case leads to closes it. */
    Optional<DeclarationView> declared() {
        return sheet.draft().isEmpty() ? sheet.declared() : Optional.empty();
    }

    /** Why nothing can be declared; empty while something can, or something was. */
    Optional<Words> never() {
        if (sheet.draft().isPresent() || sheet.declared().isPresent()) {
            return Optional.empty();
        }
        if (sheet.entry().voided()) {
            return Optional.of(
                    new Words(
                            "这次考试已按违纪取消，不能申报", "this sitting was voided: nothing can be declared"));
        }
        return sheet.meetsNationalLine()
                ? Optional.of(
                        new Words(
                                "成绩已达到全国合格标准，不用申报，按全国标准领取证书",
                                "the national line is met: no declaration is needed, the ordinary"
                                        + " certificate follows"))
                : Optional.empty();
    }
}
