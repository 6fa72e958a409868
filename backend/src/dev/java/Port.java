import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Where one of the two servers listens on this machine. */
record Port(int number) {

    static final Port API = new Port(8080);
    static final Port CLIENT = new Port(5173);

    boolean listens() {
        for (var address : new String[] {"127.0.0.1", "::1"}) {
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress(address, number), 1_000);
                return true;
            } catch (IOException e) {
                // Not here.
            }
        }
        return false;
    }
}
