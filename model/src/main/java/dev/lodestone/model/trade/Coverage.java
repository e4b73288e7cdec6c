package dev.lodestone.model.trade;

/** How much of a reporter's trade a series holds. Anything but {@link #COMPLETE} gives upper bounds for shares. */
public enum Coverage {
    COMPLETE("complete"),
    MAIN_PARTNERS("main-partners"),
    SELECTED_PARTNERS("selected-partners");

    private final String code;

    Coverage(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
