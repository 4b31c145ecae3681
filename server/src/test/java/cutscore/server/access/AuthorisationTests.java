package cutscore.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import cutscore.server.ModuleTest;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The authorisation document {@code docs/authorisation.md} against the running server: every
 * handler of Spring's mappings × every role, over HTTP.
 */
@ModuleTest
@TestPropertySource(properties = "cutscore.access.first-wait=20ms")
class AuthorisationTests {
    private static final Path DOCUMENT = Path.of("../docs/authorisation.md");
    private static final Pattern ROW =
            Pattern.compile(
                    "\\| *(GET|POST|PUT|DELETE|PATCH|ANY) *\\| *`([^`]+)` *\\| *([^|]+?) *\\|.*");
    private static final String ANYBODY = "anybody";
    private static final String SIGNED_IN = "everybody signed in";

    @LocalServerPort int port;
    @Autowired DemoAccounts demo;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    private Cast cast;
    private final Map<Optional<Role>, Visitor> visitors = new LinkedHashMap<>();

    @BeforeEach
    void people() {
        cast = Cast.of(demo);
        visitors.put(Optional.empty(), new Visitor(port));
        for (Role role : Role.values()) {
            visitors.put(Optional.of(role), cast.signedIn(role, port));
        }
    }

    /** A way to ask for a page. */
    private record Endpoint(String method, String path) implements Comparable<Endpoint> {
        @Override
        public int compareTo(Endpoint other) {
            return (path + method).compareTo(other.path + other.method);
        }

        boolean isUnsafe() {
            return !method.equals("GET");
        }

        /** With something in the place of every variable; nothing is known by that name. */
        String filled() {
            var out = new StringBuilder();
            int depth = 0;
            int opened = 0;
            for (int i = 0; i < path.length(); i++) {
                char sign = path.charAt(i);
                if (sign == '{' && depth++ == 0) {
                    opened = i;
                } else if (sign == '}' && --depth == 0) {
                    out.append(something(path.substring(opened + 1, i)));
                } else if (depth == 0) {
                    out.append(sign);
                }
            }
            return out.toString().replace("/**", "/nothing");
        }

        private static String something(String variable) {
            return switch (variable.split(":")[0]) {
                case "digest" -> "0123456789abcdef";
                case "number" -> "2099-1-01";
                case "script" -> "line-workbench.js";
                case "province" -> "990000";
                case "token" -> "A".repeat(32);
                case "session" -> "2099-1";
                default -> "00000000-0000-4000-8000-000000000000";
            };
        }
    }

    @Test
    void theDocumentListsEveryHandlerAndNothingElse() {
        assertThat(expected().keySet()).containsExactlyElementsOf(handlers().keySet());
    }

    @Test
    void everyHandlerDeclaresTheLaneThatTheDocumentSays() {
        var deviations = new ArrayList<String>();
        expected()
                .forEach(
                        (endpoint, who) -> {
                            String declared =
                                    declared(Objects.requireNonNull(handlers().get(endpoint)));
                            if (!declared.equals(who)) {
                                deviations.add(endpoint + ": " + declared + ", not " + who);
                            }
                        });
        assertThat(deviations).isEmpty();
    }

    @Test
    void overHttpEveryRoleMeetsExactlyWhatTheDocumentSays() {
        var deviations = new ArrayList<String>();
        expected().forEach((endpoint, who) -> deviations.addAll(deviations(endpoint, who)));
        assertThat(deviations).isEmpty();
    }

    @Test
    void aWrongExpectationIsNoticed() {
        var desk = new Endpoint("GET", "/desk");
        assertThat(deviations(desk, ANYBODY)).hasSize(1);
        assertThat(deviations(desk, "AUDITOR")).hasSize(Role.values().length - 1);
    }

    @Test
    void noUnsafeHandlerTakesAFormFromElsewhere() {
        var taken = new ArrayList<String>();
        var foreign = new Visitor(port).token();
        expected()
                .forEach(
                        (endpoint, who) -> {
                            boolean bySecretAddress = endpoint.path().startsWith("/stop/");
                            if (endpoint.isUnsafe()
                                    && !bySecretAddress
                                    && !endpoint.path().startsWith("/error")) {
                                taken.addAll(takenFromElsewhere(endpoint, who, foreign));
                            }
                        });
        taken.addAll(takenFromElsewhere(new Endpoint("POST", "/sign-in"), ANYBODY, foreign));
        taken.addAll(takenFromElsewhere(new Endpoint("POST", "/sign-out"), SIGNED_IN, foreign));
        assertThat(taken).isEmpty();
    }

    private List<String> takenFromElsewhere(Endpoint endpoint, String who, String foreign) {
        Optional<Role> role = who.equals(ANYBODY) ? Optional.empty() : Optional.of(anyOf(who));
        var visitor = Objects.requireNonNull(visitors.get(role));
        var right = Map.of("_csrf", visitor.token());
        Map<String, HttpResponse<String>> answers = new LinkedHashMap<>();
        answers.put("no token", post(visitor, endpoint, Map.of(), Map.of()));
        answers.put("foreign token", post(visitor, endpoint, Map.of("_csrf", foreign), Map.of()));
        answers.put("null origin", post(visitor, endpoint, right, Map.of("Origin", "null")));
        answers.put(
                "other origin",
                post(visitor, endpoint, right, Map.of("Origin", "https://elsewhere.example")));
        answers.put(
                "cross-site",
                post(visitor, endpoint, right, Map.of("Sec-Fetch-Site", "cross-site")));
        answers.put(
                "text/plain",
                visitor.send(
                        endpoint.method(),
                        endpoint.filled(),
                        Map.of("Content-Type", "text/plain")));
        return answers.entrySet().stream()
                .filter(answer -> answer.getValue().statusCode() != 403)
                .map(answer -> endpoint + " " + answer.getKey() + " " + answer.getValue())
                .toList();
    }

    private static HttpResponse<String> post(
            Visitor visitor, Endpoint to, Map<String, String> fields, Map<String, String> headers) {
        return visitor.postAsItIs(to.filled(), fields, headers);
    }

    private static Role anyOf(String who) {
        return who.equals(SIGNED_IN) ? Role.ANALYST : Role.valueOf(who.split(", ")[0]);
    }

    @Test
    void theHeadersStandOnEveryAnswerErrorsIncluded() {
        var missing = new ArrayList<String>();
        var asked = new ArrayList<>(List.of("/no-such-page", "/desk;x=1", "/officers/grants/x"));
        expected().keySet().stream()
                .filter(endpoint -> !endpoint.isUnsafe())
                .forEach(endpoint -> asked.add(endpoint.filled()));
        for (String path : asked) {
            for (var visitor : List.of(new Visitor(port), cast.signedIn(Role.ANALYST, port))) {
                missing.addAll(missingHeaders(path, visitor.get(path)));
            }
        }
        missing.addAll(
                missingHeaders(
                        "POST without token",
                        new Visitor(port).postAsItIs("/setup", Map.of(), Map.of())));
        assertThat(missing).isEmpty();
    }

    private static List<String> missingHeaders(String path, HttpResponse<String> answer) {
        var missing = new ArrayList<String>();
        Map<String, String> wanted =
                Map.of(
                        "Content-Security-Policy", "default-src 'none'",
                        "X-Content-Type-Options", "nosniff",
                        "X-Frame-Options", "DENY",
                        "Referrer-Policy", "same-origin",
                        "Cross-Origin-Opener-Policy", "same-origin");
        wanted.forEach(
                (name, begins) -> {
                    if (!answer.headers().firstValue(name).orElse("").startsWith(begins)) {
                        missing.add(answer.statusCode() + " " + path + " lacks " + name);
                    }
                });
        String policy = answer.headers().firstValue("Content-Security-Policy").orElse("");
        if (policy.contains("unsafe-inline") || !policy.contains("frame-ancestors 'none'")) {
            missing.add(path + " has a weak policy: " + policy);
        }
        return missing;
    }

    private List<String> deviations(Endpoint endpoint, String who) {
        var deviations = new ArrayList<String>();
        visitors.forEach(
                (role, visitor) -> {
                    boolean answered = isAnswered(ask(visitor, endpoint));
                    boolean should =
                            who.equals(ANYBODY)
                                    || (who.equals(SIGNED_IN) && role.isPresent())
                                    || role.filter(r -> named(who).contains(r.name())).isPresent();
                    if (answered != should) {
                        String name = role.map(Role::name).orElse("nobody");
                        deviations.add(endpoint + " " + name + (should ? " refused" : " answered"));
                    }
                });
        return deviations;
    }

    private static Set<String> named(String who) {
        return Set.of(who.split(", "));
    }

    private static HttpResponse<String> ask(Visitor visitor, Endpoint endpoint) {
        return switch (endpoint.method()) {
            case "GET" -> visitor.get(endpoint.filled());
            case "POST" -> visitor.post(endpoint.filled(), Map.of());
            default -> visitor.change(endpoint.method(), endpoint.filled());
        };
    }

    private static boolean isAnswered(HttpResponse<String> answer) {
        boolean toTheDoor =
                answer.headers()
                        .firstValue("Location")
                        .filter(w -> w.endsWith("/sign-in"))
                        .isPresent();
        return answer.statusCode() != 401 && answer.statusCode() != 403 && !toTheDoor;
    }

    private Map<Endpoint, HandlerMethod> handlers() {
        var found = new TreeMap<Endpoint, HandlerMethod>();
        mapping.getHandlerMethods()
                .forEach(
                        (RequestMappingInfo mapped, HandlerMethod handler) -> {
                            var methods = mapped.getMethodsCondition().getMethods();
                            for (String path : mapped.getPatternValues()) {
                                if (methods.isEmpty()) {
                                    found.put(new Endpoint("ANY", path), handler);
                                }
                                for (RequestMethod method : methods) {
                                    found.put(new Endpoint(method.name(), path), handler);
                                }
                            }
                        });
        found.remove(new Endpoint("ANY", "/error"));
        return found;
    }

    private static String declared(HandlerMethod handler) {
        return switch (Lanes.of(handler)) {
            case Lane.Open _ -> ANYBODY;
            case Lane.EverybodySignedIn _ -> SIGNED_IN;
            case Lane.Holders(var roles) ->
                    roles.stream().sorted().map(Role::name).collect(Collectors.joining(", "));
            case Lane.Undeclared _, Lane.NoPage _, Lane.WrongManner _ ->
                    "no @" + For.class.getSimpleName();
        };
    }

    private static Map<Endpoint, String> expected() {
        try {
            var rows = new TreeMap<Endpoint, String>();
            for (String line : Files.readAllLines(DOCUMENT)) {
                var row = ROW.matcher(line);
                if (row.matches()) {
                    var endpoint = new Endpoint(row.group(1), row.group(2));
                    // A second row could contradict the first and nobody would notice.
                    assertThat(rows).doesNotContainKey(endpoint);
                    rows.put(endpoint, row.group(3));
                }
            }
            return rows;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
