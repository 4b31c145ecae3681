package cutscore.server.declaration;

import cutscore.server.declaration.Acceptance.Candidate;
import cutscore.server.declaration.Acceptance.Judged;
import cutscore.server.declaration.Gate.Passage;
import cutscore.server.declaration.Submission.Refused;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The forms of one transaction: those that have their answer, those that are to be written, and
 * those that have to wait because they and an earlier one may exclude each other.
 */
final class Sorted {
    private final Map<String, DeclarationRow> known;
    private final Set<UUID> attached;
    private final Set<Claimant> active;
    private final Set<Object> taken = new HashSet<>();
    private final List<Candidate> candidates = new ArrayList<>();
    private final List<Waiting> heldBack = new ArrayList<>();
    private final Map<Waiting, Submission> answers = new LinkedHashMap<>();

    /**
     * @param known what was declared before, by key
     * @param attached files that go with a declaration already
     * @param active who has an active declaration
     */
    Sorted(Map<String, DeclarationRow> known, Set<UUID> attached, Set<Claimant> active) {
        this.known = known;
        this.attached = attached;
        this.active = active;
    }

    /** Who may declare once: a person, in a session, for a qualification. */
    record Claimant(String session, String qualification, String person) {
        static Claimant of(Candidate candidate) {
            var entry = candidate.passed().entry();
            return new Claimant(
                    candidate.form().session().value(),
                    entry.qualification().name(),
                    entry.person());
        }
    }

    /** The answer of before, when the key was used; else what the gate and the others say. */
    void take(Judged judged) {
        var row = known.get(judged.waiting().form().key());
        if (row != null) {
            again(judged, row);
            return;
        }
        switch (judged.passage()) {
            case Passage.InTime passed ->
                    candidate(new Candidate(judged.waiting(), passed, judged.arrival()));
            case Passage.Shut(var why) ->
                    answer(judged.waiting(), new Refused(why, judged.arrival()));
            case Passage.Open _ -> throw new IllegalStateException("the gate judges the time");
        }
    }

    private void again(Judged judged, DeclarationRow row) {
        boolean same = row.formSha256().equals(FormBytes.sha256(judged.waiting().form()));
        answer(
                judged.waiting(),
                same ? row.accepted() : new Refused(Refusal.KEY_REUSED, judged.arrival()));
    }

    private void candidate(Candidate candidate) {
        var form = candidate.form();
        var files = form.evidence().stream().map(DeclarationForm.EvidenceOf::file).toList();
        if (active.contains(Claimant.of(candidate))) {
            answer(candidate.waiting(), new Refused(Refusal.ALREADY_DECLARED, candidate.arrival()));
            return;
        }
        if (files.stream().anyMatch(attached::contains)
                || new HashSet<>(files).size() < files.size()) {
            answer(candidate.waiting(), new Refused(Refusal.EVIDENCE_USED, candidate.arrival()));
            return;
        }
        List<Object> claims = new ArrayList<>(files);
        claims.add(form.key());
        claims.add(Claimant.of(candidate));
        if (claims.stream().anyMatch(taken::contains)) {
            heldBack.add(candidate.waiting());
        } else {
            taken.addAll(claims);
            candidates.add(candidate);
        }
    }

    void answer(Waiting waiting, Submission said) {
        answers.put(waiting, said);
    }

    List<Candidate> candidates() {
        return candidates;
    }

    List<DeclarationForm> forms() {
        return candidates.stream().map(Candidate::form).toList();
    }

    List<Waiting> heldBack() {
        return heldBack;
    }

    /** After the commit, and not before. */
    void tell() {
        answers.forEach(Waiting::answer);
    }
}
