package cutscore.server.access;

import cutscore.server.paper.QrCode;

/**
 * A secret on its way into an authenticator app.
 *
 * @param text base32 in groups of four, for typing
 * @param address for an app on this very device
 * @param modules of the picture, its side
 * @param path the dark ones as an SVG path
 */
record AppView(String text, String address, int modules, String path, String label) {

    static AppView of(byte[] secret, String name, String label) {
        String address = Totp.address(secret, name);
        var code = QrCode.of(address);
        return new AppView(
                Totp.base32(secret).replaceAll("(.{4})(?=.)", "$1 "),
                address,
                code.size(),
                path(code),
                label);
    }

    private static String path(QrCode code) {
        var out = new StringBuilder();
        for (int row = 0; row < code.size(); row++) {
            for (int column = 0; column < code.size(); column++) {
                if (code.isDark(column, row)) {
                    out.append('M').append(column).append(' ').append(row).append("h1v1h-1z");
                }
            }
        }
        return out.toString();
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "AppView[]";
    }
}
