package cutscore.server.declaration.declare;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.seal.Json;
import cutscore.server.exam.DeclaredGround;
import java.util.Optional;

/**
 * What a draft holds so far.
 *
 * @param confirmed whether the person said that the facts of the roster are theirs
 * @param ground on which ground they declare
 * @param place the county, where the ground is not the registration
 * @param employer as typed; empty unless they work there
 * @param evidenceSeen whether they went through the evidence page, with files or without
 */
record Answers(
        boolean confirmed,
        Optional<DeclaredGround> ground,
        Optional<DivisionCode> place,
        String employer,
        boolean evidenceSeen) {
    static final Answers NONE = new Answers(false, Optional.empty(), Optional.empty(), "", false);

    Answers confirm() {
        return new Answers(true, ground, place, employer, evidenceSeen);
    }

    /** Another ground asks for another place and other evidence. */
    Answers on(DeclaredGround chosen) {
        return ground.equals(Optional.of(chosen))
                ? this
                : new Answers(confirmed, Optional.of(chosen), Optional.empty(), "", false);
    }

    Answers at(DivisionCode chosen, String where) {
        return new Answers(confirmed, ground, Optional.of(chosen), where, false);
    }

    Answers withEvidence() {
        return new Answers(confirmed, ground, place, employer, true);
    }

    String json() {
        return Json.object()
                .put("confirmed", confirmed)
                .put("ground", ground.map(DeclaredGround::name).orElse(null))
                .put("place", place.map(DivisionCode::value).orElse(null))
                .put("employer", employer)
                .put("evidenceSeen", evidenceSeen)
                .build()
                .canonical();
    }

    static Answers read(String json) {
        var read = Json.parseObject(json);
        return new Answers(
                read.get("confirmed").equals(new Json.Bool(true)),
                read.textIfAny("ground").map(DeclaredGround::valueOf),
                read.textIfAny("place").map(DivisionCode::new),
                read.text("employer"),
                read.get("evidenceSeen").equals(new Json.Bool(true)));
    }
}
