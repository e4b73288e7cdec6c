package dev.lodestone.ingest.internal.trade;

/** Whether one header may be meant where another stands. */
final class Likeness {

    private static final int SHORTEST = 4;
    private static final int LONGEST = 60;

    private Likeness() {}

    /** Whether the header is the one wanted, written with other marks, with a slip, or with something beside it. */
    static boolean isLike(String wanted, String header) {
        String one = bare(wanted);
        String other = bare(header);
        return one.length() >= SHORTEST && other.length() <= LONGEST && (one.equals(other) || other.contains(one) || isOneSlip(one, other));
    }

    private static String bare(String text) {
        return Headers.compared(text).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** Whether one letter was left out, put in, changed or swapped with the next. */
    private static boolean isOneSlip(String one, String other) {
        int same = 0;
        while (same < Math.min(one.length(), other.length()) && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        String restOfOne = one.substring(same);
        String restOfOther = other.substring(same);
        return switch (one.length() - other.length()) {
            case 1 -> restOfOne.substring(1).equals(restOfOther);
            case -1 -> restOfOther.substring(1).equals(restOfOne);
            case 0 -> restOfOne.isEmpty()
                    || restOfOne.substring(1).equals(restOfOther.substring(1))
                    || restOfOne.length() > 1
                            && restOfOne.charAt(0) == restOfOther.charAt(1)
                            && restOfOne.charAt(1) == restOfOther.charAt(0)
                            && restOfOne.substring(2).equals(restOfOther.substring(2));
            default -> false;
        };
    }
}
