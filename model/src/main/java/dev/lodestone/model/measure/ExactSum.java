package dev.lodestone.model.measure;

/**
 * A sum of doubles that does not depend on the order of its terms for all practical purposes: the rounding error of each addition
 * is carried along (Neumaier, "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen", ZAMM 54, 1974).
 */
public final class ExactSum {

    private double sum;
    private double carried;

    public void add(double term) {
        double next = sum + term;
        carried += Math.abs(sum) >= Math.abs(term) ? (sum - next) + term : (term - next) + sum;
        sum = next;
    }

    public double value() {
        return sum + carried;
    }
}
