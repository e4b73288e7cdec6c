package dev.lodestone.model.trade;

import java.util.Optional;

/** Direction of a flow, with UN Comtrade's letters. Exports contain re-exports, imports contain re-imports: never add them. */
public enum TradeFlow {
    IMPORT("M"),
    EXPORT("X"),
    RE_EXPORT("RX"),
    RE_IMPORT("RM"),
    DOMESTIC_EXPORT("DX"),
    FOREIGN_IMPORT("FM");

    private final String code;

    TradeFlow(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<TradeFlow> find(String code) {
        for (TradeFlow flow : values()) {
            if (flow.code.equals(code)) {
                return Optional.of(flow);
            }
        }
        return Optional.empty();
    }
}
