package dev.lodestone.model.trade;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Direction of a flow, with UN Comtrade's letters. Exports contain re-exports, imports contain re-imports: never add them. */
public enum TradeFlow {
    IMPORT("M"),
    EXPORT("X"),
    RE_EXPORT("RX"),
    RE_IMPORT("RM"),
    DOMESTIC_EXPORT("DX"),
    FOREIGN_IMPORT("FM");

    /** Asked of every row. */
    private static final Map<String, TradeFlow> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(TradeFlow::code, Function.identity()));

    private final String code;

    TradeFlow(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<TradeFlow> find(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }
}
