package dev.lodestone.cli;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;

/** The machine's clock in its time zone, which is not read before someone asks for it: reading the rules of time zones is slow. */
final class LocalClock extends Clock {

    @Override
    public ZoneId getZone() {
        return ZoneId.systemDefault();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.system(Objects.requireNonNull(zone, "zone"));
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant();
    }
}
