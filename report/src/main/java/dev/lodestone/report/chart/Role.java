package dev.lodestone.report.chart;

/** What a series or row is to the reader. */
public enum Role {
  /** The one the page is about: darkest and thickest. */
  FOCUS,
  /** The supplier being watched: red. */
  WATCHED,
  /** One of several equals; takes the theme's next colour. */
  NORMAL,
  /** Only there to compare with: grey and thin. */
  CONTEXT
}
