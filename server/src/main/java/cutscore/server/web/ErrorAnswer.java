package cutscore.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/** What a room says in place of the common page of an error; a bean of the module that has it. */
@FunctionalInterface
public interface ErrorAnswer {

    /**
     * @param code the answer's, which it keeps
     * @return empty where the common page will do
     */
    Optional<Page> instead(HttpStatus code, HttpServletRequest request, Visit at);
}
