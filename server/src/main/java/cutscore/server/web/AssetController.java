package cutscore.server.web;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Serves the stylesheet, the icon and the scripts, each under an address that names its digest. */
@Controller
@OpenToAll
class AssetController {
    private static final CacheControl A_YEAR =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    private static final MediaType CSS = MediaType.parseMediaType("text/css;charset=UTF-8");
    private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml;charset=UTF-8");

    private static final MediaType SCRIPT =
            MediaType.parseMediaType("text/javascript;charset=UTF-8");

    private final Assets assets;

    AssetController(Assets assets) {
        this.assets = assets;
    }

    @GetMapping("/assets/{digest:[0-9a-f]{16}}/cutscore.css")
    ResponseEntity<byte[]> stylesheet() {
        return ResponseEntity.ok()
                .cacheControl(A_YEAR)
                .contentType(CSS)
                .body(assets.stylesheet().bytes());
    }

    @GetMapping("/assets/{digest:[0-9a-f]{16}}/line.svg")
    ResponseEntity<byte[]> icon() {
        return ResponseEntity.ok()
                .cacheControl(A_YEAR)
                .contentType(SVG)
                .body(assets.icon().bytes());
    }

    @GetMapping("/assets/{digest:[0-9a-f]{16}}/{script:[a-z][a-z-]{1,30}\\.js}")
    ResponseEntity<byte[]> script(@PathVariable String script) {
        return ResponseEntity.ok()
                .cacheControl(A_YEAR)
                .contentType(SCRIPT)
                .body(assets.script(script).bytes());
    }
}
