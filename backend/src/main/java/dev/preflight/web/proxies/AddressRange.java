package dev.preflight.web.proxies;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Addresses that begin with the same bits (RFC 4632, RFC 4291 §2.3).
 *
 * @param prefix how many bits
 */
record AddressRange(InetAddress first, int prefix) {

    static AddressRange of(InetAddress address) {
        return new AddressRange(address, address.getAddress().length * 8);
    }

    boolean contains(InetAddress address) {
        byte[] ours = first.getAddress();
        byte[] theirs = address.getAddress();
        if (ours.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < prefix; bit += 8) {
            int mask = mask(bit);
            if (((ours[bit / 8] ^ theirs[bit / 8]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    /** The same range, written with its first address. */
    AddressRange normalized() {
        byte[] bytes = first.getAddress();
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] &= (byte) mask(8 * i);
        }
        try {
            return new AddressRange(InetAddress.getByAddress(bytes), prefix);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Which bits of the byte that starts at this bit are within the prefix. */
    private int mask(int bit) {
        int bits = Math.clamp(prefix - bit, 0, 8);
        return 0xff << (8 - bits) & 0xff;
    }

    @Override
    public String toString() {
        return first.getHostAddress() + "/" + prefix;
    }
}
