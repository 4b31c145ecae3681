package cutscore.server.access;

import jakarta.servlet.http.HttpServletRequest;

/** Where somebody comes from, as far as waiting is concerned. */
final class Network {
    private Network() {}

    static String of(HttpServletRequest request) {
        return of(request.getRemoteAddr());
    }

    /** The address; of IPv6 the first 64 bits, for the rest is the household's to choose. */
    static String of(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            byte[] bytes = java.net.InetAddress.ofLiteral(address).getAddress();
            return bytes.length == 4
                    ? address
                    : java.util.HexFormat.of().formatHex(bytes, 0, 8) + "/64";
        } catch (IllegalArgumentException notAnAddress) {
            return address;
        }
    }
}
