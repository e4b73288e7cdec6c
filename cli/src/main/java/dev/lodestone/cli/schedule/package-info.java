/**
 * Editions on a schedule: when a run is due, that none is missed, doubled or overlaps, who is told, and how it goes.
 * Entry point: {@link dev.lodestone.cli.schedule.Scheduler}.
 */
package dev.lodestone.cli.schedule;
