package dev.lodestone.report.internal.html;

import java.util.OptionalDouble;

/** How well one colour is seen on another, as WCAG 2 measures it: from 1 (not at all) to 21 (black on white). */
final class Contrast {

    private Contrast() {}

    /** Empty where one of them is no {@code #rgb} or {@code #rrggbb}. */
    static OptionalDouble between(String one, String other) {
        OptionalDouble a = luminance(one);
        OptionalDouble b = luminance(other);
        if (a.isEmpty() || b.isEmpty()) {
            return OptionalDouble.empty();
        }
        double light = Math.max(a.getAsDouble(), b.getAsDouble());
        double dark = Math.min(a.getAsDouble(), b.getAsDouble());
        return OptionalDouble.of((light + 0.05) / (dark + 0.05));
    }

    private static OptionalDouble luminance(String colour) {
        if (colour.matches("#\\p{XDigit}{3}")) {
            return luminance("#" + colour.substring(1).replaceAll(".", "$0$0"));
        }
        if (!colour.matches("#\\p{XDigit}{6}")) {
            return OptionalDouble.empty();
        }
        int rgb = Integer.parseInt(colour.substring(1), 16);
        return OptionalDouble.of(0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8 & 0xff) + 0.0722 * linear(rgb & 0xff));
    }

    private static double linear(int channel) {
        double part = channel / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
