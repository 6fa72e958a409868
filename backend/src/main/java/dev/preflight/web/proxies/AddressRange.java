package dev.preflight.web.proxies;

import com.google.common.net.InetAddresses;

import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.InetAddress;

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
        return address.getClass() == first.getClass() && start(address).equals(start(first));
    }

    /** The same range, written with its first address. */
    AddressRange normalized() {
        return new AddressRange(start(first), prefix);
    }

    /** Where the range of as many bits starts that an address is in. */
    private InetAddress start(InetAddress address) {
        int rest = address.getAddress().length * 8 - prefix;
        BigInteger start = InetAddresses.toBigInteger(address).shiftRight(rest).shiftLeft(rest);
        return address instanceof Inet4Address
                ? InetAddresses.fromIPv4BigInteger(start)
                : InetAddresses.fromIPv6BigInteger(start);
    }

    @Override
    public String toString() {
        return first.getHostAddress() + "/" + prefix;
    }
}
