package cutscore.server.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/** The embedded server's password: made once, kept beside its files, readable by its owner only. */
final class SuperuserPassword {
    private SuperuserPassword() {}

    static String of(Path folder) throws IOException {
        var file = folder.resolve("password");
        if (Files.exists(file)) {
            return Files.readString(file).strip();
        }
        String password = HexFormat.of().formatHex(new SecureEntropy().bytes(24));
        OwnerOnly.write(file, password);
        return password;
    }
}
