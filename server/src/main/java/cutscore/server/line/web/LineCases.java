package cutscore.server.line.web;

import cutscore.kernel.Words;
import cutscore.kernel.line.Dossier;
import cutscore.server.access.Officer;
import cutscore.server.access.Officers;
import cutscore.server.line.Computation;
import cutscore.server.line.LineState;
import cutscore.server.line.Lines;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Puts case files together, for officers who may see them. */
@Component
record LineCases(Lines lines, Officers officers, ScopeWords scopes) {

    /** The case; empty while its figures are hidden from this officer. */
    Optional<LineCase> shown(LineState state, Officer to) {
        return lines.shown(state.proposal().id(), to).map(dossier -> file(state, dossier));
    }

    private LineCase file(LineState state, Dossier dossier) {
        return new LineCase(state, dossier, scopes.of(state.proposal().scope()), signatures(state));
    }

    private List<LineCase.Signature> signatures(LineState state) {
        var out = new ArrayList<LineCase.Signature>();
        var proposal = state.proposal();
        out.add(
                new LineCase.Signature(
                        new Words("提出", "Proposed"),
                        name(proposal.by()),
                        proposal.at(),
                        index(proposal.ledgerIndex())));
        state.computations().forEach(one -> out.add(computed(one)));
        approved(state)
                .ifPresent(
                        it ->
                                out.add(
                                        new LineCase.Signature(
                                                new Words("同意", "Approved"),
                                                name(it.by()),
                                                it.at(),
                                                new Words("", ""))));
        filed(state)
                .ifPresent(
                        it ->
                                out.add(
                                        new LineCase.Signature(
                                                new Words("审核备案", "Filed"),
                                                name(it.by()),
                                                it.at(),
                                                new Words(
                                                        it.number() + "，" + it.on(),
                                                        it.number() + ", " + it.on()))));
        return List.copyOf(out);
    }

    private LineCase.Signature computed(Computation one) {
        String engine = one.engine() + "，" + one.keysDigest();
        var index = index(one.ledgerIndex());
        return new LineCase.Signature(
                new Words("第二次测算（盲算）", "Computed blind"),
                name(one.by()),
                one.at(),
                new Words(
                        (one.equal() ? "结果一致；" : "结果不同；") + engine + "；" + index.zh(),
                        (one.equal() ? "the same result; " : "another result; ")
                                + engine
                                + "; "
                                + index.en()));
    }

    private static Words index(long index) {
        return new Words("存证序号 " + index, "ledger index " + index);
    }

    static Optional<LineState.Approved> approved(LineState state) {
        return switch (state) {
            case LineState.Proposed _, LineState.Computed _, LineState.Disputed _ ->
                    Optional.empty();
            case LineState.Approved approved -> Optional.of(approved);
            case LineState.Filed filed -> Optional.of(filed.before());
            case LineState.Published published -> Optional.of(published.before().before());
        };
    }

    static Optional<LineState.Filed> filed(LineState state) {
        return switch (state) {
            case LineState.Proposed _,
                    LineState.Computed _,
                    LineState.Disputed _,
                    LineState.Approved _ ->
                    Optional.empty();
            case LineState.Filed filed -> Optional.of(filed);
            case LineState.Published published -> Optional.of(published.before());
        };
    }

    private String name(UUID id) {
        return officers.find(id).map(Officer::name).orElse("—");
    }
}
