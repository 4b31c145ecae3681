package cutscore.server;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** The server: one Spring Boot application of modules with one door each. */
@SpringBootApplication
@Modulithic(systemName = "Cutscore 划线")
public class Cutscore {

    public static void main(String[] arguments) {
        SpringApplication.run(Cutscore.class, arguments);
    }
}
