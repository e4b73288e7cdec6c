/**
 * Places pages with FreeMarker. The library is seen by this package only; {@link dev.lodestone.report.PageRenderer} is the way in.
 */
package dev.lodestone.report.internal.html;
