package dev.lodestone.model.register;

/**
 * A declared break of a publisher's series: what lies on the two sides is never compared.
 *
 * @param publisher text that the publisher's name contains, such as {@code CEPII BACI}
 * @param fromClassification classification before the break, such as {@code HS2002}
 * @param toClassification classification after it
 * @param note why, for the reader
 * @param source where this is read
 */
public record SeriesBreak(String publisher, String fromClassification, String toClassification, String note, String source) {

    /** Id of the row: publisher and the classification that begins. */
    public String id() {
        return publisher + " " + toClassification;
    }
}
