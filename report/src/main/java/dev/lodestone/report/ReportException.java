package dev.lodestone.report;

/** A briefing that cannot be told: a broken template, a text that no font can show, a page that is not well-formed. */
public class ReportException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ReportException(String message) {
    super(message);
  }

  public ReportException(String message, Throwable cause) {
    super(message, cause);
  }
}
