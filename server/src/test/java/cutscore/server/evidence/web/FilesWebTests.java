package cutscore.server.evidence.web;

import static org.assertj.core.api.Assertions.assertThat;

import cutscore.kernel.Words;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.seal.Json;
import cutscore.server.ModuleTest;
import cutscore.server.access.DemoAccounts;
import cutscore.server.access.Visitor;
import cutscore.server.evidence.Sample;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** Sending evidence over HTTP: in one go without a script, in pieces with one. */
@ModuleTest
@TestPropertySource(properties = "cutscore.access.first-wait=20ms")
class FilesWebTests {
    private static final SessionId SESSION = new SessionId("2044-1");

    @LocalServerPort int port;
    @Autowired DemoAccounts demo;

    private Visitor me;
    private Visitor other;

    @BeforeEach
    void people() {
        me = examinee();
        other = examinee();
    }

    private Visitor examinee() {
        String name = "files-" + UUID.randomUUID().toString().substring(0, 8);
        var key = demo.key();
        demo.openExaminee(name, SESSION, name, new Words("己", "own"), key);
        var visitor = new Visitor(port);
        visitor.signIn(name, key.password());
        return visitor;
    }

    @Test
    void aPlainFormSendsAFileAndItsOwnerAloneSavesIt() {
        var sent =
                me.upload(
                        "/me/files",
                        Map.of("item", "other"),
                        "a.png",
                        Sample.picture("png", 90, 60));
        assertThat(sent.statusCode()).isEqualTo(302);
        String page = me.get("/me/files").body();
        assertThat(page).contains("a.png").contains("已存").contains("未扫描病毒");
        String path = page.replaceAll("(?s).*href=\"(/me/files/[0-9a-f-]{36})\".*", "$1");
        var opened = me.get(path);
        assertThat(opened.statusCode()).isEqualTo(200);
        assertThat(opened.headers().map())
                .containsEntry("content-type", java.util.List.of("image/jpeg"))
                .containsEntry("x-content-type-options", java.util.List.of("nosniff"))
                .containsEntry("cross-origin-resource-policy", java.util.List.of("same-origin"));
        assertThat(header(opened, "Content-Security-Policy"))
                .isEqualTo("default-src 'none'; sandbox; frame-ancestors 'none'");
        assertThat(header(opened, "Content-Disposition"))
                .startsWith("attachment")
                .doesNotContain("a.png");
        assertThat(header(opened, "Cache-Control")).contains("no-store");
        assertThat(other.get(path).statusCode()).isEqualTo(404);
        assertThat(other.post(path + "/removal", Map.of()).statusCode()).isEqualTo(404);
        assertThat(me.post(path + "/removal", Map.of()).statusCode()).isEqualTo(302);
        assertThat(me.get(path).statusCode()).isEqualTo(404);
    }

    private static String header(java.net.http.HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @Test
    void aFileThatIsNotTakenKeepsThePageAndSaysWhatToDo() {
        byte[] html = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        var answer = me.upload("/me/files", Map.of("item", "other"), "<img src=x>.jpg", html);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("这不是照片")
                .contains("请拍照，或另存为 PDF 再传")
                .doesNotContain("<img src=x>");
    }

    @Test
    void whatIsTooLargeIsTurnedAwayUnreadAndSaysSo() {
        var answer = me.upload("/me/files", Map.of(), "a.pdf", new byte[11 << 20]);
        assertThat(answer.statusCode()).isEqualTo(303);
        var page = me.get(header(answer, "Location"));
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("这个文件超过 10 MB");
    }

    @Test
    void thereIsNoWayBackToAnotherSite() {
        for (String back :
                java.util.List.of("https://evil.example/", "//evil.example", "/me/../x")) {
            var answer =
                    me.upload(
                            "/me/files",
                            Map.of("back", back),
                            "a.png",
                            Sample.picture("png", 9, 6));
            assertThat(header(answer, "Location")).endsWith("/me/files");
        }
    }

    @Test
    void piecesGoByOffsetAndAGapIsAnsweredWithTheTrueOne() {
        byte[] photo = Sample.photo(400, 300, 3);
        var form =
                Map.of(
                        "item",
                        "other",
                        "name",
                        "p.jpg",
                        "size",
                        Integer.toString(photo.length),
                        "key",
                        "web-" + UUID.randomUUID());
        var begun = me.post("/me/files/uploads", form);
        assertThat(begun.statusCode()).isEqualTo(201);
        String path = "/me/files/uploads/" + Json.parseObject(begun.body()).text("id");
        var first = me.patch(path, 0, Arrays.copyOf(photo, 50_000));
        assertThat(header(first, "Upload-Offset")).isEqualTo("50000");
        assertThat(me.patch(path, 60_000, new byte[9]).statusCode()).isEqualTo(409);
        assertThat(header(me.send("HEAD", path, Map.of()), "Upload-Offset")).isEqualTo("50000");
        assertThat(other.get(path).statusCode()).isEqualTo(404);
        assertThat(other.patch(path, 50_000, new byte[9]).statusCode()).isEqualTo(404);
        var last = me.patch(path, 40_000, Arrays.copyOfRange(photo, 40_000, photo.length));
        assertThat(Json.parseObject(last.body()).text("state")).isEqualTo("stored");
        var again = me.post("/me/files/uploads", form);
        assertThat(Json.parseObject(again.body()).text("state")).isEqualTo("stored");
    }

    @Test
    void aPieceWithoutItsTokenIsRefused() {
        var answer = me.send("PATCH", "/me/files/uploads/" + UUID.randomUUID(), Map.of());
        assertThat(answer.statusCode()).isEqualTo(403);
    }
}
