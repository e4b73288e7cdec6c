package dev.lodestone.report.data;

/** A form in which the figures of an edition are written. */
public enum Format {
    /** Tables: indicators.csv, commitments.csv, observations.csv, issues.csv. */
    CSV,
    /** The whole assessment: assessment.json and its schema. */
    JSON,
    /** The tables for reading and filtering: workbook.xlsx. */
    XLSX
}
