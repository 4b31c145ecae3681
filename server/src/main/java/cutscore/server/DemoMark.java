package cutscore.server;

import cutscore.kernel.Words;
import cutscore.kernel.seal.Digest;
import cutscore.kernel.seal.Json;
import cutscore.server.cycle.Replayed.SignIn;
import java.time.Duration;
import java.util.List;

/**
 * What is kept of a demonstration beside its database, written when it is complete.
 *
 * @param lag how far its business time runs behind the clock on the wall
 * @param samples certificate numbers to try: one that counts, one that is void
 * @param signIns invented accounts; their password opens nothing but this demonstration
 */
record DemoMark(Duration lag, List<SignIn> signIns, List<String> samples) {

    /**
     * What a demonstration is made from: kept data are used again only for the same.
     *
     * @param circular its text
     */
    record Wanted(long seed, long examinees, String circular) {

        /** With a digest of everything the data depend on in this build. */
        Json.Obj json(String migrations) {
            return Json.object()
                    .put("seed", Long.toString(seed))
                    .put("examinees", examinees)
                    .put("circular", Digest.hex(circular))
                    .put("migrations", migrations)
                    .build();
        }
    }

    Json.Obj json() {
        return Json.object()
                .put("lag", lag.toString())
                .put("samples", Json.texts(samples))
                .put("signIns", Json.array(signIns.stream().map(DemoMark::json).toList()))
                .build();
    }

    static DemoMark read(Json.Obj json) {
        return new DemoMark(
                Duration.parse(json.text("lag")),
                json.array("signIns").stream()
                        .filter(Json.Obj.class::isInstance)
                        .map(item -> signIn((Json.Obj) item))
                        .toList(),
                json.array("samples").stream()
                        .filter(Json.Text.class::isInstance)
                        .map(item -> ((Json.Text) item).value())
                        .toList());
    }

    private static Json json(SignIn signIn) {
        return Json.object()
                .put("name", signIn.name())
                .put("password", signIn.password())
                .put("role", words(signIn.role()))
                .put("sees", words(signIn.sees()))
                .build();
    }

    private static SignIn signIn(Json.Obj json) {
        return new SignIn(
                json.text("name"),
                json.text("password"),
                words(json.object("role")),
                words(json.object("sees")));
    }

    private static Json words(Words words) {
        return Json.object().put("zh", words.zh()).put("en", words.en()).build();
    }

    private static Words words(Json.Obj json) {
        return new Words(json.text("zh"), json.text("en"));
    }
}
