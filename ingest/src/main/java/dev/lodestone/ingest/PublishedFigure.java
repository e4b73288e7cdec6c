package dev.lodestone.ingest;

import dev.lodestone.model.trade.Economy;

/**
 * A figure that a survey publishes and that is no customs trade, as it stands in a file.
 *
 * @param series what it is, such as {@code mine-production} or {@code net-import-reliance}
 * @param commodity the commodity as the publisher calls it; empty where the file does not say
 * @param economy whom it is of
 * @param stage stage of the chain that the publisher's words mean; empty for all
 * @param scope what it covers in words
 * @param year year
 * @param text the figure as published, without marks between thousands: {@code 380000}, {@code >95}, {@code W}, {@code --}
 * @param unit unit; empty where the file does not say
 * @param edition edition of the publication; empty where the file does not say
 * @param publication the publication
 * @param note what the publisher says of it; its status first
 * @param place file, with sheet and cell or line
 */
public record PublishedFigure(
        String series,
        String commodity,
        Economy economy,
        String stage,
        String scope,
        int year,
        String text,
        String unit,
        String edition,
        String publication,
        String note,
        String place) {}
