/** Reading JSON that Lodestone itself has written. */
package dev.lodestone.report.internal.json;
